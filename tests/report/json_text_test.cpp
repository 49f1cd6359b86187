// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/json_text.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

TEST(JsonText, HasSortedKeysAsciiAndAFinalNewline)
{
    const nlohmann::json json{{"b", 1}, {"a", "\xC3\xA9"}};
    EXPECT_EQ(jsonText(json), "{\n  \"a\": \"\\u00e9\",\n  \"b\": 1\n}\n");
}

TEST(JsonText, ReplacesBytesThatAreNotUtf8)
{
    EXPECT_EQ(jsonText(nlohmann::json("\xff")), "\"\\ufffd\"\n");
}

TEST(RoundedOrNull, RoundsAsThePythonReferenceDoesAndKeepsAbsenceApartFromZero)
{
    EXPECT_EQ(roundedOrNull(2.20625), nlohmann::json(2.2062));
    EXPECT_EQ(roundedOrNull(0.68125), nlohmann::json(0.6813));
    EXPECT_EQ(roundedOrNull(0.0), nlohmann::json(0.0));
    EXPECT_TRUE(roundedOrNull(std::nullopt).is_null());
}

TEST(CleanOrNull, RemovesTheNoiseOfBinaryFractions)
{
    EXPECT_EQ(cleanOrNull(-0.009999999999999995).dump(), "-0.01");
    EXPECT_TRUE(cleanOrNull(std::nullopt).is_null());
}

TEST(StatisticsJson, IsAllNullWhenThereIsNoValue)
{
    MetricStatistics none;
    none.missing = 8;
    const nlohmann::json json = statisticsJson(none);
    for (const char* key : {"mean", "median", "min", "max", "trend"}) {
        EXPECT_TRUE(json.at(key).is_null()) << key;
    }
    EXPECT_EQ(json.at("count"), 0);
    EXPECT_EQ(json.at("missing"), 8);
}

TEST(GoalsJson, KeepsUnknownApartFromNotMet)
{
    const nlohmann::json json = goalsJson({true, false, std::nullopt, true});
    EXPECT_EQ(json.at("maker_taker_ok"), true);
    EXPECT_EQ(json.at("p95_latency_ok"), false);
    EXPECT_TRUE(json.at("risk_ok").is_null());
}

TEST(GapsJson, ListsRangesUpToALimit)
{
    EXPECT_EQ(gapsJson({{3, 3}, {5, 9}}, 10).dump(), "[[3,3],[5,9]]");
    EXPECT_EQ(gapsJson({{3, 3}, {5, 9}}, 1).dump(), "[[3,3]]");
}

TEST(FindingJson, NamesItsIterationOnlyWhereItHasOne)
{
    Finding finding{FindingKind::Gap, Severity::Info, "f", 7, "p", "t"};
    EXPECT_EQ(findingJson(finding).at("iteration"), 7);
    finding.iteration.reset();
    EXPECT_TRUE(findingJson(finding).at("iteration").is_null());
}

} // namespace

} // namespace soak
