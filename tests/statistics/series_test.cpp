// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/series.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace soak
{

namespace
{

constexpr double kInf = std::numeric_limits<double>::infinity();

TEST(Series, KeepsThePlacesOfWhatIsThere)
{
    const std::vector<std::optional<double>> entries{1.0, std::nullopt, 0.0, kInf, NAN, 5.0};
    const Series series = seriesOf(entries);
    EXPECT_EQ(series.values, (std::vector<double>{1, 0, 5}));
    EXPECT_EQ(series.at, (std::vector<std::int64_t>{0, 2, 5}));
    EXPECT_EQ(series.length, 6U);
    EXPECT_EQ(series.missing(), 3U);
}

TEST(Series, ANonFiniteNumberIsMissing)
{
    const Series series = seriesOf(std::vector<double>{NAN, 2.0, -kInf});
    EXPECT_EQ(series.values, std::vector<double>{2.0});
    EXPECT_EQ(series.at, std::vector<std::int64_t>{1});
    EXPECT_EQ(series.missing(), 2U);
}

} // namespace

} // namespace soak
