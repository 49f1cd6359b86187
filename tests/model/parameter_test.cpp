// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/parameter.h"
#include "tests/support/property.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace soak
{
namespace
{

ParameterSpec aSpec(std::string name)
{
    ParameterSpec spec;
    spec.canonicalPath = {"engine", name};
    spec.aliases = {{name}};
    spec.name = std::move(name);
    spec.safe = {0, 10};
    return spec;
}

const ParameterSpec& builtin(std::string_view name)
{
    const ParameterSpec* spec = ParameterRegistry::builtin().find(name);
    SOAK_ASSERT(spec != nullptr);
    return *spec;
}

TEST(ParameterRegistry, FindsByNameAndByEveryPath)
{
    const auto registry = ParameterRegistry::create({aSpec("b"), aSpec("a")});
    ASSERT_TRUE(registry);
    EXPECT_EQ(registry->specs().front().name, "a");
    EXPECT_EQ(registry->find("b")->name, "b");
    EXPECT_EQ(registry->findByPath({"engine", "b"})->name, "b");
    EXPECT_EQ(registry->findByPath({"b"})->name, "b");
    EXPECT_EQ(registry->find("c"), nullptr);
    EXPECT_EQ(registry->find(""), nullptr);
    EXPECT_EQ(registry->findByPath({"engine"}), nullptr);
    EXPECT_EQ(registry->findByPath({}), nullptr);
}

TEST(ParameterRegistry, ACopyIsWhole)
{
    ParameterRegistry copy = ParameterRegistry::builtin();
    EXPECT_EQ(copy.findByPath({"engine", "tail_age_ms"}), copy.find("tail_age_ms"));
}

struct BadSpecCase {
    const char* what;
    std::function<void(std::vector<ParameterSpec>&)> spoil;
};

TEST(ParameterRegistry, RefusesATableThatContradictsItself)
{
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    const BadSpecCase cases[] = {
        {"parameter is defined twice", [](auto& s) { s.push_back(s[0]); }},
        {"path engine.b is used twice",
         [](auto& s) {
             s[0].canonicalPath = {"engine", "b"};
         }},
        {"path b is used twice", [](auto& s) { s[0].aliases.push_back({"b"}); }},
        {"path engine.b.x lies below the value engine.b",
         [](auto& s) {
             s[0].canonicalPath = {"engine", "b", "x"};
         }},
        {"range is empty",
         [](auto& s) {
             s[0].safe = {5, 4};
         }},
        {"range is empty",
         [](auto& s) {
             s[0].apply = ParamRange{11, 12};
         }},
        {"range is empty",
         [](auto& s) {
             s[0].safe = {kNan, 4};
         }},
        {"default 11.0 is outside its safe limits", [](auto& s) { s[0].defaultValue = 11; }},
        {"default 0.0 is outside its safe limits",
         [](auto& s) {
             s[0].safeLowIsOpen = true;
             s[0].defaultValue = 0;
         }},
        {"bounds of an integer parameter must be integers",
         [](auto& s) {
             s[0].isInteger = true;
             s[0].apply = ParamRange{0.5, 3};
         }},
        {"bounds have more than 12 decimals", [](auto& s) { s[0].safe.high = 0.1 + 0.2; }},
        {"a parameter needs a name and a canonical path", [](auto& s) { s[0].name.clear(); }},
        {"a parameter needs a name and a canonical path",
         [](auto& s) { s[0].canonicalPath.clear(); }},
    };
    for (const BadSpecCase& c : cases) {
        std::vector<ParameterSpec> specs{aSpec("a"), aSpec("b")};
        c.spoil(specs);
        const auto registry = ParameterRegistry::create(std::move(specs));
        ASSERT_FALSE(registry) << c.what;
        EXPECT_EQ(registry.error().code, Errc::BadInput);
        EXPECT_EQ(registry.error().message, c.what);
    }
}

TEST(EffectiveRange, IsWhereSafeAndApplyMeet)
{
    ParameterSpec spec = aSpec("a");
    EXPECT_EQ(effectiveRange(spec), (ParamRange{0, 10}));
    spec.apply = ParamRange{-5, 4};
    EXPECT_EQ(effectiveRange(spec), (ParamRange{0, 4}));
}

TEST(IsWithinSafe, IncludesTheLimitsButNotAnOpenOne)
{
    ParameterSpec spec = aSpec("a");
    EXPECT_TRUE(isWithinSafe(spec, 0));
    EXPECT_TRUE(isWithinSafe(spec, 10));
    EXPECT_FALSE(isWithinSafe(spec, 10.000001));
    EXPECT_FALSE(isWithinSafe(spec, std::numeric_limits<double>::quiet_NaN()));
    spec.safeLowIsOpen = true;
    EXPECT_FALSE(isWithinSafe(spec, 0));
}

TEST(RoundedForType, RoundsIntegersHalfAwayAndKillsNoiseInReals)
{
    EXPECT_EQ(roundedForType(builtin("replace_rate_per_min"), 202.5), 203);
    EXPECT_EQ(roundedForType(builtin("replace_rate_per_min"), -2.5), -3);
    EXPECT_EQ(roundedForType(builtin("impact_cap_ratio"), 0.1 + 0.2), 0.3);
}

struct ChangeCase {
    const char* name;
    double previous;
    double delta;
    double expected;
    Bound bound;
};

TEST(BoundedChange, StaysInsideTheBoundsAndRounds)
{
    const ChangeCase cases[] = {
        {"min_interval_ms", 60, 5, 65, Bound::None},
        {"min_interval_ms", 78, 5, 80, Bound::Cap},
        {"min_interval_ms", 80, 5, 80, Bound::Cap},
        {"min_interval_ms", 42, -5, 40, Bound::Floor},
        {"impact_cap_ratio", 0.1, -0.01, 0.09, Bound::None},
        {"impact_cap_ratio", 0.085, -0.01, 0.08, Bound::Floor},
        {"impact_cap_ratio", 0.11, 0.01, 0.12, Bound::None}, // 0.12 exactly, no cap
        {"replace_rate_per_min", 255, -38.25, 217, Bound::None},
        {"base_spread_bps", 0.12, 0.015, 0.135, Bound::None}, // no apply range: safe limits
        {"base_spread_bps", 1.995, 0.015, 2.0, Bound::Cap},
        {"position_limit_notional", 1000, 1e9, 1000001000, Bound::None},
    };
    for (const ChangeCase& c : cases) {
        const BoundedChange change =
            boundedChange(builtin(c.name), ParamValue{c.previous}, ParamDelta{c.delta});
        EXPECT_EQ(change.newValue, c.expected) << c.name << " " << c.previous << " " << c.delta;
        EXPECT_EQ(change.bound, c.bound) << c.name << " " << c.previous << " " << c.delta;
        EXPECT_EQ(change.oldValue, c.previous);
        EXPECT_EQ(change.delta, c.delta);
    }
}

TEST(BoundedChange, NeverPullsAValueThatIsAlreadyOutside)
{
    const ChangeCase cases[] = {
        {"min_interval_ms", 90, 5, 90, Bound::Cap},               // apply 40..80: stays, not 80
        {"min_interval_ms", 90, -5, 85, Bound::None},             // inward is free
        {"min_interval_ms", 400, 5, 400, Bound::Cap},             // outside safe too
        {"base_spread_bps_delta", 0.05, 0.02, 0.07, Bound::None}, // below 0.08: inward
        {"base_spread_bps_delta", 0.05, -0.02, 0.05, Bound::Floor},
        {"impact_cap_ratio", -0.01, -0.01, -0.01, Bound::Floor},
    };
    for (const ChangeCase& c : cases) {
        const BoundedChange change =
            boundedChange(builtin(c.name), ParamValue{c.previous}, ParamDelta{c.delta});
        EXPECT_EQ(change.newValue, c.expected) << c.name << " " << c.previous << " " << c.delta;
        EXPECT_EQ(change.bound, c.bound) << c.name << " " << c.previous << " " << c.delta;
    }
}

TEST(BoundedChange, RoundingNeverReversesTheDelta)
{
    const ChangeCase cases[] = {
        {"min_interval_ms", 60.4, 0.01, 60.4, Bound::None},  // 60 would be less
        {"min_interval_ms", 90.6, 5, 90.6, Bound::Cap},      // 91 would be further outside
        {"min_interval_ms", 60.4, 0, 60.4, Bound::None},     // no delta, no change
        {"min_interval_ms", 60.6, -0.01, 60.6, Bound::None}, // 61 would be more
    };
    for (const ChangeCase& c : cases) {
        const BoundedChange change =
            boundedChange(builtin(c.name), ParamValue{c.previous}, ParamDelta{c.delta});
        EXPECT_EQ(change.newValue, c.expected) << c.name << " " << c.previous << " " << c.delta;
    }
}

TEST(BoundedChange, AnOpenLimitIsNeverReached)
{
    const ParameterSpec& spec = builtin("position_limit_notional");
    const BoundedChange change = boundedChange(spec, ParamValue{1000}, ParamDelta{-5000});
    EXPECT_EQ(change.newValue, 1000);
    EXPECT_EQ(change.bound, Bound::Floor);
}

TEST(BoundedChange, HugeNumbersStayFinite)
{
    const double most = std::numeric_limits<double>::max();
    const ParameterSpec& spec = builtin("position_limit_notional");
    const BoundedChange change = boundedChange(spec, ParamValue{most}, ParamDelta{most});
    EXPECT_TRUE(std::isfinite(change.newValue));
    EXPECT_TRUE(std::isfinite(change.requested));
}

// Defect 2: deltas were stored as values, without bounds. A change starts at the value before it.
TEST(Defect2, ADeltaIsAddedToThePreviousValue)
{
    EXPECT_EQ(boundedChange(builtin("tail_age_ms"), ParamValue{600}, ParamDelta{30}).newValue, 630);
    EXPECT_EQ(
        boundedChange(builtin("impact_cap_ratio"), ParamValue{0.1}, ParamDelta{-0.01}).newValue,
        0.09);
}

TEST(BoundedChange, NeverGoesFurtherOutsideNorAgainstTheSign)
{
    EXPECT_TRUE(holdsAlways([] {
        const auto specs = ParameterRegistry::builtin().specs();
        const ParameterSpec& spec = specs[*rc::gen::inRange<std::size_t>(0, specs.size())];
        const auto amount = [] {
            return static_cast<double>(*rc::gen::inRange(-100000, 100000)) /
                   *rc::gen::element(1.0, 3.0, 100.0, 1e5, 1e-9, 1e13);
        };
        const double previous = amount();
        const double delta = amount();
        const BoundedChange change = boundedChange(spec, ParamValue{previous}, ParamDelta{delta});
        const double moved = change.newValue - previous;
        const bool isAgainstTheSign = delta > 0 ? moved < 0 : moved > 0;
        RC_ASSERT_FALSE(isAgainstTheSign);
        RC_ASSERT_FALSE(delta == 0 && moved != 0);
        for (const ParamRange& range : {effectiveRange(spec), spec.safe}) {
            RC_ASSERT(change.newValue >= std::min(range.low, previous));
            RC_ASSERT(change.newValue <= std::max(range.high, previous));
        }
        RC_ASSERT_FALSE(isWithinSafe(spec, previous) && !isWithinSafe(spec, change.newValue));
        const bool isRounded = roundedForType(spec, change.newValue) == change.newValue;
        const bool isKept = change.newValue == previous;
        RC_ASSERT(isRounded || isKept);
    }));
}

TEST(BoundedChange, InsideTheBoundsItIsThePlainSum)
{
    EXPECT_TRUE(holdsAlways([] {
        const ParameterSpec& spec = builtin("tail_age_ms");
        const int previous = *rc::gen::inRange(500, 801);
        const int delta = *rc::gen::inRange(500 - previous, 801 - previous);
        const BoundedChange change = boundedChange(spec, ParamValue{static_cast<double>(previous)},
                                                   ParamDelta{static_cast<double>(delta)});
        RC_ASSERT(change.newValue == previous + delta);
        RC_ASSERT(change.bound == Bound::None);
    }));
}

TEST(PathText, JoinsWithPoints)
{
    EXPECT_EQ(pathText(JsonPath{"engine", "tail_age_ms"}), "engine.tail_age_ms");
}

TEST(Subsystem, KeysAreThoseOfTheFreeze)
{
    EXPECT_EQ(keyOf(Subsystem::Edge), "edge");
    EXPECT_EQ(keyOf(Subsystem::Rebid), "rebid");
    EXPECT_EQ(keyOf(Subsystem::RescueTaker), "rescue_taker");
}

} // namespace
} // namespace soak
