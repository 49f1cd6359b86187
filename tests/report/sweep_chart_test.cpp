// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sweep_chart.h"
#include "tests/support/golden.h"

#include <gtest/gtest.h>

namespace soak
{

TEST(SweepChart, ShowsSharesAndIntervals)
{
    std::vector<SweepResult> results;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        for (const std::string scenario : {"calm", "a <new> & odd one"}) {
            results.push_back({scenario, "red", "none", seed, false, {}, {Metric::NetBps}, 0, 0});
            results.push_back({scenario, "red", "micro", seed, seed % 3 == 0, {}, {}, 0, 0});
            results.push_back({scenario, "red", "rules+", seed, seed % 5 != 0, {}, {}, 0, 0});
            results.push_back({scenario, "red", "model", seed, true, {}, {}, 0, 0});
        }
    }
    EXPECT_GOLDEN("sweep/chart.svg", sweepChartSvg(sweepTable(results)));
}

TEST(SweepChart, HasAGroupForEachStart)
{
    const std::string svg =
        sweepChartSvg(sweepTable({{"calm", "red", "none", 1, false, {}, {}, 0, 0},
                                  {"calm", "steady_safe", "none", 1, true, {}, {}, 0, 0}}));
    EXPECT_NE(svg.find("from red"), std::string::npos);
    EXPECT_NE(svg.find("from steady_safe"), std::string::npos);
}

TEST(SweepChart, OfNothingIsStillAPicture)
{
    const std::string svg = sweepChartSvg({});
    EXPECT_EQ(svg.rfind("<svg", 0), 0U);
    EXPECT_NE(svg.find("</svg>"), std::string::npos);
}

} // namespace soak
