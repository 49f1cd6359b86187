# SPDX-License-Identifier: GPL-3.0-or-later
# The words of the build: soak_library(), soak_program(), soak_test(), soak_add_part().

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

find_program(SOAK_CCACHE ccache)
if(SOAK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${SOAK_CCACHE})
endif()
find_program(SOAK_MOLD mold)

# How our own code is compiled; third party code is not (its headers come in as SYSTEM).
add_library(soak_flags INTERFACE)
target_include_directories(soak_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(soak_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor
  $<$<BOOL:${SOAK_WERROR}>:-Werror>)
# GCC 12 sees overlaps and overruns in std::string that are not there once it optimises (GCC PR 105329,
# 105651); they stay warnings.
if(SOAK_WERROR AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(soak_flags INTERFACE
    -Wno-error=restrict -Wno-error=array-bounds -Wno-error=stringop-overflow -Wno-error=stringop-overread)
endif()
target_compile_definitions(soak_flags INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
if(SOAK_MOLD)
  target_link_options(soak_flags INTERFACE -fuse-ld=mold)
endif()
if(SOAK_SANITIZE)
  target_compile_options(soak_flags INTERFACE
    -fsanitize=${SOAK_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(soak_flags INTERFACE -fsanitize=${SOAK_SANITIZE})
endif()

if(SOAK_UNITY)
  set(CMAKE_UNITY_BUILD ON)
  set(CMAKE_UNITY_BUILD_BATCH_SIZE 24)
  # GCC takes every file of a batch but the batch itself for a header.
  target_compile_options(soak_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()

if(SOAK_FUZZ)
  target_compile_options(soak_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

# One precompiled header for the layers and one for the tests; every target of a kind shares it.
function(soak_precompile target kind)
  if(NOT SOAK_PCH)
    return()
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -fpch-preprocess) # lets ccache see through it
  endif()
  soak_match_optimisation(${target} ${kind})
  target_precompile_headers(${target} REUSE_FROM soak_pch_${kind})
endfunction()

# Under sanitizers only the core is optimised, where the tests spend their time; for all else, code that is made in half
# the time is worth more. A precompiled header and what uses it are optimised alike, or GCC refuses it.
function(soak_match_optimisation target kind)
  if(SOAK_SANITIZE AND NOT kind STREQUAL "core")
    target_compile_options(${target} PRIVATE -O0)
  endif()
endfunction()

function(soak_define_pch kind)
  if(NOT SOAK_PCH)
    return()
  endif()
  file(WRITE ${PROJECT_BINARY_DIR}/pch/${kind}.cpp.in "// Carries the precompiled header.\n")
  configure_file(${PROJECT_BINARY_DIR}/pch/${kind}.cpp.in ${PROJECT_BINARY_DIR}/pch/${kind}.cpp COPYONLY)
  add_library(soak_pch_${kind} OBJECT ${PROJECT_BINARY_DIR}/pch/${kind}.cpp)
  target_link_libraries(soak_pch_${kind} PRIVATE soak_flags)
  target_precompile_headers(soak_pch_${kind} PRIVATE ${ARGN})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(soak_pch_${kind} PRIVATE -fpch-preprocess)
  endif()
  soak_match_optimisation(soak_pch_${kind} ${kind})
endfunction()

set(SOAK_STD_HEADERS
  <algorithm> <array> <chrono> <cmath> <cstdint> <filesystem> <functional> <map> <memory>
  <optional> <set> <span> <string> <string_view> <tuple> <utility> <variant> <vector>)
soak_define_pch(core ${SOAK_STD_HEADERS})

# A part of the tree that is present is built; the order is the caller's.
function(soak_add_part part)
  if(EXISTS ${PROJECT_SOURCE_DIR}/${part}/CMakeLists.txt)
    add_subdirectory(${PROJECT_SOURCE_DIR}/${part} ${PROJECT_BINARY_DIR}/${part})
  endif()
endfunction()

function(soak_link_layers target scope)
  foreach(layer IN LISTS ARGN)
    if(NOT TARGET soak_${layer})
      message(WARNING "${target} uses the layer `${layer}`, which is not below it")
    endif()
    target_link_libraries(${target} ${scope} soak_${layer})
  endforeach()
endfunction()

# soak_library(<name> SOURCES file... [USES layer...] [PUBLIC lib...] [PRIVATE lib...])
# The layer core/<name> as the static library soak_<name>.
function(soak_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;PUBLIC;PRIVATE")
  soak_refuse_unparsed(soak_library ${name} "${arg_UNPARSED_ARGUMENTS}")
  add_library(soak_${name} STATIC ${arg_SOURCES})
  target_include_directories(soak_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(soak_${name}
    PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} $<BUILD_INTERFACE:soak_flags>)
  soak_link_layers(soak_${name} PUBLIC ${arg_USES})
  soak_precompile(soak_${name} core)
endfunction()

# soak_program(<name> SOURCES file... [USES layer...] [PRIVATE lib...])
# The program build/<preset>/bin/<name>.
function(soak_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;PRIVATE")
  soak_refuse_unparsed(soak_program ${name} "${arg_UNPARSED_ARGUMENTS}")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE soak_flags ${arg_PRIVATE})
  soak_link_layers(${name} PRIVATE ${arg_USES})
  soak_precompile(${name} core)
endfunction()

# What is tested is compiled as users run it; the tests themselves need no -O2, which costs a third of the build.
function(soak_compile_tests_fast target)
  if(NOT SOAK_SANITIZE)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
  endif()
endfunction()

# soak_test(<name> SOURCES file... [LIBS lib...] [PROGRAMS target...] [TIMEOUT s] [PARTS n] [SANITIZED filter])
# The program soak_<name>_tests on the layer soak_<name> (where there is one) and nothing above it; each
# TEST is a test of ctest. PROGRAMS are built first, and their paths given as SOAK_PROGRAM_<TARGET>.
# PARTS, SANITIZED: see soak_register_tests().
function(soak_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT;PARTS;SANITIZED" "SOURCES;LIBS;PROGRAMS")
  soak_refuse_unparsed(soak_test ${name} "${arg_UNPARSED_ARGUMENTS}")
  set(program soak_${name}_tests)
  add_executable(${program} ${arg_SOURCES})
  target_link_libraries(${program} PRIVATE ${arg_LIBS} soak_test_support soak_flags)
  soak_compile_tests_fast(${program})
  if(TARGET soak_${name})
    target_link_libraries(${program} PRIVATE soak_${name})
  endif()
  foreach(needed IN LISTS arg_PROGRAMS)
    add_dependencies(${program} ${needed})
    string(TOUPPER "${needed}" define)
    string(MAKE_C_IDENTIFIER "${define}" define)
    target_compile_definitions(${program} PRIVATE SOAK_PROGRAM_${define}="$<TARGET_FILE:${needed}>")
  endforeach()
  soak_precompile(${program} tests)
  set_property(GLOBAL APPEND PROPERTY SOAK_TEST_PROGRAMS ${program})

  set(timeout 300)
  if(arg_TIMEOUT)
    set(timeout ${arg_TIMEOUT})
  endif()
  soak_register_tests(${program} ${name} ${timeout} "${arg_PARTS}" "${arg_SANITIZED}")
endfunction()

# soak_register_tests(<program> <label> <timeout> <parts> <filter>)
# Each TEST is a test of ctest: a process of its own, which shows that no test needs another. Suites named Long* get the
# label `long`: the test presets leave them out, `packaging/check --full` runs them.
# Under sanitizers, where a process takes up to a second to begin and to end, a program is one test of ctest. One that
# runs other programs all the time, which is said by its number of <parts>, is that many, with the label `programs`, for
# `packaging/check --full`; for every day it is what <filter> takes of it.
# One label each: gtest_discover_tests loses all but the first of a list.
function(soak_register_tests program label timeout parts filter)
  set(discovery DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60 NO_PRETTY_VALUES)
  if(NOT SOAK_SANITIZE)
    gtest_discover_tests(${program} ${discovery} TEST_FILTER "-Long*:*/Long*" TEST_LIST ${program}_short
      PROPERTIES TIMEOUT ${timeout} LABELS ${label})
  elseif(NOT parts)
    soak_register_part(${program} ${label} "" 1 1)
  else()
    foreach(part RANGE 1 ${parts})
      soak_register_part(${program}.${part} programs "" ${part} ${parts})
    endforeach()
    if(filter)
      soak_register_part(${program} ${label} "${filter}" 1 1)
    endif()
  endif()
  gtest_discover_tests(${program} ${discovery} TEST_FILTER "Long*:*/Long*" TEST_LIST ${program}_long
    PROPERTIES TIMEOUT 3600 LABELS long)
endfunction()

# soak_register_part(<program>[.<anything>] <label> <filter> <part> <parts>)
function(soak_register_part test label filter part parts)
  string(REGEX REPLACE "\\..*" "" program ${test})
  math(EXPR index "${part} - 1")
  add_test(NAME ${test} COMMAND ${program} --gtest_brief=1 "--gtest_filter=${filter}-Long*:*/Long*")
  set_tests_properties(${test} PROPERTIES TIMEOUT 1200 LABELS ${label}
    ENVIRONMENT "GTEST_TOTAL_SHARDS=${parts};GTEST_SHARD_INDEX=${index}")
endfunction()

# soak_label_program_tests(<label> TEST...)
# Tests that are scripts and run the programs: see soak_register_tests().
function(soak_label_program_tests label)
  if(SOAK_SANITIZE)
    set(label programs)
  endif()
  set_tests_properties(${ARGN} PROPERTIES LABELS ${label})
endfunction()

# soak_fuzz(<name> SOURCES file... USES layer...)
# The libFuzzer program <name>_fuzz, run by packaging/fuzz; seeds in tests/fuzz/corpus/<name>, words in
# tests/fuzz/<name>.dict, where there are any.
function(soak_fuzz name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES")
  soak_refuse_unparsed(soak_fuzz ${name} "${arg_UNPARSED_ARGUMENTS}")
  add_executable(${name}_fuzz ${arg_SOURCES})
  target_link_libraries(${name}_fuzz PRIVATE soak_flags)
  target_link_options(${name}_fuzz PRIVATE -fsanitize=fuzzer)
  soak_link_layers(${name}_fuzz PRIVATE ${arg_USES})
endfunction()

function(soak_refuse_unparsed function name unparsed)
  if(unparsed)
    message(FATAL_ERROR "${function}(${name}): unknown arguments: ${unparsed}")
  endif()
endfunction()

# The target update-golden: every test program rewrites its golden files; `git diff` is the review.
function(soak_add_golden_target)
  get_property(programs GLOBAL PROPERTY SOAK_TEST_PROGRAMS)
  set(commands "")
  foreach(program IN LISTS programs)
    list(APPEND commands COMMAND $<TARGET_FILE:${program}> --update --gtest_brief=1 "--gtest_filter=-Long*" || true)
  endforeach()
  add_custom_target(update-golden ${commands} DEPENDS ${programs} VERBATIM USES_TERMINAL)
endfunction()
