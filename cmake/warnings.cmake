# The warnings that every file is held to; errors under EBB_WERROR, as in the dev preset.
add_library(ebb_warnings INTERFACE)
target_compile_options(ebb_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow
  -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wold-style-cast -Wunused -Wimplicit-fallthrough)
if(EBB_WERROR)
  target_compile_options(ebb_warnings INTERFACE -Werror)
endif()
