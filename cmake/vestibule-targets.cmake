# Interface targets that carry compiler flags. They are linked inside BUILD_INTERFACE only, so no flag of ours
# reaches a project that uses the library.

# Warnings, all of them errors.
add_library(vestibule_warnings INTERFACE)
if(VESTIBULE_WARNINGS)
  target_compile_options(vestibule_warnings INTERFACE
    -Wall -Wextra -Wconversion -Wsign-conversion -Wold-style-cast -Werror
    # Compiled together, a parameter may be called as a private name of another source is.
    $<$<NOT:$<OR:$<BOOL:${VESTIBULE_COMPILE_TOGETHER}>,$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>>:-Wshadow>
    # g++ 12 warns about overlapping copies inside its own std::string (gcc.gnu.org/PR105651).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
endif()

# Native hardening. Sanitizers bring their own checks, and fortified functions would hide faults from them.
add_library(vestibule_hardening INTERFACE)
if(VESTIBULE_HARDENING AND NOT EMSCRIPTEN AND VESTIBULE_SANITIZE STREQUAL "")
  target_compile_options(vestibule_hardening INTERFACE -fstack-protector-strong -fstack-clash-protection)
  target_compile_definitions(vestibule_hardening INTERFACE _GLIBCXX_ASSERTIONS)
  # Needs an optimised build; -U because some distributions define it already.
  target_compile_options(vestibule_hardening INTERFACE
    $<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE> $<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=2>)
  target_link_options(vestibule_hardening INTERFACE LINKER:-z,relro LINKER:-z,now LINKER:-z,noexecstack)
endif()

# Position-independent code everywhere, and executables linked with -pie.
if(PROJECT_IS_TOP_LEVEL AND NOT EMSCRIPTEN)
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
  include(CheckPIESupported)
  check_pie_supported()
endif()

# Sanitizers. Any finding ends the program: a test that prints a report and passes is no test.
add_library(vestibule_sanitizers INTERFACE)
if(NOT VESTIBULE_SANITIZE STREQUAL "")
  target_compile_options(vestibule_sanitizers INTERFACE
    -fsanitize=${VESTIBULE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
  target_link_options(vestibule_sanitizers INTERFACE -fsanitize=${VESTIBULE_SANITIZE})
endif()

# Everything at once, for our own targets: target_link_libraries(mine PRIVATE vestibule_build).
add_library(vestibule_build INTERFACE)
target_link_libraries(vestibule_build INTERFACE vestibule_warnings vestibule_hardening vestibule_sanitizers)
target_compile_features(vestibule_build INTERFACE cxx_std_20)

# A fuzzer is a main() made by libFuzzer around one function; needs clang and, in VESTIBULE_SANITIZE,
# fuzzer-no-link: the preset "asan" compiles tests and fuzzers from the same objects.
add_library(vestibule_fuzzer INTERFACE)
target_link_libraries(vestibule_fuzzer INTERFACE vestibule_build)
target_link_options(vestibule_fuzzer INTERFACE -fsanitize=fuzzer)
