#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule finds a violation seeded for it, and lets its near miss pass."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True

from rules import RULES  # noqa: E402
from tidy import violations  # noqa: E402
from tree_rules import TREE_RULES, update_defects  # noqa: E402
from ui_rules import UI_RULES  # noqa: E402
from source_text import code_only, sources  # noqa: E402

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
HEADER = SPDX + "#pragma once\n"
CMAKE = "# SPDX-License-Identifier: GPL-3.0-or-later\n"
LONG_BODY = "int f()\n{\n" + "    g();\n" * 61 + "}\n"

# rule, path, text that breaks it, text that does not
SEEDED = [
    ("upward_include", "core/io/x.cpp", '#include "core/report/html.h"\n', '#include "core/model/kpi.h"\n'),
    ("upward_include", "core/io/x.cpp", '#include "core/analysis/judge.h"\n', '// #include "core/analysis/judge.h"\n'),
    ("upward_include", "core/base/x.cpp", '#include "core/model/kpi.h"\n', '#include "core/base/result.h"\n'),
    ("upward_include", "core/model/x.cpp", '#include "kpi.h"\n', '#include "core/model/kpi.h"\n'),
    ("upward_include", "core/model/x.cpp", '#include "tests/support/golden.h"\n', "#include <vector>\n"),
    ("upward_include", "tests/io/x_test.cpp", '#include "core/runner/engine.h"\n', '#include "tests/support/golden.h"\n'),
    ("upward_include", "app/cli/x.cpp", '#include "ui/theme.h"\n', '#include "core/report/html.h"\n'),
    ("upward_use", "core/io/CMakeLists.txt", CMAKE + "soak_library(io SOURCES a.cpp USES model analysis)\n",
     CMAKE + "soak_library(io SOURCES a.cpp USES model PRIVATE analysis_of_others)\n"),
    ("qt_in_core", "core/io/x.cpp", "#include <QString>\n", "#include <string>\n"),
    ("qt_in_core", "app/cli/CMakeLists.txt", CMAKE + "find_package(Qt6 REQUIRED)\n", CMAKE + "find_package(CLI11 REQUIRED)\n"),
    ("wall_clock", "core/io/x.cpp", "auto t = std::chrono::system_clock::now();\n", "// system_clock::now() is not for us\n"),
    ("wall_clock", "tests/io/x_test.cpp", "auto t = time(nullptr);\n", "auto t = runtime(nullptr);\n"),
    ("wall_clock", "core/runner/x.cpp", "auto t = std::chrono::steady_clock::now();\n", "std::chrono::steady_clock::time_point t;\n"),
    ("output_in_core", "core/io/x.cpp", 'std::cerr << "bad";\n', 'const char* t = "std::cerr << bad";\n'),
    ("output_in_core", "core/io/x.cpp", 'printf("bad");\n', 'snprintf(buffer, 3, "ok");\n'),
    ("output_in_core", "core/io/x.cpp", 'std::fputs("bad", stderr);\n', "plan.stderrFile = path;\n"),
    ("message_box", "ui/docks/x.cpp", "QMessageBox::warning(this);\n", "ask(this);\n"),
    ("upward_include_in_ui", "ui/charts/x.cpp", '#include "ui/views/view.h"\n', '#include "ui/theme/theme.h"\n'),
    ("upward_include_in_ui", "ui/views/x.cpp", '#include "app/cli/input.h"\n', '#include "core/io/load_run.h"\n'),
    ("upward_include_in_ui", "ui/compare/x.cpp", '#include "ui/history/history_view.h"\n', '#include "ui/release/cells_table.h"\n'),
    ("charts_outside_their_folder", "ui/views/x.cpp", "#include <QChartView>\n", '#include "ui/charts/chart_pane.h"\n'),
    ("charts_outside_their_folder", "ui/window/x.h", HEADER + "#include <QLineSeries>\n", HEADER + "#include <QTableView>\n"),
    ("continuation_with_context", "ui/views/x.cpp", "future.then(this, [] {});\n", "jobs.run(title, work, this, [] {});\n"),
    ("nested_event_loop", "ui/docks/x.cpp", "QEventLoop loop;\n", "jobs.run(title, work, this, then);\n"),
    ("nested_event_loop", "ui/session/x.cpp", "process.waitForFinished();\n", "// waitForFinished\n"),
    ("journey_by_hand", "tests/ui/journeys/x_test.cpp", "action->trigger();\n", "QTest::keyClick(window, Qt::Key_F5);\n"),
    ("journey_by_hand", "tests/ui/journeys/x_test.cpp", 'field->setText(text);\n', "QTest::keyClicks(field, text);\n"),
    ("journey_by_hand", "tests/ui/journeys/x_test.cpp", "cell.doAction(press);\n", "press(\"Return\");\n"),
    ("journey_by_hand", "tests/ui/journeys/x_test.cpp", "QApplication::sendEvent(window, &event);\n", "wheel(chart(name), 3);\n"),
    ("journey_by_hand", "tests/ui/journeys/x_test.cpp", "window.findChild<QTableView*>();\n", "rowsOf(table(name));\n"),
    ("journey_by_hand", "tests/ui/journeys/x_test.cpp", '#include "ui/window/main_window.h"\n',
     '#include "tests/ui/support/person.h"\n'),
    ("journey_by_hand", "tests/ui/journeys/x_test.cpp", "#include <QPushButton>\n", "#include <QString>\n"),
    ("journey_by_hand", "tests/ui/journeys/x_test.cpp", '#include "core/runner/run_soak.h"\n', "#include <vector>\n"),
    ("long_file", "core/io/x.cpp", "//\n" * 401, "//\n" * 399),
    ("long_function", "core/io/x.cpp", LONG_BODY, LONG_BODY.replace("    g();\n", "", 1)),
    ("long_function", "tests/io/x_test.cpp", LONG_BODY.replace("int f()", "TEST(A, B)"), "namespace x\n{\n" + "\n" * 90 + "}\n"),
    ("todo_without_number", "core/io/x.cpp", "// TODO: later\n", "// TODO(#12): later\n"),
    ("using_namespace", "core/io/x.h", HEADER + "using namespace std;\n", HEADER + "using std::string;\n"),
    ("heavy_include", "core/io/x.h", HEADER + "#include <nlohmann/json.hpp>\n", HEADER + "#include <nlohmann/json_fwd.hpp>\n"),
    ("heavy_include", "core/io/x.h", HEADER + "#include <regex>\n", HEADER + "// #include <regex>\n"),
    ("heavy_include", "core/io/x.h", HEADER + "#include <simdjson.h>\n", HEADER + "#include <map>\n"),
    ("licence", "core/io/x.cpp", "int x;\n", SPDX + "int x;\n"),
    ("licence", "packaging/x.sh", "echo\n", "#!/bin/sh\n" + CMAKE),
    ("pragma_once", "core/io/x.h", SPDX + "int f();\n", HEADER + "int f();\n"),
    ("cmake_habits", "core/io/CMakeLists.txt", CMAKE + "file(GLOB all *.cpp)\n", CMAKE + "file(READ a b)\n"),
    ("cmake_habits", "core/io/CMakeLists.txt", CMAKE + "include_directories(x)\n", CMAKE + "target_include_directories(a PUBLIC x)\n"),
    ("sleep_in_test", "tests/io/x_test.cpp", "std::this_thread::sleep_for(1s);\n", "clock.advance(Millis{1000});\n"),
    ("sleep_in_test", "tests/ci/x_test.py", CMAKE + "time.sleep(1)\n", CMAKE + "SOAK_SLEEP_SECONDS = 1\n"),
    ("loop_over_temporary", "tests/io/x_test.cpp", 'for (const Json& one : Json::parse(text).at("all")) {\n',
     'const Json all = Json::parse(text);\nfor (const Json& one : all.at("all")) {\n'),
    ("test_that_does_not_run", "tests/io/x_test.cpp", "TEST(Load, DISABLED_Works)\n", "TEST(Load, Works)\n"),
    ("test_that_does_not_run", "tests/io/x_test.cpp", "GTEST_SKIP();\n", "// GTEST_SKIP\n"),
    ("vague_name", "core/io/x.cpp", "class FileManager\n", "class FileReader\n"),
    ("vague_name", "core/io/x.cpp", "struct Run {\n", "struct RunInfo {\n"),
    ("machine_path", "core/io/x.cpp", "// see /home/somebody/notes\n", "// see https://a.org/home/page\n"),
]

