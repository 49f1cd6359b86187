// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/influence_prior.h"

#include <gtest/gtest.h>

namespace soak
{

TEST(InfluencePrior, IsReadBack)
{
    InfluencePrior prior;
    prior.influence[1][9] = 1.5;
    const auto again = parseInfluencePrior(influencePriorText(prior), "p.json");
    ASSERT_TRUE(again) << describe(again.error());
    EXPECT_EQ(again->influence, prior.influence);
    EXPECT_EQ(again->plan.scenarios, prior.plan.scenarios);
    EXPECT_EQ(again->plan.firstSeed, prior.plan.firstSeed);
}

TEST(InfluencePrior, HalfOfOneIsRefused)
{
    const std::string whole = influencePriorText({});
    std::string without = whole;
    without.replace(without.find("net_bps"), 7, "net_ups");
    std::string text = whole;
    text.replace(text.find(": 0"), 3, ": \"x\"");
    for (const std::string& one : {std::string("{"), std::string("{}"), without, text}) {
        const auto parsed = parseInfluencePrior(one, "p.json");
        ASSERT_FALSE(parsed) << one;
        EXPECT_EQ(parsed.error().code, Errc::BadInput);
    }
}

// The levers that SIMULATOR 13 measured pull where it says.
TEST(InfluencePrior, OfTheProgramHasItsSignsAndNoSeedOfASweep)
{
    const InfluencePrior& prior = builtinPrior();
    EXPECT_GT(prior.influence[1][9], 0.5) << "rebid later: faster";
    EXPECT_GT(prior.influence[3][0], 0.5) << "a wider spread: more net";
    EXPECT_LT(prior.influence[2][2], -1) << "more max_delta: more risk";
    EXPECT_LT(prior.influence[0][7], -0.5) << "more rescue: less maker";
    EXPECT_GE(prior.plan.firstSeed, 1'000'000U);
    EXPECT_EQ(prior.plan.scenarios,
              (std::vector<std::string>{"calm", "volatile", "trending", "latency_storm"}));
}

// What the file says can be measured again.
TEST(LongInfluencePrior, IsWhatTheCalibrationMeasures)
{
    const auto again = calibrated(builtinPrior().plan);
    ASSERT_TRUE(again) << describe(again.error());
    EXPECT_EQ(influencePriorText({builtinPrior().plan, *again}),
              influencePriorText(builtinPrior()));
}

} // namespace soak
