# vestibule_add_mutants(name GROUP SOURCES... ): the program once more for each mistake of core/src/mutants.hpp that belongs to
# it, as <name>_<mistake>. GROUP is "sync", "contacts", "gateway" or "signup". The sources are those that include mutants.hpp, and
# finished objects; the core's own are added here.
function(vestibule_add_mutants name group)
  set(sync_sources sync/pass.cpp ids/salesforce_id.cpp)
  set(contacts_sources sync/contact.cpp)
  set(gateway_sources gateway/guards.cpp gateway/table.cpp nue/answer.cpp)
  set(signup_sources gateway/guards.cpp gateway/pressure.cpp gateway/table.cpp signup/guards.cpp)
  list(TRANSFORM ${group}_sources PREPEND "${PROJECT_SOURCE_DIR}/core/src/")
  # Names of the list, each behind the heading of its group.
  file(STRINGS "${PROJECT_SOURCE_DIR}/core/src/mutants.hpp" lines REGEX "^  ([a-z_]+, +//|// Of the )")
  set(current "")
  foreach(line IN LISTS lines)
    if(line MATCHES "^  // Of the ([a-z]+)")
      set(current "${CMAKE_MATCH_1}")
      continue()
    endif()
    if(NOT current STREQUAL group)
      continue()
    endif()
    string(REGEX REPLACE "^  ([a-z_]+),.*" "\\1" mutant "${line}")
    add_executable(${name}_${mutant} ${ARGN} ${${group}_sources})
    target_compile_definitions(${name}_${mutant} PRIVATE VESTIBULE_MUTANT=${mutant})
    target_include_directories(${name}_${mutant} PRIVATE
      "${CMAKE_CURRENT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/core/src")
    # Sources come first, so the library gives only what was not compiled again.
    target_link_libraries(${name}_${mutant} PRIVATE vestibule vestibule_json vestibule_build)
  endforeach()
endfunction()