DEFECTS_PAGE = "".join(f"| {n} | what it was | later: release |\n" for n in range(1, 75))
CLEAN_TREE = {"CMakeLists.txt": CMAKE, "docs/defects.md": DEFECTS_PAGE}


def found_in(files):
    """The names of the rules broken in a tree of these files (path -> text)."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in (CLEAN_TREE | files).items():
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        (Path(folder, ".ci")).mkdir()
        return {rule for _, _, rule, _ in violations(folder)}


def licensed(text, rule=""):
    """`text` with the line that the rule about licences wants, so that a seeded violation stands alone."""
    return text if "SPDX" in text or rule == "licence" else SPDX + text


class SeededViolations(unittest.TestCase):
    def test_each_is_found_and_its_near_miss_is_not(self):
        for rule, path, bad, good in SEEDED:
            with self.subTest(rule=rule, path=path, bad=bad[:60]):
                self.assertEqual(found_in({path: licensed(bad, rule)}), {rule})
                self.assertEqual(found_in({path: licensed(good)}), set())

    def test_a_folder_of_ui_without_its_place_is_found(self):
        self.assertEqual(found_in({"ui/other/x.cpp": licensed("int a;\n")}), {"upward_include_in_ui"})

    def test_every_rule_has_one(self):
        self.assertEqual({rule for rule, *_ in SEEDED}, {rule.__name__ for rule in RULES + UI_RULES})


class TreeRules(unittest.TestCase):
    def test_a_source_without_its_test_is_found(self):
        tree = {"core/io/load.cpp": SPDX, "core/io/load.h": HEADER}
        self.assertEqual(found_in(tree), {"test_for_every_source"})
        self.assertEqual(found_in(tree | {"tests/io/load_test.cpp": SPDX}), set())

    def test_a_package_without_its_reason_is_found(self):
        tree = {"packaging/apt.txt": "# purpose\nbuild  cmake  builds\n"}
        self.assertEqual(found_in(tree), {"packages_are_explained"})
        self.assertEqual(found_in(tree | {"docs/dependencies.md": "| `cmake` | builds |\n"}), set())

    def test_a_defect_without_test_and_later_work_is_found(self):
        page = DEFECTS_PAGE.replace("| 20 | what it was | later: release |", "| 20 | what it was | |")
        self.assertEqual(found_in({"docs/defects.md": page}), {"defects_are_accounted_for"})

    def test_a_defect_that_is_not_listed_is_found(self):
        page = DEFECTS_PAGE.replace("| 74 |", "| x |")
        self.assertEqual(found_in({"docs/defects.md": page}), {"defects_are_accounted_for"})

    def test_a_defect_called_tested_that_is_not_is_found(self):
        page = DEFECTS_PAGE.replace("| 20 | what it was | later: release |", "| 20 | what it was | `Defect20` |")
        self.assertEqual(found_in({"docs/defects.md": page}), {"defects_are_accounted_for"})
        test = {"tests/io/x_test.cpp": SPDX + "TEST(Defect20, ConstantNegativeSeriesIsFlat)\n"}
        self.assertEqual(found_in(test | {"docs/defects.md": page}), set())

    def test_every_tree_rule_is_tried_here(self):
        self.assertEqual({rule.__name__ for rule in TREE_RULES},
                         {"test_for_every_source", "packages_are_explained", "defects_are_accounted_for"})

    def test_update_defects_writes_the_test_and_keeps_the_rest(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("docs", "tests/io", ".ci"):
                Path(folder, name).mkdir(parents=True)
            Path(folder, "docs/defects.md").write_text("# Title\n" + DEFECTS_PAGE, encoding="utf-8")
            Path(folder, "tests/io/x_test.cpp").write_text("TEST_F(Defect3, A)\n", encoding="utf-8")
            update_defects(folder, sources(folder))
            lines = Path(folder, "docs/defects.md").read_text(encoding="utf-8").splitlines()
        self.assertEqual(lines[0], "# Title")
        self.assertEqual(lines[3], "| 3 | what it was | `Defect3` in tests/io/x_test.cpp |")
        self.assertEqual(lines[4], "| 4 | what it was | later: release |")


class CodeOnly(unittest.TestCase):
    def test_comments_and_strings_are_blanked_in_place(self):
        self.assertEqual(code_only("a; // b\nc /* d\n */ e"), "a;     \nc     \n    e")
        self.assertEqual(code_only('f("x // y", 1\'000, \'"\', R"(z")");'), "f(        , 1'000,    ,        );")


if __name__ == "__main__":
    unittest.main()
