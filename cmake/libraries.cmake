# Finds the libraries, all from distribution packages. Static archives are preferred in a release build:
# a program that loads them all dynamically takes four times as long to start (docs/decisions/002-static-libraries.md).
find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(SODIUM REQUIRED libsodium)
pkg_check_modules(UTF8PROC REQUIRED libutf8proc)
find_package(Threads REQUIRED)

# ebb_library(NAME ARCHIVE DYNAMIC): an interface target for the archive if there is one, else for the shared library.
function(ebb_library name stem dynamic includes)
  add_library(${name} INTERFACE)
  find_library(${name}_ARCHIVE lib${stem}.a)
  if(EBB_STATIC AND ${name}_ARCHIVE AND CMAKE_BUILD_TYPE STREQUAL "Release")
    target_link_libraries(${name} INTERFACE ${${name}_ARCHIVE} ${ARGN})
  else()
    target_link_libraries(${name} INTERFACE ${dynamic})
  endif()
  target_include_directories(${name} SYSTEM INTERFACE ${includes})
endfunction()
ebb_library(ebb_sqlite3 sqlite3 "${SQLite3_LIBRARIES}" "${SQLite3_INCLUDE_DIRS}" m Threads::Threads ${CMAKE_DL_LIBS})
ebb_library(ebb_sodium sodium "${SODIUM_LINK_LIBRARIES}" "${SODIUM_INCLUDE_DIRS}" Threads::Threads)
ebb_library(ebb_utf8proc utf8proc "${UTF8PROC_LINK_LIBRARIES}" "${UTF8PROC_INCLUDE_DIRS}")

add_library(ebb_fmt INTERFACE)
target_link_libraries(ebb_fmt INTERFACE fmt::fmt-header-only)
