// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/open_runs.h"
#include "ui/history/kpi_chart.h"

#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

#include <algorithm>

namespace soak::ui
{
namespace
{

std::shared_ptr<const KpiHistory> latencies(std::size_t count)
{
    std::vector<KpiOfRun> runs(count);
    for (std::size_t run = 0; run < count; ++run) {
        runs[run].number = static_cast<std::int64_t>(run) + 1;
        runs[run].name = "RUN_" + std::to_string(run);
        runs[run].startedMs = static_cast<EpochMs>(run) * 86'400'000;
        const double level = run < 12 ? 300 : 380;
        runs[run].mean = level + static_cast<double>((run * 7) % 5);
        runs[run].lastN = runs[run].mean;
    }
    return std::make_shared<const KpiHistory>(kpiHistory(Metric::P95LatencyMs, std::move(runs)));
}

bool says(const KpiChart& chart, const QString& part)
{
    return std::ranges::any_of(chart.labels(),
                               [&](const ChartLabel& label) { return label.text.contains(part); });
}

} // namespace

TEST(KpiChart, SaysWhenTheLevelChanged)
{
    OpenRuns runs;
    KpiChart chart(runs.theme);
    chart.resize(900, 260);
    chart.setHistory(latencies(24));
    EXPECT_TRUE(chart.describe().contains(QStringLiteral("RUN_12")));
    EXPECT_TRUE(says(chart, QStringLiteral("RUN_12")));
    EXPECT_EQ(chart.accessibleName(), chart.describe());
}

TEST(KpiChart, IsHonestAboutFewRuns)
{
    OpenRuns runs;
    KpiChart chart(runs.theme);
    chart.resize(900, 260);
    chart.setHistory(latencies(5));
    EXPECT_TRUE(chart.describe().contains(QStringLiteral("16")));
    chart.setHistory(std::make_shared<const KpiHistory>());
    EXPECT_TRUE(says(chart, QStringLiteral("No remembered run")));
    chart.setHistory(nullptr);
    EXPECT_FALSE(chart.grab().isNull());
}

TEST(KpiChart, ArrowsGoFromRunToRun)
{
    OpenRuns runs;
    KpiChart chart(runs.theme);
    chart.resize(900, 260);
    chart.setHistory(latencies(5));
    QSignalSpy chosen(&chart, &KpiChart::runChosen);
    QSignalSpy activated(&chart, &KpiChart::runActivated);
    QTest::keyClick(&chart, Qt::Key_Return); // none is chosen yet
    EXPECT_TRUE(activated.isEmpty());
    QTest::keyClick(&chart, Qt::Key_Right);
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][0].toLongLong(), 1);
    chart.setCurrent(1);
    QTest::keyClick(&chart, Qt::Key_Right);
    EXPECT_EQ(chosen[1][0].toLongLong(), 2);
    QTest::keyClick(&chart, Qt::Key_Left);
    EXPECT_EQ(chosen[2][0].toLongLong(), 1);
    QTest::keyClick(&chart, Qt::Key_Return);
    ASSERT_EQ(activated.size(), 1);
    EXPECT_EQ(activated[0][0].toLongLong(), 1);
}

} // namespace soak::ui
