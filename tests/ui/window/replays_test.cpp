// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/load_run.h"
#include "core/runner/run_soak.h"
#include "core/sweep/red_start.h"
#include "tests/support/temp_dir.h"
#include "ui/window/replays.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

class SimulatedRuns : public testing::Test
{
protected:
    void openRun(const char* engine, int iterations)
    {
        RunRequest request;
        request.info.engine = engine;
        request.info.iterations = iterations;
        request.info.autoTune = true;
        request.info.tuner = "model";
        request.info.initialOverrides = redStart(3);
        request.out = m_folder / "source";
        const auto made = runSoak(request, VirtualClock(1'767'608'400'000), {}, {});
        ASSERT_TRUE(made) << describe(made.error());
        m_session.open(m_folder / "source");
        ASSERT_TRUE(QTest::qWaitFor([&] { return !m_session.runs().empty(); }));
        m_identity = m_session.runs().front().identity;
    }

    // The first iteration after which something was applied.
    int changed() const
    {
        const SoakRun& run = *m_session.runs().front().run;
        for (const int iteration : run.table.iterations()) {
            if (replayOffer(run, iteration).isPossible()) {
                return iteration;
            }
        }
        return 0;
    }

    TempDir m_folder;
    Jobs m_jobs;
    Session m_session{m_jobs};
    Replays m_replays{m_session};
    QString m_identity;
};

} // namespace

TEST_F(SimulatedRuns, AChangeIsLeftOutInARunBesideTheSource)
{
    openRun("sim", 6);
    const int iteration = changed();
    ASSERT_GT(iteration, 0);
    const std::string name =
        replayOffer(*m_session.runs().front().run, iteration).parameters.front();
    QMenu menu;
    QAction* entry =
        m_replays.addEntry(menu, {m_identity, iteration, QString::fromStdString(name)});
    EXPECT_TRUE(entry->isEnabled());
    QSignalSpy made(&m_replays, &Replays::made);
    entry->trigger();
    ASSERT_TRUE(made.wait());
    const fs::path folder(made.front().at(1).toString().toStdString());
    EXPECT_EQ(folder.parent_path(), m_folder.path());
    const auto run = loadRun(folder);
    ASSERT_TRUE(run) << describe(run.error());
    ASSERT_EQ((*run)->info->branches.size(), 1U);
    EXPECT_EQ((*run)->info->branches.front().at, iteration + 1);
    EXPECT_EQ((*run)->info->branches.front().without, std::vector<std::string>{name});
}

TEST_F(SimulatedRuns, AReplayIsCancelled)
{
    openRun("sim", 60);
    QSignalSpy begun(&m_replays, &Replays::begun);
    QSignalSpy made(&m_replays, &Replays::made);
    QSignalSpy ended(&m_replays, &Replays::ended);
    m_replays.start({m_identity, changed()});
    ASSERT_EQ(begun.count(), 1);
    m_replays.stop(begun.front().front().toString());
    ASSERT_TRUE(ended.wait());
    EXPECT_TRUE(ended.front().at(1).toString().startsWith(QStringLiteral("Cancelled")))
        << ended.front().at(1).toString().toStdString();
    EXPECT_EQ(made.count(), 0);
    EXPECT_TRUE(m_session.problems().empty());
}

TEST_F(SimulatedRuns, WhatCannotBeReplayedSaysWhy)
{
    openRun("sim", 4);
    QMenu menu;
    const QAction* last = m_replays.addEntry(menu, {m_identity, 4});
    EXPECT_FALSE(last->isEnabled());
    EXPECT_EQ(last->toolTip(), QStringLiteral("No change after #4 was in force later."));
    const QAction* other =
        m_replays.addEntry(menu, {m_identity, changed(), QStringLiteral("min_edge_bps")});
    EXPECT_FALSE(other->isEnabled());
    EXPECT_FALSE(m_replays.addEntry(menu, {QStringLiteral("none"), 1})->isEnabled());
    EXPECT_TRUE(menu.toolTipsVisible());
}

TEST_F(SimulatedRuns, ARunOfAnotherEngineIsNotReplayed)
{
    openRun("mock", 4);
    QMenu menu;
    const QAction* entry = m_replays.addEntry(menu, {m_identity, 2});
    EXPECT_FALSE(entry->isEnabled());
    EXPECT_EQ(entry->toolTip(), QStringLiteral("Only a run of engine sim can be replayed; this one "
                                               "was measured by engine mock."));
}

} // namespace soak::ui
