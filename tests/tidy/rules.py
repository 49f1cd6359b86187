# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house that a program can see. Each yields (line, message) for one source; the message names the remedy."""

import re

# A layer and what it may use: dependencies point down, siblings never include each other.
_LOW = {"base"}
_VALUES = _LOW | {"model"}
_SWEEP = _VALUES | {"io", "control", "sim"}
_STATISTICS = _VALUES | {"statistics"}
_RUNNER = _SWEEP | {"statistics", "analysis", "sweep"}
_REPORT = _STATISTICS | {"io", "analysis"}
LAYERS = {
    "base": set(),
    "model": _LOW,
    "io": _VALUES,
    "statistics": _VALUES,
    "analysis": _STATISTICS,
    "control": _VALUES,
    "sim": _VALUES,
    "sweep": _SWEEP,
    "runner": _RUNNER,
    "report": _REPORT | {"control", "sim", "sweep"},
    "history": _REPORT,
    "release": _RUNNER | {"report", "runner"},
    "serve": _REPORT | {"report"},
}
MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 60
HEAVY = re.compile(r"^(nlohmann/json\.hpp|simdjson(\.h|/.*)|regex|CLI/.*|toml\+\+/.*)$")


def layer_of(path):
    match = re.match(r"(?:core|tests)/(\w+)/", path)
    return match[1] if match and match[1] in LAYERS else None


def upward_include(source):
    """Includes are written from the root and point down (docs/architecture.md)."""
    layer = layer_of(source.path)
    in_core = source.path.startswith("core/")
    for line, kind, path in source.includes() if source.is_cpp else ():
        if kind != '"':
            continue
        top, _, rest = path.partition("/")
        if top not in ("app", "core", "tests", "ui"):
            yield line, f'"{path}": write the include from the root, as "core/base/result.h"'
        elif in_core and top != "core":
            yield line, f'"{path}": core includes nothing of {top}/'
        elif source.path.startswith("app/cli/") and top == "ui":
            yield line, f'"{path}": the command line includes nothing of ui/'
        elif not source.path.startswith("tests/") and top == "tests":
            yield line, f'"{path}": only tests include tests'
        elif layer and top == "core" and rest.split("/")[0] not in LAYERS[layer] | {layer}:
            yield line, f'"{path}": {layer} may use {", ".join(sorted(LAYERS[layer])) or "nothing"} only'


def upward_use(source):
    """What CMake links points down as well."""
    if not source.is_cmake or not source.path.startswith("core/"):
        return
    text = re.sub(r"#[^\n]*", "", source.text)
    for call in re.finditer(r"soak_library\(\s*(\w+)([^)]*)\)", text):
        uses = re.search(r"\bUSES\b((?:\s+[a-z_]+)*)", call[2])
        for used in uses[1].split() if uses else ():
            if used not in LAYERS.get(call[1], {used}):
                line = text.count("\n", 0, call.start()) + 1
                yield line, f"{call[1]} may not use {used}"


def qt_in_core(source):
    """The core and the command line build and start without Qt."""
    if not source.path.startswith(("core/", "app/cli/")):
        return
    for line, kind, path in source.includes() if source.is_cpp else ():
        if kind == "<" and re.match(r"Q[A-Z]|Qt", path):
            yield line, f"<{path}>: no Qt here; take the standard library, or move the code to ui/"
    if source.is_cmake:
        for line, text in source.matches(r"\bQt6?(::|\b.*COMPONENTS)|find_package\(Qt"):
            yield line, f"{text}: no Qt here"


def wall_clock(source):
    """Time comes in by the door: a Clock is passed in."""
    if not source.is_cpp or source.path == "core/base/clock.cpp":
        return
    for line, text in source.matches(r"\b(system_clock|high_resolution_clock)::now\b|\bgettimeofday\b|\btime\((NULL|nullptr|0)\)"):
        yield line, f"{text}: pass a Clock (core/base/clock.h)"
    if source.path.startswith("core/"):
        for line, text in source.matches(r"\bsteady_clock::now\b|\bclock_gettime\b"):
            yield line, f"{text}: pass a Clock (core/base/clock.h)"


def output_in_core(source):
    """Core prints nothing; the one exception is the last word of a failed SOAK_ASSERT."""
    if not source.is_cpp or not source.path.startswith("core/") or source.path == "core/base/result.cpp":
        return
    pattern = r"\bstd::(cout|cerr|clog|puts|printf|perror|print)\b|(?<![\w:.>])(printf|puts|putchar|perror)\s*\(|\b(stdout|stderr)\b(?!\w)"
    for line, text in source.matches(pattern):
        yield line, f"{text}: return the text, app/ and ui/ decide how to tell people"


