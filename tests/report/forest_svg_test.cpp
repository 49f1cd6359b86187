// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/forest_svg.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

namespace
{

using testing::HasSubstr;
using testing::Not;

KpiEffect effectOf(Metric metric, double difference, Interval interval, double margin)
{
    KpiEffect effect;
    effect.metric = metric;
    effect.difference = difference;
    effect.ci95 = interval;
    effect.margin = margin;
    return effect;
}

// A latency that fell is better: its mean lies right of the middle.
TEST(ForestSvg, BetterIsToTheRight)
{
    const std::vector<KpiEffect> effects{effectOf(Metric::P95LatencyMs, -10, {-12, -8}, 5)};
    const std::string svg = forestSvg(effects);
    const auto at = svg.find("<circle class=\"mean\" cx=\"") + 25;
    EXPECT_GT(std::stod(svg.substr(at)), (200 + 740) / 2.0);
    EXPECT_THAT(svg, HasSubstr("-10.0 ms [-12.0, -8.0]"));
}

TEST(ForestSvg, WhatHasNoIntervalHasNoBar)
{
    const std::vector<KpiEffect> effects(2);
    const std::string svg = forestSvg(effects);
    EXPECT_THAT(svg, Not(HasSubstr("class=\"mean\"")));
    EXPECT_THAT(svg, HasSubstr("not known"));
    EXPECT_THAT(svg, HasSubstr("n/a"));
}

} // namespace

} // namespace soak
