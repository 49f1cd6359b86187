// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/flow_row.h"

#include <QLabel>
#include <gtest/gtest.h>

#include <array>

namespace soak::ui
{
namespace
{

class FlowOfThree : public testing::Test
{
protected:
    FlowOfThree()
    {
        for (QLabel*& item : items) {
            item = new QLabel;
            item->setFixedSize(100, 20);
            row.add(item);
        }
    }

    FlowRow row;
    std::array<QLabel*, 3> items{};
};

} // namespace

TEST_F(FlowOfThree, TakesAsManyRowsAsItsWidthAsksFor)
{
    EXPECT_EQ(row.minimumSizeHint().width(), 100) << "one under the other";
    EXPECT_EQ(row.heightForWidth(400), 20);
    EXPECT_GT(row.heightForWidth(220), 40);
    EXPECT_GT(row.heightForWidth(100), 60);
    row.resize(220, 100);
    row.show();
    EXPECT_EQ(items[0]->y(), items[1]->y());
    EXPECT_GT(items[2]->y(), items[0]->y());
    EXPECT_FALSE(items[0]->geometry().intersects(items[1]->geometry()));
}

TEST_F(FlowOfThree, TheLastMayStandAtTheRight)
{
    row.setLastAtRight(true);
    row.resize(600, 20);
    row.show();
    EXPECT_EQ(items[2]->geometry().right(), 599);
}

TEST_F(FlowOfThree, WhatIsHiddenTakesNoRoom)
{
    items[0]->hide();
    EXPECT_EQ(row.heightForWidth(220), 20);
}

} // namespace soak::ui
