# nlohmann/json with the one set of macros this project uses. Everything that includes it links vestibule_json,
# because two settings of these macros in one program would be two definitions of the same classes.
add_library(vestibule_json INTERFACE)
target_compile_definitions(vestibule_json INTERFACE
  JSON_NOEXCEPTION                          # the core is compiled without exceptions
  JSON_NO_IO                                # no streams: documents come as bytes and leave as text
  JSON_USE_IMPLICIT_CONVERSIONS=0           # a conversion is visible where it happens
  JSON_HAS_FILESYSTEM=0 JSON_HAS_EXPERIMENTAL_FILESYSTEM=0
  # The libc++ of Emscripten 3.1.6 announces both and has neither complete.
  JSON_HAS_RANGES=0 JSON_HAS_THREE_WAY_COMPARISON=0)

if(EMSCRIPTEN)
  # The header comes from the host. Adding the host's include folder would put its C library before Emscripten's,
  # so a folder of the build tree holds a link to nlohmann's headers alone.
  find_path(VESTIBULE_NLOHMANN_INCLUDE nlohmann/json.hpp
    PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH)
  if(NOT VESTIBULE_NLOHMANN_INCLUDE)
    message(FATAL_ERROR "nlohmann/json.hpp not found: install nlohmann-json3-dev or set VESTIBULE_NLOHMANN_INCLUDE")
  endif()
  set(only_nlohmann "${PROJECT_BINARY_DIR}/only-nlohmann")
  file(MAKE_DIRECTORY "${only_nlohmann}")
  file(CREATE_LINK "${VESTIBULE_NLOHMANN_INCLUDE}/nlohmann" "${only_nlohmann}/nlohmann" SYMBOLIC)
  target_include_directories(vestibule_json SYSTEM INTERFACE "${only_nlohmann}")
else()
  find_package(nlohmann_json 3.11 REQUIRED)
  target_link_libraries(vestibule_json INTERFACE nlohmann_json::nlohmann_json)
endif()
