# Catch2 2.13 and 3, whichever is installed. Both end up as Catch2::Catch2WithMain and catch_discover_tests.
find_package(Catch2 REQUIRED)
if(NOT TARGET Catch2::Catch2WithMain)
  # Some 2.13 packages (Debian's) are headers only: compile the main() once.
  add_library(vestibule_catch_main STATIC "${PROJECT_SOURCE_DIR}/tests/support/catch_main.cpp")
  target_link_libraries(vestibule_catch_main PUBLIC Catch2::Catch2 PRIVATE vestibule_sanitizers)
  target_compile_features(vestibule_catch_main PUBLIC cxx_std_20)
  add_library(Catch2::Catch2WithMain ALIAS vestibule_catch_main)
endif()
include(Catch)

# vestibule_add_test(name sources...): one test program; each TEST_CASE becomes a ctest test, run in the root folder.
function(vestibule_add_test name)
  add_executable(${name} ${ARGN})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")  # "tests/support/catch.hpp"
  target_link_libraries(${name} PRIVATE vestibule::vestibule vestibule_json vestibule_build Catch2::Catch2WithMain)
  # Catch2 is most of what a test program compiles.
  target_precompile_headers(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests/support/catch.hpp")
  # g++ 12 forgets in a precompiled header which headers are the system's, and warns about its own std::string.
  target_compile_options(${name} PRIVATE
    "$<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds;-Wno-stringop-overflow;-Wno-stringop-overread>")
  catch_discover_tests(${name} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" PROPERTIES TIMEOUT 120)
endfunction()
