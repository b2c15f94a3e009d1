# vestibule_compile_together(target [APART sources...]): with VESTIBULE_COMPILE_TOGETHER, a dozen sources at a time are compiled
# as one. They share what most of the time goes into, the headers and templates of the standard library and nlohmann: a build
# takes about half the time. Neighbours in a list have private names in common, so sources are dealt out like cards. Those
# APART are compiled by themselves all the same: a private name of theirs is also another's, or their object is needed alone.
option(VESTIBULE_COMPILE_TOGETHER "Compile sources by the dozen" OFF)

function(vestibule_compile_together target)
  if(NOT VESTIBULE_COMPILE_TOGETHER)
    return()
  endif()
  cmake_parse_arguments(PARSE_ARGV 1 together "" "" "APART")
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources INCLUDE REGEX "\\.cpp$")
  if(together_APART)
    list(REMOVE_ITEM sources ${together_APART})
  endif()
  list(LENGTH sources count)
  math(EXPR groups "(${count} + 11) / 12")
  set(index 0)
  foreach(source IN LISTS sources)
    math(EXPR group "${index} % ${groups}")
    math(EXPR index "${index} + 1")
    set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${group}")
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()
