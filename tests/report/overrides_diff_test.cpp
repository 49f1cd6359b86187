// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/overrides_diff.h"
#include "tests/report/report_samples.h"
#include "tests/support/golden.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

OverridesDiff sampleDiff()
{
    Overrides a = bestCell();
    Overrides b = bestCell();
    b.values["base_spread_bps_delta"] = ParamValue{0.05 + 0.1};
    b.values["tail_age_ms"] = ParamValue{690};
    b.values.erase("max_delta_ratio");
    b.extras[{"notes"}] = "\"<script>\\u001b[31m\"";
    return diffOverrides(a, b, ParameterRegistry::builtin());
}

TEST(OverridesDiffReport, IsAsRecorded)
{
    const DiffSides sides{"RUN_1", "RUN_2 iteration 7"};
    EXPECT_GOLDEN("report/diff/diff.txt", overridesDiffText(sampleDiff(), sides));
    EXPECT_GOLDEN("report/diff/diff.json", overridesDiffJson(sampleDiff(), sides, sampleContext()));
}

TEST(OverridesDiffReport, OfEqualOverridesSaysSo)
{
    EXPECT_EQ(overridesDiffText({}, {"a\x1b", "b"}), "no differences between a\\x1B and b\n");
    const auto json = nlohmann::json::parse(overridesDiffJson({}, {"a", "b"}, sampleContext()));
    EXPECT_EQ(json.at("equal"), true);
    EXPECT_TRUE(json.at("differences").empty());
}

TEST(OverridesDiffReport, TellsAbsenceAsNull)
{
    const auto json =
        nlohmann::json::parse(overridesDiffJson(sampleDiff(), {"a", "b"}, sampleContext()));
    for (const auto& row : json.at("differences")) {
        if (row.at("name") == "max_delta_ratio") {
            EXPECT_EQ(row.at("a"), 0.15);
            EXPECT_TRUE(row.at("b").is_null());
            EXPECT_EQ(row.at("path"), "impact.max_delta_ratio");
        }
    }
}

} // namespace

} // namespace soak
