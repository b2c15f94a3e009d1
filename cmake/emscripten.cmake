# Toolchain file: finds Emscripten (Debian's 3.1.6 or an emsdk) and includes the toolchain it brings.
# Looked for in this order: VESTIBULE_EMSCRIPTEN_ROOT, the environment's EMSDK, the emcc on the PATH.
if(NOT VESTIBULE_EMSCRIPTEN_ROOT)
  set(VESTIBULE_EMSCRIPTEN_ROOT "$ENV{VESTIBULE_EMSCRIPTEN_ROOT}")
endif()
if(NOT VESTIBULE_EMSCRIPTEN_ROOT AND EXISTS "$ENV{EMSDK}/upstream/emscripten")
  set(VESTIBULE_EMSCRIPTEN_ROOT "$ENV{EMSDK}/upstream/emscripten")
endif()
if(NOT VESTIBULE_EMSCRIPTEN_ROOT)
  find_program(VESTIBULE_EMCC emcc NO_CMAKE_FIND_ROOT_PATH)
  if(VESTIBULE_EMCC)
    # Debian's /usr/bin/emcc is a link to a wrapper in the folder wanted here; an emsdk has emcc itself in it.
    file(REAL_PATH "${VESTIBULE_EMCC}" emcc_real)
    get_filename_component(VESTIBULE_EMSCRIPTEN_ROOT "${emcc_real}" DIRECTORY)
  endif()
endif()
set(emscripten_toolchain "${VESTIBULE_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")
if(NOT EXISTS "${emscripten_toolchain}")
  message(FATAL_ERROR "Emscripten not found: install Debian's emscripten (scripts/setup does) or activate an emsdk")
endif()

# CMake reads this file again for its own small test projects; this hands the answer on to them.
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES VESTIBULE_EMSCRIPTEN_ROOT)

# Debian keeps emcc's JavaScript packages (acorn) where only Debian's own Node looks for them. The path is given
# to the linker, the one step that needs it, so that builds work outside of our scripts too.
if(EXISTS "/usr/share/nodejs/acorn" AND VESTIBULE_EMSCRIPTEN_ROOT MATCHES "^/usr/share/")
  set(ENV{NODE_PATH} "/usr/share/nodejs")
  set(CMAKE_CXX_LINKER_LAUNCHER env NODE_PATH=/usr/share/nodejs)
endif()

include("${emscripten_toolchain}")

# "3.1.6", for flags that came or went with a version (cmake/vestibule-wasm.cmake).
file(READ "${VESTIBULE_EMSCRIPTEN_ROOT}/emscripten-version.txt" VESTIBULE_EMSCRIPTEN_VERSION)
string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" VESTIBULE_EMSCRIPTEN_VERSION "${VESTIBULE_EMSCRIPTEN_VERSION}")
