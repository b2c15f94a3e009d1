# vestibule_add_mutants(name sources...): the program once more for each mistake of core/src/mutants.hpp, as
# <name>_<mistake>. `sources` are those that include mutants.hpp, and finished objects; the core's own are added here.
function(vestibule_add_mutants name)
  set(mutable_sources sync/pass.cpp ids/salesforce_id.cpp)
  list(TRANSFORM mutable_sources PREPEND "${PROJECT_SOURCE_DIR}/core/src/")
  file(STRINGS "${PROJECT_SOURCE_DIR}/core/src/mutants.hpp" mutants REGEX "^  [a-z_]+, +//")
  foreach(line IN LISTS mutants)
    string(REGEX REPLACE "^  ([a-z_]+),.*" "\\1" mutant "${line}")
    add_executable(${name}_${mutant} ${ARGN} ${mutable_sources})
    target_compile_definitions(${name}_${mutant} PRIVATE VESTIBULE_MUTANT=${mutant})
    target_include_directories(${name}_${mutant} PRIVATE
      "${CMAKE_CURRENT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/core/src")
    # Sources come first, so the library gives only what was not compiled again.
    target_link_libraries(${name}_${mutant} PRIVATE vestibule vestibule_json vestibule_build)
  endforeach()
endfunction()
