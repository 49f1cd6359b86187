// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/envelope.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

using Values = std::vector<std::optional<double>>;

TEST(Envelope, HasTheQuartilesOfTheRunsAtEachPlace)
{
    const std::vector<int> x{1, 2};
    const Values a{1.0, 10.0};
    const Values b{2.0, std::nullopt};
    const Values c{3.0, 30.0};
    const Values d{4.0, std::nullopt};
    const Values e{10.0, std::nullopt};
    const std::vector<EnvelopeLine> lines{{x, a}, {x, b}, {x, c}, {x, d}, {x, e}};
    const std::vector<EnvelopePoint> points = envelopeOf(lines);
    ASSERT_EQ(points.size(), 2U);
    EXPECT_EQ(points[0], (EnvelopePoint{1, 5, 1, 2, 3, 4, 10}));
    EXPECT_EQ(points[1], (EnvelopePoint{2, 2, 10, 15, 20, 25, 30}));
}

TEST(Envelope, RunsThatLieElsewhereDoNotMeet)
{
    const std::vector<int> first{1};
    const std::vector<int> second{5};
    const Values one{1.0};
    const Values none{std::nullopt};
    EXPECT_EQ(envelopeOf(std::vector<EnvelopeLine>{{first, one}, {second, one}}).size(), 2U);
    EXPECT_TRUE(envelopeOf(std::vector<EnvelopeLine>{{first, none}}).empty());
}

TEST(Envelope, ARunCountsOnceAtAPlace)
{
    const std::vector<int> x{3, 3};
    const Values values{1.0, 2.0};
    const std::vector<EnvelopePoint> points = envelopeOf(std::vector<EnvelopeLine>{{x, values}});
    ASSERT_EQ(points.size(), 1U);
    EXPECT_EQ(points[0].n, 1U);
    EXPECT_EQ(points[0].median, 2);
}

} // namespace

} // namespace soak
