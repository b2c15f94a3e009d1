# Two kinds of modules, in <build>/modules. vestibule_wasm_module(name sources...): <name>.wasm, and <name>.mjs that runs it.
# vestibule_wasm_bare(name sources...): <name>.wasm alone, which needs no script of emcc's: it asks its host for what we wrote.
# The debug build is one CommonJS file for Node (<name>.cjs, module inside): assertions refuse environments a build
# was not made for, and 3.1.6 would fetch() a file path in Node.

# One memory layout for every module: 2 MiB at first, 16 MiB at most, 64 KiB of stack. Exhausted memory is a null
# pointer and then a trap, which the package answers with a new instance.
set(VESTIBULE_WASM_MEMORY_OPTIONS -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=2MB -sMAXIMUM_MEMORY=16MB)
set(VESTIBULE_WASM_LINK_OPTIONS
  -fno-exceptions              # also chooses the system libraries without them, which 6.x needs together with -flto
  -sFILESYSTEM=0
  -sMALLOC=emmalloc
  -sABORTING_MALLOC=0)
if(VESTIBULE_EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
  list(APPEND VESTIBULE_WASM_LINK_OPTIONS -sTOTAL_STACK=64KB)
else()
  list(APPEND VESTIBULE_WASM_LINK_OPTIONS -sSTACK_SIZE=64KB)
endif()

# What emcc's script is told, where there is one.
set(VESTIBULE_GLUE_OPTIONS
  -sMODULARIZE=1
  -sEXPORT_NAME=createVestibule
  -sDYNAMIC_EXECUTION=0        # no eval and no new Function: the page's policy forbids both
  # The package compiles the module itself and hands it in; nothing else of Module is read.
  -sINCOMING_MODULE_JS_API=instantiateWasm,locateFile,onAbort,print,printErr)
if(NOT VESTIBULE_EMSCRIPTEN_VERSION VERSION_LESS 4.0.7)
  # Views of the memory stopped being exported by themselves; older versions warn when told to.
  list(APPEND VESTIBULE_GLUE_OPTIONS -sEXPORTED_RUNTIME_METHODS=HEAPU8)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Debug")
  set(VESTIBULE_GLUE_SUFFIX ".cjs")
  list(APPEND VESTIBULE_GLUE_OPTIONS
    -sENVIRONMENT=node -sSINGLE_FILE=1 -sASSERTIONS=2 -sSTACK_OVERFLOW_CHECK=2 -sSAFE_HEAP=1)
else()
  set(VESTIBULE_GLUE_SUFFIX ".mjs")
  list(APPEND VESTIBULE_GLUE_OPTIONS -sENVIRONMENT=web,worker -sEXPORT_ES6=1)
  if(VESTIBULE_EMSCRIPTEN_VERSION VERSION_LESS 4.0.4)
    # import.meta breaks bundlers that move the file; the package passes locateFile. Always on since 4.0.4.
    list(APPEND VESTIBULE_GLUE_OPTIONS -sUSE_ES6_IMPORT_META=0)
  endif()
endif()

# The memory of a module as JavaScript does not grow: there would be no view that is detached to tell the package so. An
# engine hands out pages of it as they are written.
set(VESTIBULE_TWIN_OPTIONS -sWASM=0 -sINITIAL_MEMORY=16MB)
if(VESTIBULE_EMSCRIPTEN_VERSION VERSION_LESS 3.1.54)
  # What memory begins with goes into the script. Later versions know no other place.
  list(APPEND VESTIBULE_TWIN_OPTIONS "SHELL:--memory-init-file 0")
endif()

function(vestibule_wasm_link name)
  add_executable(${name} ${ARGN})
  target_compile_options(${name} PRIVATE -fno-exceptions)
  target_link_libraries(${name} PRIVATE vestibule_json vestibule_build)
  target_link_options(${name} PRIVATE ${VESTIBULE_WASM_LINK_OPTIONS})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/modules")
endfunction()

function(vestibule_wasm_glue name)
  target_link_options(${name} PRIVATE ${VESTIBULE_GLUE_OPTIONS})
  set_target_properties(${name} PROPERTIES SUFFIX "${VESTIBULE_GLUE_SUFFIX}")
endfunction()

function(vestibule_wasm_bare name)
  vestibule_wasm_link(${name} ${ARGN})
  target_link_options(${name} PRIVATE ${VESTIBULE_WASM_MEMORY_OPTIONS})
  if(CMAKE_BUILD_TYPE STREQUAL "Debug")
    vestibule_wasm_glue(${name})  # assertions print
  else()
    target_link_options(${name} PRIVATE --no-entry -sSTANDALONE_WASM=1)
    set_target_properties(${name} PROPERTIES SUFFIX ".wasm")
  endif()
endfunction()

function(vestibule_wasm_module name)
  vestibule_wasm_link(${name} ${ARGN})
  vestibule_wasm_glue(${name})
  target_link_options(${name} PRIVATE ${VESTIBULE_WASM_MEMORY_OPTIONS})
endfunction()

# vestibule_js_twin(name sources...): a module as JavaScript, <name>.mjs alone, for pages whose policy forbids WebAssembly.
function(vestibule_js_twin name)
  vestibule_wasm_link(${name} ${ARGN})
  vestibule_wasm_glue(${name})
  target_link_options(${name} PRIVATE ${VESTIBULE_TWIN_OPTIONS})
endfunction()

# vestibule_embind(name): lets such a module export by Embind. Debian's libembind.a is linked as a whole, with every type it
# knows and their JavaScript; a few lines of bindings.cpp take its place. Newer ones leave most of that out by themselves,
# and changed what such lines have to define. A type is then told by an address of its own, not by the typeinfo of C++,
# which brings dynamic_cast along.
function(vestibule_embind name)
  if(VESTIBULE_EMSCRIPTEN_VERSION VERSION_LESS 3.1.7)
    target_compile_definitions(${name} PRIVATE VESTIBULE_OWN_TYPES=1 EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
    target_link_options(${name} PRIVATE
      "SHELL:--js-library ${VESTIBULE_EMSCRIPTEN_ROOT}/src/embind/embind.js"
      "SHELL:--js-library ${VESTIBULE_EMSCRIPTEN_ROOT}/src/embind/emval.js")
  else()
    target_link_options(${name} PRIVATE -lembind)
  endif()
endfunction()

# vestibule_optimise(target level): -Oz for what a browser waits for, -O2 for the rest, which runs about four times as
# fast and is a quarter larger. Not of the build type: emcc takes the -Oz of two levels, whatever their order. With -Oz
# emcc forbids clang to inline, even what is shorter than the call of it; we allow that again.
function(vestibule_optimise target level)
  if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
    target_compile_options(${target} PRIVATE ${level} -finline-functions)
  endif()
endfunction()

# vestibule_copy(name of): the same library once more, to be compiled with other options.
function(vestibule_copy name of)
  get_target_property(sources ${of} SOURCES)
  get_target_property(folder ${of} SOURCE_DIR)
  list(TRANSFORM sources PREPEND "${folder}/" REGEX "^[^/]")
  add_library(${name} STATIC ${sources})
  foreach(property IN ITEMS INCLUDE_DIRECTORIES COMPILE_DEFINITIONS COMPILE_OPTIONS COMPILE_FEATURES LINK_LIBRARIES
      INTERFACE_INCLUDE_DIRECTORIES INTERFACE_COMPILE_FEATURES)
    get_target_property(value ${of} ${property})
    if(value)
      # A copy builds on copies: two of one name would be linked by whichever comes first.
      list(TRANSFORM value REPLACE "^vestibule::vestibule$" vestibule_fast)
      set_property(TARGET ${name} PROPERTY ${property} "${value}")
    endif()
  endforeach()
endfunction()
