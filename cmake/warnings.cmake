# The warnings that every file is held to; errors under EBB_WERROR, as in the dev preset.
add_library(ebb_warnings INTERFACE)
target_compile_options(ebb_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow
  -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wold-style-cast -Wunused -Wimplicit-fallthrough)
# GCC 12 sees overlapping copies in `"x" + text` that are not there (its bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(ebb_warnings INTERFACE -Wno-restrict)
endif()
if(EBB_WERROR)
  target_compile_options(ebb_warnings INTERFACE -Werror)
endif()
