# ebb_layer(NAME SOURCES … USES …): the static library of one layer. tests/lint/layers.py checks the includes.
function(ebb_layer name)
  cmake_parse_arguments(LAYER "" "" "SOURCES;USES" ${ARGN})
  add_library(ebb_${name} STATIC ${LAYER_SOURCES})
  target_include_directories(ebb_${name} PUBLIC ${PROJECT_SOURCE_DIR}/include PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(ebb_${name} PRIVATE ebb_warnings PUBLIC ${LAYER_USES})
endfunction()
