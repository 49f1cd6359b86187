// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/calibration.h"
#include "tests/ui/history/remembered_runs.h"
#include "ui/history/history_strip.h"

#include <QToolButton>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

class StripOfHistory : public testing::Test
{
protected:
    void show(Metric metric)
    {
        strip.showRun(metric, all.runs.selection.primary(), all.runs.selection.primary());
        ASSERT_TRUE(QTest::qWaitFor([this] { return all.runs.jobs.running().empty(); }, 10'000));
    }

    RememberedRuns all{20, 12};
    HistoryStrip strip{all.runs.context, all.desk.place()};
};

TEST_F(StripOfHistory, TakesNoRoomWithoutAHistory)
{
    show(Metric::P95LatencyMs);
    EXPECT_TRUE(strip.isHidden());
    HistoryStrip nowhere(all.runs.context, HistoryPlace{});
    nowhere.showRun(Metric::NetBps, {}, {});
    ASSERT_TRUE(all.settled());
    EXPECT_TRUE(nowhere.isHidden());
}

TEST_F(StripOfHistory, ShowsTheKpiOfEveryRememberedRun)
{
    all.import();
    show(Metric::P95LatencyMs);
    EXPECT_FALSE(strip.isHidden());
    EXPECT_TRUE(
        strip.chart()->describe().startsWith(QStringLiteral("p95 latency, ms by run, 20 run(s)")))
        << strip.chart()->describe().toStdString();
    EXPECT_TRUE(strip.chart()->describe().contains(QStringLiteral("the level changed")));
    show(Metric::RiskRatio);
    EXPECT_TRUE(strip.chart()->describe().startsWith(QStringLiteral("Risk ratio by run")));
}

TEST_F(StripOfHistory, WhatIsImportedLaterIsSeenWhenItIsReadAgain)
{
    show(Metric::P95LatencyMs);
    all.import();
    strip.readAgain();
    ASSERT_TRUE(all.settled());
    EXPECT_FALSE(strip.isHidden());
}

TEST_F(StripOfHistory, TellsWhichRunsWereMadeAsTheBaseline)
{
    all.import();
    all.runs.session.open(all.folders.path() / "r3");
    ASSERT_TRUE(all.settled());
    ASSERT_FALSE(all.runs.session.runs().empty());
    const QString r3 = all.runs.session.runs().front().identity;
    strip.showRun(Metric::NetBps, r3, r3);
    ASSERT_TRUE(all.settled());
    const bool isKnown = configurationOf(*all.runs.session.runs().front().run).has_value();
    ASSERT_TRUE(isKnown) << "else nothing can be made alike";
    EXPECT_TRUE(strip.alikeText().startsWith(QStringLiteral("Compare with 19 other run(s)")))
        << strip.alikeText().toStdString();
    QStringList asked;
    QObject::connect(&strip, &HistoryStrip::compareRequested, &strip,
                     [&](const QStringList& folders) { asked = folders; });
    strip.findChild<QToolButton*>()->click();
    EXPECT_EQ(asked.size(), 19);
    EXPECT_FALSE(asked.contains(QString::fromStdString((all.folders.path() / "r3").string())));
}

TEST_F(StripOfHistory, KeepsNoRunThatIsClosed)
{
    all.import();
    all.runs.session.open(all.folders.path() / "r3");
    ASSERT_TRUE(all.settled());
    const QString r3 = all.runs.session.runs().front().identity;
    const std::weak_ptr<const SoakRun> run = all.runs.session.runs().front().run;
    strip.showRun(Metric::NetBps, r3, r3);
    ASSERT_TRUE(all.settled());
    all.runs.session.close(r3);
    EXPECT_TRUE(QTest::qWaitFor([&] { return run.expired(); }, 10'000));
}

} // namespace
} // namespace soak::ui
