// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/overrides_json.h"
#include "tests/io/generators.h"
#include "tests/io/records.h"
#include "tests/support/property.h"

namespace soak
{
namespace
{

Overrides parsed(std::string_view text, Findings& findings)
{
    Result<Overrides> overrides =
        parseOverrides(text, "runtime_overrides.json", builtin(), findings);
    EXPECT_TRUE(overrides) << (overrides ? "" : describe(overrides.error()));
    return overrides ? std::move(*overrides) : Overrides{};
}

double valueIn(const Overrides& overrides, const std::string& name)
{
    const auto found = overrides.values.find(name);
    return found == overrides.values.end() ? -12345 : found->second.amount;
}

TEST(ParseOverrides, ReadsFlatAndNestedAlike)
{
    Findings findings;
    const Overrides flat = parsed(R"({"min_interval_ms":65,"impact_cap_ratio":0.09})", findings);
    const Overrides nested = parsed(
        R"({"quoting":{"min_interval_ms":65},"impact":{"impact_cap_ratio":0.09}})", findings);
    const Overrides aliased =
        parsed(R"({"engine":{"min_interval_ms":65},"risk":{"impact_cap_ratio":0.09}})", findings);
    EXPECT_EQ(flat, nested);
    EXPECT_EQ(flat, aliased);
    EXPECT_EQ(valueIn(flat, "min_interval_ms"), 65);
    EXPECT_TRUE(findings.empty()) << kindsText(findings);
}

TEST(ParseOverrides, RanksCanonicalOverFlatOverAliases)
{
    Findings findings;
    const Overrides overrides = parsed(
        R"({"quoting":{"min_interval_ms":70},"min_interval_ms":65,"engine":{"min_interval_ms":60}})",
        findings);
    EXPECT_EQ(valueIn(overrides, "min_interval_ms"), 70);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].kind, FindingKind::OverrideConflict);
    EXPECT_EQ(findings[0].text, "quoting.min_interval_ms = 70.0 (used), min_interval_ms = 65.0, "
                                "engine.min_interval_ms = 60.0");
    findings.clear();
    EXPECT_EQ(valueIn(parsed(R"({"engine":{"min_interval_ms":60},"min_interval_ms":65})", findings),
                      "min_interval_ms"),
              65);
}

TEST(ParseOverrides, IsSilentWhenSpellingsAgree)
{
    Findings findings;
    parsed(R"({"quoting":{"min_interval_ms":65},"min_interval_ms":65.0})", findings);
    EXPECT_TRUE(findings.empty()) << kindsText(findings);
}

TEST(ParseOverrides, NamesValuesOutsideSafeLimits)
{
    Findings findings;
    EXPECT_EQ(valueIn(parsed(R"({"tail_age_ms":30})", findings), "tail_age_ms"), 30);
    ASSERT_TRUE(hasFinding(findings, FindingKind::OutOfSafeLimits, "tail_age_ms"));
    EXPECT_EQ(findings.front().severity, Severity::Error);
}

// The published release profile of the reference: changes stored as values beside the true ones.
TEST(ParseOverrides, UsesTheTrueValuesOfTheReferenceFixture)
{
    Findings findings;
    const std::string text =
        bytesOf(fixturePath("reference-36/artifacts/soak/runtime_overrides.json"));
    const Overrides overrides = parsed(text, findings);
    EXPECT_EQ(valueIn(overrides, "min_interval_ms"), 60);
    EXPECT_EQ(valueIn(overrides, "tail_age_ms"), 600);
    EXPECT_EQ(valueIn(overrides, "impact_cap_ratio"), 0.1);
    EXPECT_EQ(valueIn(overrides, "max_delta_ratio"), 0.15);
    EXPECT_EQ(valueIn(overrides, "base_spread_bps_delta"), 0.05);
    EXPECT_EQ(valueIn(overrides, "replace_rate_per_min"), 300);
    EXPECT_TRUE(overrides.extras.empty());
    EXPECT_TRUE(hasFinding(findings, FindingKind::OverrideConflict, "tail_age_ms"))
        << kindsText(findings);
    EXPECT_TRUE(hasFinding(findings, FindingKind::OverrideConflict, "impact_cap_ratio"));
    EXPECT_TRUE(hasFinding(findings, FindingKind::OutOfSafeLimits, "engine.tail_age_ms"));
    EXPECT_TRUE(hasFinding(findings, FindingKind::OutOfSafeLimits, "engine.min_interval_ms"));
    EXPECT_TRUE(hasFinding(findings, FindingKind::OutOfSafeLimits, "risk.impact_cap_ratio"));
}

TEST(ParseOverrides, KeepsMembersItDoesNotKnow)
{
    Findings findings;
    const Overrides overrides = parsed(
        R"({"symbols":["BTC","ETH"],"risk":{"max_drawdown_pct":5,"risk_limit":0.4},"vip":{},"min_interval_ms":60})",
        findings);
    EXPECT_EQ(overrides.extras,
              (std::map<JsonPath, std::string>{{{"symbols"}, "[\"BTC\",\"ETH\"]"},
                                               {{"risk", "max_drawdown_pct"}, "5"},
                                               {{"risk", "risk_limit"}, "0.4"},
                                               {{"vip"}, "{}"}}));
    EXPECT_TRUE(findings.empty()) << kindsText(findings);
    EXPECT_EQ(parsed(overridesText(overrides, OverridesForm::Nested, builtin()), findings),
              overrides);
}

TEST(ParseOverrides, ReportsTheSameNameAtAnUnknownPath)
{
    Findings findings;
    const Overrides overrides =
        parsed(R"({"min_interval_ms":60,"other":{"min_interval_ms":55}})", findings);
    EXPECT_EQ(valueIn(overrides, "min_interval_ms"), 60);
    EXPECT_TRUE(hasFinding(findings, FindingKind::OverrideConflict));
    Findings none;
    EXPECT_TRUE(parsed(R"({"other":{"min_interval_ms":55}})", none).values.empty());
}

TEST(ParseOverrides, TakesNoValueOfAWrongType)
{
    Findings findings;
    const Overrides overrides = parsed(
        R"({"min_interval_ms":"60","tail_age_ms":true,"quoting":5,"impact":{},"max_delta_ratio":{"x":1},"engine":{"tail_age_ms":null}})",
        findings);
    EXPECT_TRUE(overrides.values.empty());
    EXPECT_TRUE(overrides.extras.empty());
    EXPECT_TRUE(hasFinding(findings, FindingKind::WrongType, "min_interval_ms"));
    EXPECT_TRUE(hasFinding(findings, FindingKind::WrongType, "tail_age_ms"));
    EXPECT_TRUE(hasFinding(findings, FindingKind::WrongType, "quoting"));
    EXPECT_TRUE(hasFinding(findings, FindingKind::WrongType, "max_delta_ratio.x"));
    EXPECT_EQ(findings.size(), 4U);
}

TEST(ParseOverrides, RefusesWhatIsNoObject)
{
    Findings findings;
    EXPECT_FALSE(parseOverrides("[1]", "x", builtin(), findings));
    EXPECT_FALSE(parseOverrides("", "x", builtin(), findings));
}

SOAK_PROPERTY(OverridesText, IsReadBack, ())
{
    const Overrides overrides = *generate::overrides();
    for (const OverridesForm form : {OverridesForm::Nested, OverridesForm::Flat}) {
        Findings findings;
        const auto again =
            parseOverrides(overridesText(overrides, form, builtin()), "x", builtin(), findings);
        RC_ASSERT(again.has_value());
        RC_ASSERT(*again == overrides);
    }
}

} // namespace
} // namespace soak
