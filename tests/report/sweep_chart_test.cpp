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
            results.push_back({scenario, "none", seed, false, {}, {Metric::NetBps}, 0, 0});
            results.push_back({scenario, "micro", seed, seed % 3 == 0, {}, {}, 0, 0});
            results.push_back({scenario, "rules+", seed, seed % 5 != 0, {}, {}, 0, 0});
            results.push_back({scenario, "model", seed, true, {}, {}, 0, 0});
        }
    }
    EXPECT_GOLDEN("sweep/chart.svg", sweepChartSvg(sweepTable(results)));
}

TEST(SweepChart, OfNothingIsStillAPicture)
{
    const std::string svg = sweepChartSvg({});
    EXPECT_EQ(svg.rfind("<svg", 0), 0U);
    EXPECT_NE(svg.find("</svg>"), std::string::npos);
}

} // namespace soak