def message_box(source):
    if source.is_cpp and not source.path.endswith("/ask.cpp"):
        for line, text in source.matches(r"\bQMessageBox\b"):
            yield line, f"{text}: ui/session/ask.h asks"


def long_file(source):
    if len(source.lines) > MOST_LINES:
        yield MOST_LINES + 1, f"{len(source.lines)} lines, at most {MOST_LINES}: two jobs in one file?"


def long_function(source):
    """A body is a block between a `{` and a `}` in the first column, as clang-format leaves it."""
    if not source.is_cpp:
        return
    opened = None
    lines = source.code.splitlines()
    for number, line in enumerate(lines, 1):
        if line.rstrip() == "{":
            head = " ".join(lines[max(0, number - 4):number - 1])
            tail = re.split(r"[;}]", head)[-1]
            opened = None if re.search(r"\b(namespace|struct|class|enum|union)\b", tail) else number
        elif line.startswith("}") and opened:
            if number - opened - 1 > MOST_LINES_OF_A_FUNCTION:
                yield opened, f"a function of {number - opened - 1} lines, at most {MOST_LINES_OF_A_FUNCTION}"
            opened = None


def todo_without_number(source):
    for number, line in enumerate(source.lines, 1):
        if re.search(r"\b(TODO|FIXME|XXX)\b(?!\(#\d+\))", line) and not source.path.startswith("tests/tidy/"):  # speaks of them
            yield number, "write TODO(#12) with the number of its issue, or do it"


def using_namespace(source):
    if source.is_header:
        for line, _ in source.matches(r"\busing\s+namespace\b"):
            yield line, "no `using namespace` in a header: it reaches every includer"


def heavy_include(source):
    """They cost seconds per translation unit (DESIGN 10): each in a handful of .cpp files."""
    for line, _, path in source.includes() if source.is_header else ():
        if HEAVY.match(path):
            yield line, f"<{path}> in a header: include it in the .cpp (nlohmann/json_fwd.hpp declares)"


def licence(source):
    if not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in source.lines[:2]):
        yield 1, "begin with `SPDX-License-Identifier: GPL-3.0-or-later`"


def pragma_once(source):
    if source.is_header and not re.search(r"^#pragma once$", source.text, re.MULTILINE):
        yield 1, "a header has `#pragma once`"


def cmake_habits(source):
    if source.is_cmake:
        pattern = (r"\bfile\s*\(\s*GLOB(_RECURSE)?\b|^\s*(include_directories|link_directories|add_definitions"
                   r"|add_compile_options|link_libraries)\s*\(|\bset\s*\(\s*CMAKE_CXX_FLAGS\b")
        for line, text in source.matches(pattern):
            yield line, f"{' '.join(text.split())}: list the sources; say it per target or in soak_flags"


def sleep_in_test(source):
    if source.path.startswith("tests/") and source.path != "tests/tidy/tidy_test.py":
        for line, text in source.matches(r"\bsleep_(for|until)\b|\b(u|nano)?sleep\s*\(|\b[qm]Sleep\b|\bmsleep\b|\bqWait\s*\("):
            if source.is_cpp or source.is_python:
                yield line, f"{text}: a test waits for an event with a bound, or moves a VirtualClock"


def loop_over_temporary(source):
    if source.is_cpp:
        for line, text in source.matches(r"\bfor\s*\([^;]*:[^;]*\bparse\([^;]*\)\s*(\.\s*(at|value|front|back)\(|\[)"):
            yield line, f"{text}: a part of a document that is gone before the loop begins; name the document"


def test_that_does_not_run(source):
    if source.is_cpp and source.path.startswith("tests/"):
        for line, text in source.matches(r"\bDISABLED_\w+|\bGTEST_SKIP\b|\bQSKIP\b"):
            yield line, f"{text}: mend the test or remove it"


def vague_name(source):
    if source.is_cpp:
        for line, text in source.matches(r"\b(class|struct|namespace)\s+\w*(Manager|Helper|Utils?|helpers?|utils?)\b"):
            yield line, f"{text}: name what it does"
        for line, text in source.matches(r"\b(class|struct)\s+(Run|Test)\b(?!\s*::)"):
            yield line, f"{text}: gtest's own members hide it inside a TEST"


def machine_path(source):
    for number, line in enumerate(source.lines, 1):
        if re.search(r"(?<![\w.])/(home|root)/\w", line) and not source.path.startswith("tests/tidy/"):
            yield number, "a path of one machine"


RULES = (
    upward_include, upward_use, qt_in_core, wall_clock, output_in_core, message_box, long_file, long_function,
    todo_without_number, using_namespace, heavy_include, licence, pragma_once, cmake_habits, sleep_in_test,
    loop_over_temporary, test_that_does_not_run, vague_name, machine_path,
)
