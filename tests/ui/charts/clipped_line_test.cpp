// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/clipped_line.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

using Line = std::vector<QPointF>;

const QRectF kBox(0, 0, 10, 10);

} // namespace

TEST(ClippedLine, InsideItStaysAsItIs)
{
    const Line line{{0, 0}, {5, 10}, {10, 3}};
    EXPECT_EQ(clippedLine(line, kBox), std::vector<Line>{line});
}

TEST(ClippedLine, IsCutAtTheEdges)
{
    EXPECT_EQ(clippedLine({{-10, 5}, {20, 5}}, kBox), (std::vector<Line>{Line{{0, 5}, {10, 5}}}));
    EXPECT_EQ(clippedLine({{5, 5}, {5, 25}}, kBox), (std::vector<Line>{Line{{5, 5}, {5, 10}}}));
}

TEST(ClippedLine, ALineThatLeavesAndComesBackIsInTwoParts)
{
    EXPECT_EQ(clippedLine({{2, 5}, {2, 15}, {8, 15}, {8, 5}}, kBox),
              (std::vector<Line>{Line{{2, 5}, {2, 10}}, Line{{8, 10}, {8, 5}}}));
}

TEST(ClippedLine, OutsideNothingIsLeft)
{
    EXPECT_TRUE(clippedLine({{-5, 20}, {20, 20}}, kBox).empty());
    EXPECT_TRUE(clippedLine({{11, -5}, {16, 20}}, kBox).empty());
}

} // namespace soak::ui
