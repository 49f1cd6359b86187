// SPDX-License-Identifier: GPL-3.0-or-later
// soak_chart_bench: the budgets of the window, measured on the GUI thread beside an empty QtCharts
// window in the same run.
#include "core/base/heap.h"
#include "tests/ui/bench/rows.h"

#include <QApplication>
#include <QFont>
#include <QLocale>
#include <QStyleFactory>

#include <cstdio>
#include <iterator>
#include <string_view>

namespace
{

constexpr const char* kUsage =
    "usage: soak_chart_bench [--only charts|compare|spikes|file|start]\n"
    "Table on stderr, JSON on stdout. Exit code 1 when a budget is missed; it is asked of the\n"
    "processor time of the GUI thread, which is its wall time on a quiet machine.\n";

} // namespace

int main(int argc, char** argv)
{
    using namespace soak::ui;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    // As soak-workbench does; the empty window is one that nobody has thought about.
    if (argc > 1 && std::string_view(argv[1]) == "--start-window") {
        soak::prepareHeap();
    }
    QLocale::setDefault(QLocale::c());
    const QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setFont(QFont(QStringLiteral("DejaVu Sans")));
    const QStringList words = QApplication::arguments();
    if (words.size() == 4 && words[1] == QLatin1String("--start-window")) {
        return startWindow(words[2], words[3]);
    }
    if (words.size() == 2 && words[1] == QLatin1String("--start-empty")) {
        return startEmpty();
    }
    const QString only =
        words.size() == 3 && words[1] == QLatin1String("--only") ? words[2] : QString();
    if (words.size() != 1 && only.isEmpty()) {
        std::fputs(kUsage, stderr);
        return 2;
    }
    const auto isWanted = [&](const char* name) {
        return only.isEmpty() || only == QLatin1String(name);
    };
    std::vector<Times> times;
    std::vector<Count> counts;
    const auto add = [&](std::vector<Times> more) {
        std::move(more.begin(), more.end(), std::back_inserter(times));
    };
    if (isWanted("charts")) {
        add(chartRows());
    }
    if (isWanted("compare")) {
        add(compareRows());
    }
    if (isWanted("spikes")) {
        counts = spikeRows();
    }
    if (isWanted("file")) {
        add({fileRow()});
    }
    if (isWanted("start")) {
        add(startRows(QApplication::applicationFilePath()));
    }
    add({emptyCharts()});
    return report(times, counts);
}
