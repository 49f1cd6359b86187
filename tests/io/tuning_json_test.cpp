// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/json_writer.h"
#include "core/io/tuning_json.h"
#include "tests/io/records.h"

#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

TEST(TuningJson, WritesTheProposalUnderAllThreeNames)
{
    const nlohmann::json json = tuningJson(*sampleRecord(1).tuning);
    EXPECT_EQ(json.at("proposed_deltas").dump(),
              R"({"impact_cap_ratio":-0.005,"min_interval_ms":5})");
    EXPECT_EQ(json.at("suggested_deltas"), json.at("proposed_deltas"));
    EXPECT_EQ(json.at("deltas"), json.at("proposed_deltas"));
    TuningStep none;
    EXPECT_FALSE(tuningJson(none).contains("deltas"));
}

TEST(TuningJson, WritesEverySkipFlagOrAnEmptyString)
{
    TuningStep step;
    EXPECT_EQ(skipReasonJson(step), "");
    step.hasSkipObject = true;
    step.skip.atBound = true;
    step.skip.note = "x";
    EXPECT_EQ(
        compactText(skipReasonJson(step)),
        R"({"at_bound":true,"cooldown":false,"disabled":false,"duplicate":false,"freeze":false,"late_iteration":false,)"
        R"("micro_steps":false,"no_deltas":false,"no_op":false,"note":"x","oscillation":false,)"
        R"("partial_freeze":false,"velocity":false})");
}

TEST(TuningJson, NamesProposalsThatNoParameterHas)
{
    TuningStep step;
    step.proposed = {{"tail_age_ms", {1}}, {"x", {1}}, {"latency_spread_add_bps", {1}}};
    EXPECT_EQ(unknownParameters(step, builtin()), (std::vector<std::string>{"x"}));
}

} // namespace
} // namespace soak
