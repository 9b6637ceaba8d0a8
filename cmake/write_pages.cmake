# cmake -DEBB=PROGRAM -DPAGES=FOLDER -P write_pages.cmake. The same source gives the same bytes: the date is that of
# SOURCE_DATE_EPOCH where it is set.
if(DEFINED ENV{SOURCE_DATE_EPOCH})
  string(TIMESTAMP now "%Y-%m-%dT%H:%M:%SZ" UTC)
  set(ENV{EBB_NOW} ${now})
endif()

set(ENV{EBB_CONFIG} /dev/null)

function(write file)
  execute_process(COMMAND ${EBB} ${ARGN} OUTPUT_FILE ${PAGES}/${file} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(MAKE_DIRECTORY ${PAGES}/man1)
execute_process(COMMAND ${EBB} help OUTPUT_VARIABLE help COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE "\nTopics\n.*" "\n" help "${help}")
string(REGEX MATCHALL "\n  [a-z]+ " verbs "${help}")
write(man1/ebb.1 help --man)
foreach(verb ${verbs})
  string(STRIP "${verb}" verb)
  write(man1/ebb-${verb}.1 help --man ${verb})
endforeach()
foreach(shell bash zsh fish)
  write(ebb.${shell} completion ${shell})
endforeach()
file(TOUCH ${PAGES}/done)
