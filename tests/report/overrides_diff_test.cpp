// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ignored_overrides.h"
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

TEST(OverridesDiffReport, SaysWhatIsLeftOut)
{
    const std::vector<std::string> patterns{"engine.*", "notes\x1b"};
    const auto [diff, leftOut] = withoutIgnored(sampleDiff(), patterns);
    const DiffSides sides{"a", "b", patterns, leftOut};
    EXPECT_EQ(leftOut, 1U); // tail_age_ms
    EXPECT_EQ(diff.size(), sampleDiff().size() - 1);
    EXPECT_TRUE(overridesDiffText(diff, sides)
                    .ends_with("3 differences\n1 difference left out by: engine.* notes\\x1B\n"))
        << overridesDiffText(diff, sides);
    EXPECT_TRUE(
        overridesDiffText({}, sides).ends_with("1 difference left out by: engine.* notes\\x1B\n"));
    const auto json = nlohmann::json::parse(overridesDiffJson(diff, sides, sampleContext()));
    EXPECT_EQ(json.at("ignored"), nlohmann::json(patterns));
    EXPECT_EQ(json.at("left_out"), 1);
    EXPECT_FALSE(json.at("equal"));
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
