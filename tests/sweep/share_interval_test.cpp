// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/share_interval.h"

#include <gtest/gtest.h>

namespace soak
{

// Computed with 50 digits by the formula of Wilson 1927.
TEST(ShareInterval, IsWilsons)
{
    struct Row {
        std::int64_t count;
        std::int64_t all;
        double low;
        double high;
    };

    for (const Row& row : {Row{0, 10, 0, 0.2775328},
                           {10, 10, 0.7224672, 1},
                           {5, 10, 0.2365931, 0.7634069},
                           {1, 2, 0.0945312, 0.9054688},
                           {193, 200, 0.9295294, 0.9829445}}) {
        const ShareInterval interval = wilsonInterval(row.count, row.all);
        EXPECT_DOUBLE_EQ(interval.share,
                         static_cast<double>(row.count) / static_cast<double>(row.all));
        EXPECT_NEAR(interval.low, row.low, 1e-6) << row.count << " of " << row.all;
        EXPECT_NEAR(interval.high, row.high, 1e-6) << row.count << " of " << row.all;
    }
}

} // namespace soak
