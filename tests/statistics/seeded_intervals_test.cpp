// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/seeded_intervals.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(SeededIntervals, CoverTheWholeInEveryLayer)
{
    for (const std::size_t n : {16U, 17U, 100U, 999U, 4'096U}) {
        for (const auto& layer : seededIntervals(n, 16)) {
            EXPECT_EQ(layer.front().from, 0U);
            EXPECT_EQ(layer.back().end, n);
            for (std::size_t at = 1; at < layer.size(); ++at) {
                EXPECT_LT(layer[at].from, layer[at - 1].end) << n; // they overlap
                EXPECT_GT(layer[at].from, layer[at - 1].from) << n;
            }
        }
    }
}

TEST(SeededIntervals, NoneInTooShortAStretch)
{
    EXPECT_TRUE(seededIntervals(15, 16).empty());
    EXPECT_EQ(seededIntervals(16, 16).size(), 1U);
}

} // namespace

} // namespace soak
