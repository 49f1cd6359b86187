// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/model/overrides.h"
#include "tests/model/override_samples.h"
#include "tests/support/property.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

TEST(HashOfOverrides, EqualValuesHashAlikeOthersDoNot)
{
    const Overrides a = with({{"min_interval_ms", 60}, {"tail_age_ms", 600}});
    Overrides b = a;
    EXPECT_EQ(hashOf(a), hashOf(b));
    b.values["tail_age_ms"] = ParamValue{601};
    EXPECT_NE(hashOf(a), hashOf(b));
    b = a;
    b.extras[{"note"}] = "1";
    EXPECT_NE(hashOf(a), hashOf(b));
    EXPECT_EQ(hashOf(with({{"spread_add_bps", 0.0}})), hashOf(with({{"spread_add_bps", -0.0}})));
}

// Defect 69: every tool had a default of its own for a missing override.
TEST(Defect69, AMissingOverrideIsTheRegistryDefault)
{
    struct {
        const char* name;
        double expected;
    } const cases[] = {
        {"base_spread_bps_delta", 0.05}, {"min_interval_ms", 60}, {"impact_cap_ratio", 0.10},
        {"replace_rate_per_min", 300},   {"tail_age_ms", 600},    {"rescue_max_ratio", 0.30}};

    for (const auto& c : cases) {
        const ParameterSpec* spec = registry().find(c.name);
        ASSERT_NE(spec, nullptr) << c.name;
        EXPECT_EQ(valueOrDefault({}, *spec), ParamValue{c.expected}) << c.name;
    }
}

TEST(ValueOrDefault, AValueThatIsThereWinsZeroIncluded)
{
    const ParameterSpec* spec = registry().find("base_spread_bps_delta");
    ASSERT_NE(spec, nullptr);
    EXPECT_EQ(valueOrDefault(with({{"base_spread_bps_delta", 0.0}}), *spec), ParamValue{0.0});
}

TEST(ValueOrDefault, WithoutDefaultIsAbsent)
{
    const ParameterSpec* spec = registry().find("tick_size");
    ASSERT_NE(spec, nullptr);
    EXPECT_EQ(valueOrDefault({}, *spec), std::nullopt);
}

TEST(DiffOverrides, NamesWhatChangedCameAndWent)
{
    Overrides a = with({{"min_interval_ms", 60}, {"tail_age_ms", 600}, {"impact_cap_ratio", 0.1}});
    Overrides b =
        with({{"min_interval_ms", 65}, {"impact_cap_ratio", 0.1}, {"base_spread_bps", 0.15}});
    a.extras[{"x", "y"}] = "[1]";
    b.extras[{"x", "y"}] = "7";

    const OverridesDiff diff = diffOverrides(a, b, registry());
    ASSERT_EQ(diff.size(), 4U);
    EXPECT_EQ(diff[0],
              (OverrideDifference{
                  "base_spread_bps", {}, "0.15", {}, false, {"quoting", "base_spread_bps"}}));
    EXPECT_EQ(diff[1],
              (OverrideDifference{
                  "min_interval_ms", "60", "65", 5.0, false, {"quoting", "min_interval_ms"}}));
    EXPECT_EQ(diff[2],
              (OverrideDifference{"tail_age_ms", "600", {}, {}, false, {"engine", "tail_age_ms"}}));
    EXPECT_EQ(diff[3], (OverrideDifference{"x.y", "[1]", "7", {}, true, {"x", "y"}}));
}

TEST(DiffOverrides, ADeltaIsFreeOfBinaryNoise)
{
    const OverridesDiff diff = diffOverrides(with({{"base_spread_bps", 0.1}}),
                                             with({{"base_spread_bps", 0.3}}), registry());
    ASSERT_EQ(diff.size(), 1U);
    EXPECT_EQ(diff[0].delta, 0.2);
}

TEST(ApplyDiff, RefusesAnotherStartingPoint)
{
    const Overrides a = with({{"min_interval_ms", 60}});
    const Overrides b = with({{"min_interval_ms", 65}});
    const OverridesDiff diff = diffOverrides(a, b, registry());
    for (const Overrides& start : {with({{"min_interval_ms", 61}}), Overrides{}}) {
        const auto applied = applyDiff(start, diff, registry());
        ASSERT_FALSE(applied);
        EXPECT_EQ(applied.error().code, Errc::BadInput);
        EXPECT_EQ(applied.error().where, "min_interval_ms");
    }
    const auto added = applyDiff(b, diffOverrides({}, b, registry()), registry());
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().message, "expected no value, found 65");
}

TEST(ApplyDiff, RefusesAnotherStartingPointOfAnUnknownLeaf)
{
    Overrides a;
    Overrides b;
    b.extras[{"note"}] = "\"x\"";
    const auto applied = applyDiff(b, diffOverrides(a, b, registry()), registry());
    ASSERT_FALSE(applied);
    EXPECT_EQ(applied.error().where, "note");
}

TEST(ApplyDiff, RefusesAValueThatIsNoNumber)
{
    const OverridesDiff diff{{"min_interval_ms", {}, "\"fast\"", {}, false, {}}};
    const auto applied = applyDiff({}, diff, registry());
    ASSERT_FALSE(applied);
    EXPECT_EQ(applied.error().code, Errc::BadInput);
}

// Some known names, some unknown; values of any magnitude.
rc::Gen<Overrides> anyOverrides()
{
    return rc::gen::exec([] {
        Overrides overrides;
        const auto names = *rc::gen::container<std::vector<std::string>>(
            rc::gen::element<std::string>("min_interval_ms", "tail_age_ms", "impact_cap_ratio",
                                          "base_spread_bps", "risk_limit_ratio", "zeta", "alpha"));
        for (const std::string& name : names) {
            const double amount = static_cast<double>(*rc::gen::inRange(-5000, 5000)) /
                                  *rc::gen::element(1.0, 7.0, 100.0, 1e9, 1e-12);
            overrides.values[name] = ParamValue{amount};
        }
        for (const int i : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 4))) {
            const std::string leaf(1, static_cast<char>('p' + i));
            overrides.extras[{"own", leaf}] =
                *rc::gen::element<std::string>("1", "\"a\"", "[1,2]", "null", "{}");
        }
        return overrides;
    });
}

TEST(ApplyDiff, OfADiffGivesTheOther)
{
    EXPECT_TRUE(holdsAlways([] {
        const Overrides a = *anyOverrides();
        const Overrides b = *anyOverrides();
        const OverridesDiff diff = diffOverrides(a, b, registry());
        const auto applied = applyDiff(a, diff, registry());
        RC_ASSERT(applied.has_value());
        RC_ASSERT(*applied == b);
        RC_ASSERT(stateHash(*applied, registry()) == stateHash(b, registry()));
    }));
}

TEST(DiffOverrides, OfEqualsIsEmptyAndOfOthersIsNot)
{
    EXPECT_TRUE(holdsAlways([] {
        const Overrides a = *anyOverrides();
        const Overrides b = *anyOverrides();
        RC_ASSERT(diffOverrides(a, a, registry()).empty());
        RC_ASSERT(diffOverrides(a, b, registry()).empty() == (a == b));
    }));
}

} // namespace
} // namespace soak
