// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/quoting_limits.h"
#include "tests/support/property.h"

#include <gtest/gtest.h>

#include <limits>

namespace soak
{

namespace
{

const MarketParameters kCalmMarket{};

QuotingLimits limitsWith(std::initializer_list<std::pair<std::string, double>> values)
{
    Overrides overrides;
    for (const auto& [name, value] : values) {
        overrides.values[name] = ParamValue{value};
    }
    return quotingLimits(overrides, kCalmMarket);
}

} // namespace

TEST(QuotingLimits, DefaultsAreThoseOfTheRegistry)
{
    EXPECT_EQ(limitsWith({}), (QuotingLimits{.halfSpread = 270, // 1.70 + 20 x 0.05 bps
                                             .latencySpreadAdd = 0,
                                             .rebidThreshold = 150,
                                             .tailAge = 600'000,
                                             .minInterval = 60'000,
                                             .concurrency = 10,
                                             .requestsPerMinute = 300,
                                             .rescueMillionths = 300'000,
                                             .rescueSpreadCap = 500,
                                             .size = 32,
                                             .positionLimit = 80}));
}

TEST(QuotingLimits, EachOverrideHasItsPlace)
{
    EXPECT_EQ(limitsWith({{"base_spread_bps_delta", 0.25}}).halfSpread, 670);
    EXPECT_EQ(limitsWith({{"base_spread_bps_delta", 0.08}}).halfSpread, 330);
    EXPECT_EQ(limitsWith({{"spread_add_bps", 1.25}}).latencySpreadAdd, 125);
    EXPECT_EQ(limitsWith({{"rebid_threshold_bps", 0.6}}).rebidThreshold, 60);
    EXPECT_EQ(limitsWith({{"tail_age_ms", 800}}).tailAge, 800'000);
    EXPECT_EQ(limitsWith({{"min_interval_ms", 45}}).minInterval, 45'000);
    EXPECT_EQ(limitsWith({{"concurrency_limit", 2}}).concurrency, 2);
    EXPECT_EQ(limitsWith({{"replace_rate_per_min", 200}}).requestsPerMinute, 200);
    EXPECT_EQ(limitsWith({{"rescue_max_ratio", 0.7}}).rescueMillionths, 700'000);
    EXPECT_EQ(limitsWith({{"rescue_spread_cap_bps", 3.5}}).rescueSpreadCap, 350);
}

TEST(QuotingLimits, TheSmallerOfDepthAndDeltaIsTheSize)
{
    EXPECT_EQ(limitsWith({{"impact_cap_ratio", 0.10}, {"max_delta_ratio", 0.13}}).size, 31);
    EXPECT_EQ(limitsWith({{"impact_cap_ratio", 0.08}, {"max_delta_ratio", 0.13}}).size, 25);
    EXPECT_EQ(limitsWith({{"impact_cap_ratio", 0.12}, {"max_delta_ratio", 0.10}}).size, 24);
    const QuotingLimits thin = quotingLimits({}, findScenario("thin")->market);
    EXPECT_EQ(thin.size, 16);
    EXPECT_EQ(thin.positionLimit, 44);
}

TEST(QuotingLimits, AQuoteIsNeverSmallerThanTwoLots)
{
    MarketParameters shallow;
    shallow.limitRate = 1000;
    EXPECT_EQ(quotingLimits({}, shallow).size, 2);
}

TEST(QuotingLimits, WhateverIsAskedStaysWithinTheSafeRange)
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(limitsWith({{"tail_age_ms", -5}}).tailAge, 400'000);
    EXPECT_EQ(limitsWith({{"tail_age_ms", kInfinity}}).tailAge, 1'000'000);
    EXPECT_EQ(limitsWith({{"concurrency_limit", -kInfinity}}).concurrency, 1);
    EXPECT_EQ(limitsWith({{"min_interval_ms", std::nan("")}}).minInterval, 60'000);
    EXPECT_EQ(limitsWith({{"rescue_max_ratio", 1e300}}).rescueMillionths, 1'000'000);
}

SOAK_PROPERTY(QuotingLimits, AreAlwaysUsable, (double a, double b, double c))
{
    const QuotingLimits limits = limitsWith({{"impact_cap_ratio", a},
                                             {"replace_rate_per_min", b},
                                             {"base_spread_bps_delta", c},
                                             {"rebid_threshold_bps", a},
                                             {"concurrency_limit", b}});
    RC_ASSERT(limits.size >= 2 && limits.size <= limits.positionLimit);
    RC_ASSERT(limits.requestsPerMinute >= 120 && limits.requestsPerMinute <= 360);
    RC_ASSERT(limits.halfSpread >= 170 && limits.halfSpread <= 1370);
    RC_ASSERT(limits.rebidThreshold >= 0 && limits.rebidThreshold <= 500);
    RC_ASSERT(limits.concurrency >= 1 && limits.concurrency <= 64);
}

} // namespace soak
