# SPDX-License-Identifier: GPL-3.0-or-later
# The words of the build for the windows: soak_ui_library(), soak_ui_test(). Included where Qt is found.

add_library(soak_ui_flags INTERFACE)
target_link_libraries(soak_ui_flags INTERFACE soak_flags)
target_compile_definitions(soak_ui_flags INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)

soak_define_pch(ui ${SOAK_STD_HEADERS} <QObject> <QString> <QStringList> <QWidget>)
if(TARGET soak_pch_ui)
  target_link_libraries(soak_pch_ui PRIVATE Qt6::Widgets soak_ui_flags)
endif()

# soak_ui_library(<name> SOURCES file... [USES layer...] [LIBS lib...])
# The folder ui/<name> as the static library soak_ui_<name>. USES names layers of core, or ui_<folder>.
function(soak_ui_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;LIBS")
  soak_refuse_unparsed(soak_ui_library ${name} "${arg_UNPARSED_ARGUMENTS}")
  set(target soak_ui_${name})
  add_library(${target} STATIC ${arg_SOURCES})
  set_target_properties(${target} PROPERTIES AUTOMOC ON AUTOMOC_COMPILER_PREDEFINES OFF)
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${target} PUBLIC Qt6::Widgets ${arg_LIBS} PRIVATE $<BUILD_INTERFACE:soak_ui_flags>)
  soak_link_layers(${target} PUBLIC ${arg_USES})
  soak_precompile(${target} ui)
endfunction()

# soak_ui_test(<name> SOURCES file... [LIBS lib...] [PROGRAMS target...] [TIMEOUT s] [PARTS n])
# The program soak_ui_<name>_tests on soak_ui_<name>: GoogleTest with a QApplication, offscreen; an unexpected
# warning of Qt fails the test that caused it.
function(soak_ui_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT;PARTS" "SOURCES;LIBS;PROGRAMS")
  soak_refuse_unparsed(soak_ui_test ${name} "${arg_UNPARSED_ARGUMENTS}")
  set(program soak_ui_${name}_tests)
  add_executable(${program} ${arg_SOURCES})
  set_target_properties(${program} PROPERTIES AUTOMOC ON AUTOMOC_COMPILER_PREDEFINES OFF)
  target_link_libraries(${program} PRIVATE ${arg_LIBS} soak_ui_test_support soak_ui_flags)
  soak_compile_tests_fast(${program})
  if(TARGET soak_ui_${name})
    target_link_libraries(${program} PRIVATE soak_ui_${name})
  endif()
  foreach(needed IN LISTS arg_PROGRAMS)
    add_dependencies(${program} ${needed})
    string(TOUPPER "${needed}" define)
    string(MAKE_C_IDENTIFIER "${define}" define)
    target_compile_definitions(${program} PRIVATE SOAK_PROGRAM_${define}="$<TARGET_FILE:${needed}>")
  endforeach()
  soak_precompile(${program} ui_tests)
  set(timeout 120)
  if(arg_TIMEOUT)
    set(timeout ${arg_TIMEOUT})
  endif()
  soak_register_tests(${program} ui ${timeout} "${arg_PARTS}" "")
endfunction()

# soak_on_a_display(TEST VARIABLE=VALUE...): the environment of a test whose programs open a window on an X server.
# libxkbcommon-x11 reads the server's key map with strndup, which ASan's strict string checks refuse, and libdbus, the
# desktop's accessibility, keeps a buffer until the process ends.
function(soak_on_a_display test)
  set(suppressions ${PROJECT_SOURCE_DIR}/tests/support/lsan_on_a_display.supp)
  set_property(TEST ${test} PROPERTY ENVIRONMENT ${ARGN}
    ASAN_OPTIONS=detect_stack_use_after_return=1:check_initialization_order=1
    LSAN_OPTIONS=suppressions=${suppressions}:print_suppressions=0)
endfunction()
