// SPDX-License-Identifier: GPL-3.0-or-later
// Partial freeze through a whole run and its files (DOMAIN 5.5). min_interval_ms belongs to
// `rebid`, tail_age_ms and impact_cap_ratio to `edge`; with risk 0.65 the tuner wants to move all
// of them.
#include "tests/runner/run_support.h"

namespace soak
{

namespace
{

using Ticks = std::vector<std::pair<double, double>>;

class GuardScenario : public testing::Test
{
protected:
    void run(const std::vector<ScriptStep>& steps, bool normalise = false)
    {
        std::vector<ScriptStep> withLast = steps;
        withLast.push_back({}); // the last iteration never applies anything
        RunRequest request = scriptedRequest(m_base.path(), scriptOf(withLast));
        request.info.tunerOptions.normalise = normalise;
        const auto result = runIt(request);
        ASSERT_TRUE(result) << describe(result.error());
    }

    [[nodiscard]] TuningStep step(int iteration) const
    {
        const IterationRecord record = recordIn(m_base / "soak/latest", iteration);
        EXPECT_TRUE(record.tuning && record.tuning->guards);
        return record.tuning.value_or(TuningStep{});
    }

    [[nodiscard]] bool moved(int iteration, std::string_view parameter) const
    {
        const TuningStep tuning = step(iteration);
        const bool changed = tuning.appliedDeltas && tuning.appliedDeltas->contains(parameter);
        const IterationRecord record = recordIn(m_base / "soak/latest", iteration);
        const auto valueIn = [&](const Overrides& overrides) {
            const auto found = overrides.values.find(parameter);
            return found == overrides.values.end() ? std::nullopt
                                                   : std::optional<ParamValue>(found->second);
        };
        EXPECT_EQ(changed, valueIn(*record.during) != valueIn(*record.next));
        return changed;
    }

    TempDir m_base;
};

const Ticks kUntilOpen{{0, 370}, {2500, 370}};

TEST_F(GuardScenario, HighLatencyFor2499MsDoesNothing)
{
    run({{.p95 = 370, .ticks = {{0, 370}, {2499, 370}}}});
    EXPECT_FALSE(step(1).guards->partialFreeze.active);
    EXPECT_TRUE(moved(1, "min_interval_ms"));
    EXPECT_TRUE(moved(1, "tail_age_ms"));
}

TEST_F(GuardScenario, HighLatencyFor2500MsFreezesRebidWhileEdgeStillMoves)
{
    run({{.p95 = 370, .ticks = kUntilOpen}});
    const TuningStep tuning = step(1);
    EXPECT_TRUE(tuning.guards->partialFreeze.active);
    EXPECT_EQ(tuning.guards->partialFreeze.subsystems, std::vector<std::string>{"rebid"});
    EXPECT_EQ(tuning.guards->partialFreeze.reason, "latency_hard");
    EXPECT_EQ(tuning.guards->action, "partial_freeze");
    EXPECT_EQ(tuning.dropped->at("min_interval_ms"), DropReason::PartialFreeze);
    EXPECT_TRUE(tuning.freezeTriggered);
    EXPECT_FALSE(moved(1, "min_interval_ms"));
    EXPECT_TRUE(moved(1, "tail_age_ms"));
    EXPECT_TRUE(moved(1, "impact_cap_ratio"));
}

TEST_F(GuardScenario, ExactlyTheHardLimitCounts)
{
    run({{.p95 = 360, .ticks = {{0, 360}, {2500, 360}}}});
    EXPECT_TRUE(step(1).guards->latencyHard.active);
}

TEST_F(GuardScenario, FrozenParametersStayUntilFourSecondsOfCalm)
{
    run({{.p95 = 370, .ticks = kUntilOpen},
         {.ticks = {{2600, 300}, {6599, 300}}},
         {.ticks = {{6600, 300}}}});
    EXPECT_EQ(step(2).guards->action, "continue_freeze");
    EXPECT_FALSE(moved(2, "min_interval_ms"));
    EXPECT_TRUE(moved(2, "tail_age_ms"));
    EXPECT_EQ(step(3).guards->action, "clear");
    EXPECT_FALSE(step(3).guards->partialFreeze.active);
    EXPECT_TRUE(moved(3, "min_interval_ms"));
}

TEST_F(GuardScenario, AFreezeIsHeldForThreeSecondsEvenWhenItsCauseIsGone)
{
    run({{.p95 = 370, .ticks = {{0, 370}, {2500, 370}, {2600, 300}, {6599, 300}}}, // frozen at 6599
         {.ticks = {{6600, 300}}},
         {.ticks = {{9598, 300}}},
         {.ticks = {{9599, 300}}}});
    EXPECT_EQ(step(1).guards->action, "partial_freeze");
    EXPECT_FALSE(step(2).guards->latencyHard.active);
    EXPECT_EQ(step(2).guards->reason, "min_duration");
    EXPECT_FALSE(moved(2, "min_interval_ms"));
    EXPECT_EQ(step(3).guards->action, "continue_freeze");
    EXPECT_FALSE(moved(3, "min_interval_ms"));
    EXPECT_EQ(step(4).guards->action, "clear");
    EXPECT_TRUE(moved(4, "min_interval_ms"));
}

// Risk .45 wants min_interval +5; risk .30 with net 3.2 wants -3 when normalising.
std::vector<ScriptStep> seesaw(const Ticks& ticksOfSixth)
{
    std::vector<ScriptStep> steps;
    for (int iteration = 1; iteration <= 5; ++iteration) {
        steps.push_back(iteration % 2 == 1 ? ScriptStep{.netBps = 1.0, .risk = 0.45}
                                           : ScriptStep{.netBps = 3.2, .risk = 0.30});
    }
    steps.push_back({.netBps = 1.0, .risk = 0.45, .ticks = ticksOfSixth});
    return steps;
}

TEST_F(GuardScenario, AnOscillationFreezesRescueTakerToo)
{
    run(seesaw({{30000, 300}, {32500, 300}}), true);
    const TuningStep tuning = step(6);
    EXPECT_TRUE(tuning.guards->oscillation.active);
    EXPECT_EQ(tuning.guards->partialFreeze.subsystems,
              (std::vector<std::string>{"rebid", "rescue_taker"}));
    EXPECT_EQ(tuning.guards->partialFreeze.reason, "oscillation");
    EXPECT_FALSE(moved(6, "min_interval_ms"));
    EXPECT_TRUE(moved(6, "impact_cap_ratio"));
}

TEST_F(GuardScenario, AnOscillationFor2499MsDoesNothing)
{
    run(seesaw({{30000, 300}, {32499, 300}}), true);
    EXPECT_FALSE(step(6).guards->partialFreeze.active);
    EXPECT_TRUE(moved(6, "min_interval_ms"));
}

TEST_F(GuardScenario, TheReportOfTheRunShowsTheFreeze)
{
    run({{.p95 = 370, .ticks = kUntilOpen}});
    const std::string report = bytesOf(m_base / "soak/latest/TUNING_REPORT.json");
    EXPECT_NE(report.find("\"min_interval_ms\": \"partial_freeze\""), std::string::npos) << report;
}

} // namespace

} // namespace soak
