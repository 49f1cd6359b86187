# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the windows that a program can see, in the form of rules.py."""

import re

# From the lowest to the highest, as in ui/CMakeLists.txt: each folder uses those before it.
UI_FOLDERS = (
    "theme", "session", "models", "charts", "widgets", "docks", "views", "release", "compare", "history", "window",
)
_CHARTS = re.compile(r"Q(\w*Charts?(View)?|\w+Series|\w+Axis)$")


def upward_include_in_ui(source):
    """A folder of ui/ uses those below it, and nothing of app/."""
    match = re.match(r"ui/(\w+)/", source.path)
    if not source.is_cpp or not match:
        return
    if match[1] not in UI_FOLDERS:
        yield 1, f"ui/{match[1]} has no place in the order of the folders of ui/ (UI_FOLDERS)"
        return
    for line, kind, path in source.includes():
        used = re.match(r"ui/(\w+)/", path)
        if kind == '"' and path.startswith("app/"):
            yield line, f'"{path}": ui includes nothing of app/'
        elif kind == '"' and used and used[1] in UI_FOLDERS[UI_FOLDERS.index(match[1]) + 1:]:
            yield line, f'"{path}": ui/{match[1]} is below ui/{used[1]}'


def charts_outside_their_folder(source):
    """One class owns QtCharts, so that another library can take its place."""
    if not source.is_cpp or source.path.startswith(("ui/charts/", "tests/ui/")):
        return
    for line, kind, path in source.includes():
        if kind == "<" and _CHARTS.match(path):
            yield line, f"<{path}>: charts are ui/charts/chart_pane.h"


def continuation_with_context(source):
    """In Qt 6.4 QFuture::then(context, ...) crashes when the context dies before the work ends."""
    if source.is_cpp and source.path.startswith(("ui/", "app/workbench/")):
        for line, text in source.matches(r"\.then\(\s*(this|context|&\w+)\s*,"):
            yield line, f"{text}: take Jobs::run(title, work, context, then)"


def nested_event_loop(source):
    """The GUI thread never waits."""
    if source.is_cpp and source.path.startswith("ui/"):
        for line, text in source.matches(r"\bQEventLoop\b|\bwaitForFinished\b|\bwaitForDone\b|\bQThread::m?u?sleep\b"):
            if not (text == "waitForDone" and source.path == "ui/session/jobs.cpp"):
                yield line, f"{text}: run it as a job (ui/session/jobs.h)"


# What a journey may include of Qt: values and the things that read a disk or wait, no widget and no action.
_OF_JOURNEYS = {
    "QDir", "QElapsedTimer", "QFile", "QFileInfo", "QImage", "QPointF", "QProcess", "QRegularExpression", "QSize",
    "QString", "QStringList",
}
# What a person cannot do, in case a header lets it through.
_NOT_BY_HAND = (
    r"(\.|->)(trigger|click|animateClick|toggle|doAction|doActions|navigate|set[A-Z]\w*)\("
    r"|\b(invokeMethod|sendEvent|postEvent|notify|findChild(?:ren)?|qobject_cast|Q_EMIT|emit)\b"
)


def journey_by_hand(source):
    """A journey is made of what a person can do and see: it has person.h, and no window, view or action."""
    if not source.is_cpp or not source.path.startswith("tests/ui/journeys/"):
        return
    for line, kind, path in source.includes():
        if kind == '"' and not path.startswith("tests/"):
            yield line, f'"{path}": a journey has tests/ui/support/person.h and desk.h'
        elif kind == "<" and re.match(r"Q[A-Z]", path) and path not in _OF_JOURNEYS:
            yield line, f"<{path}>: a journey has tests/ui/support/person.h and desk.h"
    for line, text in source.matches(_NOT_BY_HAND):
        yield line, f"{text}: send a key or a mouse event"


UI_RULES = (
    upward_include_in_ui, charts_outside_their_folder, continuation_with_context, nested_event_loop, journey_by_hand,
)
