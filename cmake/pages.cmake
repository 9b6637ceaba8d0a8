# Manual pages and completions, told by the program itself once it is built. A program for another machine cannot be
# asked: then there are none.
if(CMAKE_CROSSCOMPILING)
  return()
endif()
set(EBB_PAGES ${CMAKE_CURRENT_BINARY_DIR}/pages)
add_custom_command(OUTPUT ${EBB_PAGES}/done
  COMMAND ${CMAKE_COMMAND} -DEBB=$<TARGET_FILE:ebb> -DPAGES=${EBB_PAGES} -P ${CMAKE_CURRENT_LIST_DIR}/write_pages.cmake
  DEPENDS ebb ${CMAKE_CURRENT_LIST_DIR}/write_pages.cmake
  COMMENT "Writing manual pages and completions" VERBATIM)
add_custom_target(pages ALL DEPENDS ${EBB_PAGES}/done)

install(DIRECTORY ${EBB_PAGES}/man1 DESTINATION ${CMAKE_INSTALL_MANDIR})
install(FILES ${EBB_PAGES}/ebb.bash RENAME ebb DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${EBB_PAGES}/ebb.zsh RENAME _ebb DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${EBB_PAGES}/ebb.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
