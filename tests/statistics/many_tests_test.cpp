// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/many_tests.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(ManyTests, OneQuestionNeedsNoCorrection)
{
    EXPECT_EQ(holm(std::vector<double>{.03}), std::vector<double>{.03});
    EXPECT_EQ(benjaminiHochberg(std::vector<double>{.03}), std::vector<double>{.03});
    EXPECT_TRUE(holm(std::vector<double>{}).empty());
    EXPECT_TRUE(benjaminiHochberg(std::vector<double>{}).empty());
}

TEST(ManyTests, HolmGoesDownStepByStep)
{
    const auto found = holm(std::vector<double>{.01, .04, .03});
    EXPECT_NEAR(found[0], .03, 1e-15);
    EXPECT_NEAR(found[1], .06, 1e-15); // no smaller than that of a smaller p
    EXPECT_NEAR(found[2], .06, 1e-15);
    EXPECT_EQ(holm(std::vector<double>{.9, .8})[0], 1);
}

TEST(ManyTests, HochbergIsMilderThanHolm)
{
    const std::vector<double> p{.001, .01, .02, .03, .5};
    const auto one = holm(p);
    const auto other = benjaminiHochberg(p);
    for (std::size_t at = 0; at < p.size(); ++at) {
        EXPECT_LE(other[at], one[at]);
        EXPECT_GE(other[at], p[at]);
    }
}

} // namespace

} // namespace soak
