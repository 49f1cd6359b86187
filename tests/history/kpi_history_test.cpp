// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/kpi_history.h"
#include "tests/support/noise.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

std::vector<KpiOfRun> nightly(std::size_t count, std::size_t steppedAt)
{
    Noise noise(4);
    std::vector<KpiOfRun> runs(count);
    for (std::size_t at = 0; at < count; ++at) {
        runs[at].name = "RUN_" + std::to_string(at);
        runs[at].startedMs = static_cast<EpochMs>(at);
        runs[at].mean = (at < steppedAt ? 3.1 : 2.4) + .05 * noise.normal();
    }
    return runs;
}

TEST(KpiHistory, SeesWhenTheLevelChanged)
{
    const KpiHistory history = kpiHistory(Metric::NetBps, nightly(40, 25));
    ASSERT_EQ(history.changes.size(), 1U);
    EXPECT_EQ(history.changes[0].run, 25U);
    const std::vector<std::string> texts = historyChangeTexts(history);
    ASSERT_EQ(texts.size(), 1U);
    EXPECT_TRUE(texts[0].starts_with("the level changed at RUN_25, give or take ")) << texts[0];
    EXPECT_TRUE(texts[0].ends_with(" bps")) << texts[0];
    EXPECT_NEAR(history.changes[0].before, 3.1, .05);
    EXPECT_NEAR(history.changes[0].after, 2.4, .05);
}

TEST(KpiHistory, ARunWithoutAMeanKeepsItsPlace)
{
    std::vector<KpiOfRun> runs = nightly(40, 25);
    runs[3].mean.reset();
    runs[10].mean.reset();
    const KpiHistory history = kpiHistory(Metric::NetBps, runs);
    ASSERT_EQ(history.changes.size(), 1U);
    EXPECT_EQ(history.changes[0].run, 25U);
    EXPECT_EQ(history.means, 38U);
}

TEST(KpiHistory, FewRunsAreNotJudged)
{
    const KpiHistory history = kpiHistory(Metric::NetBps, nightly(15, 8));
    EXPECT_TRUE(history.isTooShort());
    EXPECT_TRUE(history.changes.empty());
    EXPECT_EQ(historyChangeTexts(history)[0],
              "change points need 16 runs with a mean, and there are 15");
    EXPECT_EQ(historyChangeTexts(kpiHistory(Metric::NetBps, nightly(30, 30)))[0],
              "no change of the level is seen");
}

} // namespace

} // namespace soak
