// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_files.h"
#include "tests/io/generators.h"
#include "tests/io/io_support.h"
#include "tests/support/property.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

SOAK_PROPERTY(TuningStateJson, IsReadBack, ())
{
    const TuningState state = generate::drawState();
    std::vector<Finding> findings;
    const auto again = parseTuningState(tuningStateText(state), "s.json", findings);
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == state);
    RC_ASSERT(findings.empty());
}

// The example of DOMAIN 1.9, which is shorter than what we write.
TEST(TuningStateJson, ReadsAnOlderFile)
{
    std::vector<Finding> findings;
    const auto state = parseTuningState(R"({"schema_version":"2.0","last_applied_signature":"9c",
      "frozen_until_iter":12,"freeze_reason":"steady_state_lock",
      "frozen_params":["impact_cap_ratio","max_delta_ratio"],"cooldown":{"min_interval_ms":7},
      "last_changed":{"min_interval_ms":4},"applied_history":[{"iteration":4,"apply_id":"51",
      "applied_deltas":{"min_interval_ms":5},"state_hash":"3f"}],"clock_ms":20000,
      "partial_freeze":{"active":true,"subsystems":["rebid","rescue_taker"],"reason":"oscillation",
      "since_ms":15000},"debounce":{"oscillation":{"active":true,"raw":true,"raw_since_ms":10000},
      "latency_hard":{"active":false,"raw":false,"raw_since_ms":0}},"cooldown_until_iter":9})",
                                        "TUNING_STATE.json", findings);
    ASSERT_TRUE(state) << describe(state.error());
    TuningState expected;
    expected.lastAppliedSignature = "9c";
    expected.frozenUntilIter = 12;
    expected.freezeReason = "steady_state_lock";
    expected.frozenParams = {"impact_cap_ratio", "max_delta_ratio"};
    expected.cooldown = {{"min_interval_ms", 7}};
    expected.lastChanged = {{"min_interval_ms", 4}};
    expected.history = {{4, "51", {{"min_interval_ms", {5}}}, "3f", ""}};
    expected.clock = Millis(20000);
    expected.partialFreeze = {
        true, {"rebid", "rescue_taker"}, "oscillation", Millis(15000), Millis(0)};
    expected.oscillation = {true, true, Millis(10000)};
    expected.extras = {{{"cooldown_until_iter"}, "9"}};
    EXPECT_EQ(*state, expected);
    EXPECT_TRUE(findings.empty());
}

TEST(TuningStateJson, ANumberThatIsNoIterationIsMissing)
{
    std::vector<Finding> findings;
    const auto state = parseTuningState(
        R"({"last_iteration":-1,"frozen_until_iter":2147483648,"cooldown":{"a":1.5,"b":3}})",
        "s.json", findings);
    ASSERT_TRUE(state);
    EXPECT_EQ(state->lastIteration, 0);
    EXPECT_EQ(state->frozenUntilIter, std::nullopt);
    EXPECT_EQ(state->cooldown, (std::map<std::string, int>{{"b", 3}}));
    EXPECT_EQ(kindsOf(findings), std::vector(3, FindingKind::WrongType));
}

TEST(TuningStateJson, RefusesWhatIsNoObject)
{
    std::vector<Finding> findings;
    for (const char* text : {"", "[]", "{", "7"}) {
        const auto state = parseTuningState(text, "s.json", findings);
        ASSERT_FALSE(state) << text;
        EXPECT_EQ(state.error().where, "s.json");
    }
}

} // namespace
} // namespace soak
