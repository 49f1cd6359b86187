// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/model/overrides.h"
#include "tests/model/override_samples.h"

#include <gtest/gtest.h>

#include <limits>

namespace soak
{
namespace
{

const Overrides kBestCell = with({{"base_spread_bps_delta", 0.05},
                                  {"impact_cap_ratio", 0.10},
                                  {"max_delta_ratio", 0.15},
                                  {"min_interval_ms", 60},
                                  {"replace_rate_per_min", 300},
                                  {"tail_age_ms", 600}});

TEST(CompactJson, NestsByCanonicalPathWithSortedKeys)
{
    EXPECT_EQ(
        compactJson(kBestCell, registry()),
        R"({"engine":{"tail_age_ms":600},)"
        R"("impact":{"impact_cap_ratio":0.1,"max_delta_ratio":0.15},)"
        R"("quoting":{"base_spread_bps_delta":0.05,"min_interval_ms":60,"replace_rate_per_min":300}})");
}

TEST(CompactJson, FlatFormUsesNames)
{
    EXPECT_EQ(compactJson(with({{"tail_age_ms", 620}, {"spread_add_bps", 0.5}}), registry(),
                          OverridesForm::Flat),
              R"({"spread_add_bps":0.5,"tail_age_ms":620})");
}

TEST(CompactJson, WithoutValuesIsAnEmptyObject)
{
    EXPECT_EQ(compactJson({}, registry()), "{}");
    EXPECT_EQ(compactJson({}, registry(), OverridesForm::Flat), "{}");
}

TEST(CompactJson, RealsAlwaysHaveAFractionAndIntegersNever)
{
    EXPECT_EQ(compactJson(with({{"rescue_spread_cap_bps", 5}, {"cooldown_ms", 500}}), registry()),
              R"({"taker_rescue":{"cooldown_ms":500,"rescue_spread_cap_bps":5.0}})");
}

TEST(CompactJson, AFractionInAnIntegerParameterIsNotLost)
{
    EXPECT_EQ(compactJson(with({{"cooldown_ms", 2.5}}), registry()),
              R"({"taker_rescue":{"cooldown_ms":2.5}})");
}

TEST(CompactJson, ParametersThatTheRegistryDoesNotKnowAreFlat)
{
    EXPECT_EQ(compactJson(with({{"zeta", 1}, {"tail_age_ms", 600}}), registry()),
              R"({"engine":{"tail_age_ms":600},"zeta":1.0})");
}

TEST(CompactJson, UnknownLeavesStandVerbatimAtTheirPath)
{
    Overrides overrides = with({{"min_interval_ms", 65}});
    overrides.extras[{"quoting", "note"}] = R"("a \"b\"")";
    overrides.extras[{"quoting", "deep", "list"}] = "[1,{\"x\":[]}]";
    overrides.extras[{"symbols"}] = "{}";
    EXPECT_EQ(
        compactJson(overrides, registry()),
        R"({"quoting":{"deep":{"list":[1,{"x":[]}]},"min_interval_ms":65,"note":"a \"b\""},"symbols":{}})");
}

TEST(CompactJson, KeysAreEscapedToAscii)
{
    Overrides overrides;
    overrides.extras[{"na\"me\n", "\xC3\xA9"}] = "1";
    EXPECT_EQ(compactJson(overrides, registry()), R"({"na\"me\n":{"\u00e9":1}})");
}

// The reader never makes such extras; a writer that met them all the same must not write two
// members of one name.
TEST(CompactJson, ALeafAtOrBelowAKnownValueIsLeftOut)
{
    Overrides overrides = with({{"min_interval_ms", 65}});
    overrides.extras[{"quoting"}] = "5";
    overrides.extras[{"quoting", "min_interval_ms"}] = "7";
    overrides.extras[{"quoting", "min_interval_ms", "x"}] = "8";
    overrides.extras[{}] = "9";
    EXPECT_EQ(compactJson(overrides, registry()), R"({"quoting":{"min_interval_ms":65}})");
}

TEST(CompactJson, OfTwoUnknownLeavesInOnePlaceTheShorterPathStays)
{
    Overrides overrides;
    overrides.extras[{"a"}] = "1";
    overrides.extras[{"a", "b"}] = "2";
    overrides.extras[{"ab"}] = "3";
    EXPECT_EQ(compactJson(overrides, registry()), R"({"a":1,"ab":3})");
}

