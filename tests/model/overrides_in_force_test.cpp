// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/overrides_in_force.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

Overrides withMinInterval(double ms)
{
    Overrides overrides;
    overrides.values["min_interval_ms"] = ParamValue{ms};
    return overrides;
}

// Iterations 1 and 3; only 1 recorded what was in force during it.
SoakRun aRun()
{
    SoakRun run;
    run.table.append(1, {}, {});
    run.table.append(3, {}, {});
    run.during.append(withMinInterval(60));
    run.during.appendAbsent();
    run.next.append(withMinInterval(65));
    run.next.append(withMinInterval(70));
    return run;
}

TEST(OverridesInForce, OfAnIterationAreThoseDuringIt)
{
    EXPECT_EQ(*overridesInForce(aRun(), 1), withMinInterval(60));
}

TEST(OverridesInForce, WithoutIterationAreThoseTheRunEndedWith)
{
    SoakRun run = aRun();
    EXPECT_EQ(*overridesInForce(run, std::nullopt), withMinInterval(70));
    run.finalOverrides = withMinInterval(75);
    EXPECT_EQ(*overridesInForce(run, std::nullopt), withMinInterval(75));
}

TEST(OverridesInForce, AreRefusedWhereNoneWereRecorded)
{
    const auto missing = overridesInForce(aRun(), 2);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, Errc::NotFound);
    const auto silent = overridesInForce(aRun(), 3);
    ASSERT_FALSE(silent);
    EXPECT_EQ(silent.error().code, Errc::BadInput);
    const auto empty = overridesInForce(SoakRun{}, std::nullopt);
    ASSERT_FALSE(empty);
    EXPECT_EQ(empty.error().code, Errc::BadInput);
}

} // namespace
} // namespace soak
