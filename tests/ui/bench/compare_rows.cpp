// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/recorded_profile.h"
#include "core/runner/run_soak.h"
#include "tests/support/builders.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/bench/bench_stack.h"
#include "tests/ui/bench/rows.h"
#include "ui/compare/compare_scenes.h"
#include "ui/compare/compare_table.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QThreadPool>

#include <cstdio>
#include <cstdlib>

namespace soak::ui
{
namespace
{

constexpr int kOverlaid = 32;
constexpr int kOverlaidRows = 1'000;
constexpr int kTableRuns = 500;
constexpr int kTableIterations = 8;
constexpr double kPanBudgetMs = 33;
constexpr double kTableBudgetMs = 50;

std::vector<ComparedInput> overlaidRuns()
{
    std::vector<ComparedInput> runs;
    for (int i = 0; i < kOverlaid; ++i) {
        std::mt19937_64 random(static_cast<unsigned>(i) + 1);
        std::normal_distribution<double> noise(0, 1);
        const auto run = aRun()
                             .withIterations(kOverlaidRows)
                             .editKpis([&](int, MetricValues& values) {
                                 for (const Metric metric : kComparedKpis) {
                                     values[indexOf(metric)] = 100 + i + 5 * noise(random);
                                 }
                             })
                             .shared();
        auto judgement =
            std::make_shared<const Judgement>(judge(run, recordedProfileOf(*run).profile));
        runs.push_back({QString::number(i), std::to_string(i), run, judgement, 0});
    }
    return runs;
}

// Drags of one to forty iterations over all runs, zoomed so that half of them is seen.
Times pans(LineMode lines, const char* name)
{
    Jobs jobs;
    Session session(jobs);
    Selection selection;
    Theme theme;
    theme.choose(ThemeChoice::Light);
    const ViewContext context{session, selection, theme};
    const CompareDesk desk(context);
    CompareChoice choice;
    choice.lines = lines;
    const ChartsRef charts = chartsOf(overlaidRuns(), choice, {});
    Selection own;
    ChartStack stack(own, theme);
    stack.setLanesShown(false);
    stack.resize(750, 560);
    std::vector<SceneRef> scenes;
    for (std::size_t i = 0; i < charts->metrics.size(); ++i) {
        auto scene =
            std::make_shared<ChartScene>(*compareScene(charts, nullptr, i, desk, context, {}));
        for (std::size_t run = 0; run < scene->series.size(); ++run) {
            scene->series[run].slot = run; // as 32 open runs have them: most are dashed
        }
        scenes.push_back(std::move(scene));
    }
    SOAK_ASSERT(lines == LineMode::Envelope || scenes.front()->series.size() == kOverlaid);
    stack.setDomain(charts->domain);
    stack.setScenes(scenes);
    stack.show();
    QCoreApplication::processEvents();
    Times times{name, kPanBudgetMs, 0, {}, {}};
    std::mt19937 random(3);
    std::uniform_real_distribution<double> step(1, 40);
    double from = 100;
    double direction = 1;
    for (int i = 0; i < kBenchEvents; ++i) {
        if (from > 450 || from < 50) {
            direction = from > 450 ? -1 : 1;
        }
        from += direction * step(random);
        times.all.push_back(timed([&] { own.moveRange(ViewRange{from, from + 500}); }));
    }
    return times;
}

// 500 open runs: the columns are sorted one after the other, and the table is scrolled by pages.
std::vector<Times> tableRows()
{
    const TempDir scratch;
    Jobs jobs;
    Session session(jobs);
    Selection selection;
    Theme theme;
    theme.choose(ThemeChoice::Light);
    const ViewContext context{session, selection, theme};
    for (int i = 0; i < kTableRuns; ++i) {
        RunRequest request;
        request.info.engine = "mock";
        request.info.iterations = kTableIterations;
        request.info.seed = static_cast<std::uint64_t>(i) + 1;
        request.out = scratch.path() / ("run" + std::to_string(i));
        if (!runSoak(request, VirtualClock(), {}, {})) {
            std::fprintf(stderr, "soak_chart_bench: cannot record a run\n");
            std::exit(70);
        }
        session.open(*request.out);
    }
    while (session.runs().size() < kTableRuns) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    selection.setPrimary(session.runs().front().identity);
    CompareDesk desk(context);
    CompareTable table(context, desk);
    table.resize(1000, 600);
    table.show();
    while (table.model().rows().size() < kTableRuns || table.model().rows().back().means.empty()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    Times sorts{"table_sort_500_runs", kTableBudgetMs, 0, {}, {}};
    Times scrolls{"table_scroll_500_runs", kTableBudgetMs, 0, {}, {}};
    for (int i = 0; i < kBenchEvents; ++i) {
        const int column = i % kCompareColumns;
        sorts.all.push_back(timed([&] {
            table.sortByColumn(column, i % 2 == 0 ? Qt::DescendingOrder : Qt::AscendingOrder);
        }));
        QScrollBar& bar = *table.verticalScrollBar();
        const int to = bar.value() + bar.pageStep() < bar.maximum() ? bar.value() + bar.pageStep()
                                                                    : bar.minimum();
        scrolls.all.push_back(timed([&] { bar.setValue(to); }));
    }
    return {std::move(sorts), std::move(scrolls)};
}

} // namespace

std::vector<Times> compareRows()
{
    std::vector<Times> rows{pans(LineMode::Lines, "pan_4x32x1000_lines"),
                            pans(LineMode::Envelope, "pan_4x32x1000_envelope")};
    for (Times& row : tableRows()) {
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace soak::ui
