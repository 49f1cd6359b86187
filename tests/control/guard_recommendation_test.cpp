// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/guard_recommendation.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{
using Samples = std::vector<EngineSample>;

DebounceStatus active(double since)
{
    return {.active = true, .raw = true, .rawSince = Millis{since}};
}

// Frozen since `since` and observed later.
PartialFreezeStatus frozenSince(double since, std::vector<std::string> subsystems)
{
    return {.active = true,
            .subsystems = std::move(subsystems),
            .reason = "latency_hard",
            .since = Millis{since},
            .remainingMin = Millis{0}};
}

// A history whose signal is true.
std::vector<AppliedEntry> swingingHistory()
{
    std::vector<AppliedEntry> history(5);
    double amount = 5;
    for (AppliedEntry& entry : history) {
        entry.appliedDeltas.emplace("min_interval_ms", ParamDelta{amount});
        amount = -amount;
    }
    return history;
}

struct RecommendationCase {
    std::string name;
    bool oscillation;
    bool latency;
    std::vector<std::string> frozen; // since 0
    double now;
    std::string action;
    std::string reason;
    std::vector<std::string> frozenAfter;
};
} // namespace

// The rows of the table, by precedence.
TEST(EvaluateGuards, RowByRow)
{
    const std::vector<std::string> both{"rebid", "rescue_taker"};
    const std::vector<RecommendationCase> cases{
        {"1 latency", false, true, {}, 9000, "partial_freeze", "latency_hard", {"rebid"}},
        {"1 oscillation", true, false, {}, 9000, "partial_freeze", "oscillation", both},
        {"1 both", true, true, {}, 9000, "partial_freeze", "oscillation+latency_hard", both},
        {"2 grows", true, false, {"rebid"}, 9000, "extend_freeze", "oscillation", both},
        {"3 goes on", false, true, both, 9000, "continue_freeze", "latency_hard", both},
        {"3 goes on with both", true, true, both, 9000, "continue_freeze",
         "oscillation+latency_hard", both},
        {"4 held", false, false, {"rebid"}, 2999, "continue_freeze", "min_duration", {"rebid"}},
        {"5 over", false, false, {"rebid"}, 3000, "clear", "cleared", {}},
        {"6 nothing", false, false, {}, 9000, "none", "", {}},
    };
    for (const RecommendationCase& c : cases) {
        SCOPED_TRACE(c.name);
        TuningState state;
        state.oscillation = c.oscillation ? active(0) : DebounceStatus{};
        state.history = c.oscillation ? swingingHistory() : std::vector<AppliedEntry>{};
        state.latencyHard = c.latency ? active(0) : DebounceStatus{};
        if (!c.frozen.empty()) {
            state.partialFreeze = frozenSince(0, c.frozen);
        }
        const Samples samples{{Millis{c.now}, c.latency ? 400.0 : 100.0}};
        const GuardEvaluation result = evaluateGuards(samples, state);
        EXPECT_EQ(result.action, c.action);
        EXPECT_EQ(result.reason, c.reason);
        EXPECT_EQ(result.freeze.status(Millis{c.now}).subsystems, c.frozenAfter);
        EXPECT_EQ(result.clock, Millis{c.now});
    }
}

TEST(EvaluateGuards, LatencyOf2499MsDoesNothingAndOf2500MsFreezes)
{
    const Samples shorter{{Millis{1000}, 360.0}, {Millis{3499}, 360.0}};
    const Samples longer{{Millis{1000}, 360.0}, {Millis{3500}, 360.0}};
    EXPECT_EQ(evaluateGuards(shorter, {}).action, "none");
    EXPECT_EQ(evaluateGuards(longer, {}).action, "partial_freeze");
}

// Frozen at 3 500; calm from 4 000: closes at 8 000.
TEST(EvaluateGuards, ClearsAfter4000MsOfCalm)
{
    Samples samples{{Millis{1000}, 360.0}, {Millis{3500}, 360.0}};
    TuningState state;
    const auto next = [&](const Samples& now) {
        const GuardEvaluation result = evaluateGuards(now, state);
        state.latencyHard = result.latencyHard;
        state.oscillation = result.oscillation;
        state.partialFreeze = result.freeze.status(result.clock);
        return result.action;
    };
    EXPECT_EQ(next(samples), "partial_freeze");
    EXPECT_EQ(next({{Millis{4000}, 100.0}, {Millis{7999}, 100.0}}), "continue_freeze");
    EXPECT_EQ(next({{Millis{8000}, 100.0}}), "clear");
    EXPECT_EQ(next({{Millis{8500}, 100.0}}), "none");
}

TEST(EvaluateGuards, BothDebouncesAreUpdatedAtEverySample)
{
    TuningState state;
    state.history = swingingHistory();
    const GuardEvaluation result =
        evaluateGuards(Samples{{Millis{1000}, 400.0}, {Millis{2000}, 400.0}}, state);
    EXPECT_EQ(result.oscillation, (DebounceStatus{false, true, Millis{1000}}));
    EXPECT_EQ(result.latencyHard, (DebounceStatus{false, true, Millis{1000}}));
}

TEST(EvaluateGuards, UnknownLatencyIsNoSignalAndIsTold)
{
    const GuardEvaluation result = evaluateGuards(
        Samples{{Millis{0}, 400.0}, {Millis{1000}, std::nullopt}, {Millis{2600}, 400.0}}, {});
    EXPECT_EQ(result.action, "none");
    EXPECT_TRUE(result.latencyUnknown);
    EXPECT_FALSE(evaluateGuards(Samples{{Millis{0}, 1.0}}, {}).latencyUnknown);
}

} // namespace soak