TEST(ValueText, WritesWhatPythonWrites)
{
    const ParameterSpec* real = registry().find("position_limit_notional");
    const ParameterSpec* integer = registry().find("cooldown_ms");

    struct {
        const ParameterSpec* spec;
        double value;
        const char* expected;
    } const cases[] = {
        {real, 5, "5.0"},         {real, 0.1, "0.1"},
        {real, 1e-5, "1e-05"},    {real, 1e16, "1e+16"},
        {real, -0.0, "0.0"},      {real, 0.30000000000000004, "0.30000000000000004"},
        {integer, 65, "65"},      {integer, -3, "-3"},
        {integer, -0.0, "0"},     {integer, 65.5, "65.5"},
        {integer, 1e20, "1e+20"}, {nullptr, 65, "65.0"},
    };

    for (const auto& c : cases) {
        EXPECT_EQ(valueText(c.spec, c.value), c.expected);
    }
}

TEST(IndentedJson, IsIndentedByTwoAndEndsWithALineBreak)
{
    Overrides overrides = with({{"min_interval_ms", 65}});
    overrides.extras[{"quoting", "list"}] = R"([1,"a,b:{}[]\"\\",{"x":[]}])";
    overrides.extras[{"empty"}] = "{}";
    EXPECT_EQ(indentedJson(overrides, registry(), OverridesForm::Nested),
              "{\n"
              "  \"empty\": {},\n"
              "  \"quoting\": {\n"
              "    \"list\": [\n"
              "      1,\n"
              "      \"a,b:{}[]\\\"\\\\\",\n"
              "      {\n"
              "        \"x\": []\n"
              "      }\n"
              "    ],\n"
              "    \"min_interval_ms\": 65\n"
              "  }\n"
              "}\n");
}

TEST(IndentedJson, OfNothingIsOneLine)
{
    EXPECT_EQ(indentedJson({}, registry(), OverridesForm::Flat), "{}\n");
}

TEST(IndentedJson, EmbeddedHasNoLineBreakAtItsEnd)
{
    EXPECT_EQ(indentedJson(with({{"tail_age_ms", 600}}), registry(), OverridesForm::Flat, 4),
              "{\n      \"tail_age_ms\": 600\n    }");
}

// DOMAIN 4.8; each checked with sha256sum over the canonical bytes.
TEST(StateHash, GoldenValues)
{
    EXPECT_EQ(stateHash({}, registry()),
              "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    EXPECT_EQ(stateHash(with({{"min_interval_ms", 65}}), registry()),
              "a3be572deee8778d37e24ca50c05f36473442f298f78e64c79f6a357a9fe9b7f");
    EXPECT_EQ(sha256Hex(compactJson(kBestCell, registry(), OverridesForm::Flat)),
              "41b5fcd5d4742e351908332f066a89970443fe3e06944a99283fea8246e4298f");
}

// DOMAIN 8: the end of the golden tuning trajectory.
TEST(StateHash, OfTheGoldenFinalOverrides)
{
    const Overrides final = with({{"tail_age_ms", 690},
                                  {"impact_cap_ratio", 0.09},
                                  {"max_delta_ratio", 0.13},
                                  {"base_spread_bps", 0.15},
                                  {"base_spread_bps_delta", 0.09},
                                  {"min_interval_ms", 80},
                                  {"replace_rate_per_min", 255}});
    EXPECT_EQ(stateHash(final, registry()),
              "083d8133e080af1c96caddf3fcefdca120ace4c38bc9284476ca7442a1a75b6e");
}

// Defect 21: file bytes were hashed, so that equal content had several hashes.
TEST(Defect21, TheHashIsOfTheContentNotOfItsSpelling)
{
    Overrides one = with({{"tail_age_ms", 600}, {"min_interval_ms", 60}});
    Overrides other = with({{"min_interval_ms", 60.0}});
    other.values["tail_age_ms"] = ParamValue{600};
    EXPECT_EQ(stateHash(one, registry()), stateHash(other, registry()));
    other.values["tail_age_ms"] = ParamValue{601};
    EXPECT_NE(stateHash(one, registry()), stateHash(other, registry()));
}

TEST(ProposalSignature, IsOfTheMapRoundedToFiveDecimals)
{
    const Deltas deltas{{"impact_cap_ratio", {-0.0049999999999999}},
                        {"min_interval_ms", {5}},
                        {"replace_rate_per_min", {-38.25}}};
    EXPECT_EQ(
        proposalSignature(deltas),
        sha256Hex(
            R"({"impact_cap_ratio":-0.005,"min_interval_ms":5,"replace_rate_per_min":-38.25})"));
    EXPECT_EQ(proposalSignature({}), sha256Hex("{}"));
}

TEST(ProposalSignature, NoiseBelowFiveDecimalsIsNoDifference)
{
    EXPECT_EQ(proposalSignature({{"impact_cap_ratio", {-0.01}}}),
              proposalSignature({{"impact_cap_ratio", {-0.009999999999999995}}}));
    EXPECT_NE(proposalSignature({{"impact_cap_ratio", {-0.01}}}),
              proposalSignature({{"impact_cap_ratio", {-0.01001}}}));
}

} // namespace
} // namespace soak
