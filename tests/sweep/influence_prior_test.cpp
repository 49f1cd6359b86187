// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/influence_prior.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

TEST(InfluencePrior, IsReadBack)
{
    InfluencePrior prior;
    prior.curves.response[1][9] = {-1, -0.5, 0, 0.25, 0.5};
    prior.curves.noise[3][0] = {1, 1, 1, 2, 3};
    prior.curves.middleNoise = {0.1, 0.2, 0.3, 0.4};
    const auto again = parseInfluencePrior(influencePriorText(prior), "p.json");
    ASSERT_TRUE(again) << describe(again.error());
    EXPECT_EQ(again->curves, prior.curves);
    EXPECT_EQ(again->plan.scenarios, prior.plan.scenarios);
    EXPECT_EQ(again->plan.firstSeed, prior.plan.firstSeed);
}

TEST(InfluencePrior, HalfOfOneIsRefused)
{
    const nlohmann::json whole = nlohmann::json::parse(influencePriorText({}));
    const auto edited = [&](const char* pointer, const nlohmann::json& value) {
        nlohmann::json json = whole;
        json[nlohmann::json::json_pointer(pointer)] = value;
        return json.dump();
    };
    ASSERT_TRUE(parseInfluencePrior(whole.dump(), "p.json"));
    for (const std::string& one :
         {std::string("{"), std::string("{}"), edited("/schema", "soak-prior-influence/1"),
          edited("/response/net_bps", nullptr), edited("/noise/net_bps/tail_age_ms/3", "x"),
          edited("/response/net_bps/tail_age_ms", {1, 2, 3, 4}),
          edited("/middle_noise/net_bps", -1), edited("/seeds_per_scenario", 0)}) {
        const auto parsed = parseInfluencePrior(one, "p.json");
        ASSERT_FALSE(parsed) << one;
        EXPECT_EQ(parsed.error().code, Errc::BadInput);
    }
}

// The levers that SIMULATOR 13 measured pull where it says.
TEST(InfluencePrior, OfTheProgramHasItsSignsAndNoSeedOfASweep)
{
    const InfluencePrior& prior = builtinPrior();
    const auto span = [&](std::size_t goal, std::size_t parameter) {
        const ResponseCurve& curve = prior.curves.response.at(goal).at(parameter);
        return curve.back() - curve.front();
    };
    EXPECT_GT(span(1, 9), 0.5) << "rebid later: faster";
    EXPECT_LT(span(1, 6), -0.5) << "more at once: slower";
    EXPECT_LT(span(2, 2), -1) << "more max_delta: more risk";
    EXPECT_LT(span(0, 7), -0.5) << "more rescue: less maker";
    const ResponseCurve& net = prior.curves.response[3][0];
    EXPECT_GT(net[3], net[0] + 0.5) << "a wider spread: more net";
    EXPECT_LT(net[4], net[3]) << "but not without end";
    EXPECT_GT(prior.curves.noise[3][0].back(), 2) << "and from few fills";
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
