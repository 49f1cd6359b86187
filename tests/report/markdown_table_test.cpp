// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/markdown_table.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(MarkdownTable, HasAHeaderARuleAndOneLinePerRow)
{
    MarkdownTable table({{"Name"}, {"Value", ColumnAlign::Right}});
    EXPECT_TRUE(table.isEmpty());
    table.addRow({"a", "1"});
    table.addRow({"", "n/a"});
    EXPECT_EQ(table.text(), "| Name | Value |\n| --- | ---: |\n| a | 1 |\n| | n/a |\n");
}

TEST(MarkdownTableDeathTest, RefusesARowOfAnotherWidth)
{
    MarkdownTable table({{"Name"}});
    EXPECT_DEATH(table.addRow({"a", "b"}), "cells.size");
}

TEST(TextTable, PadsToTheWidestCellAndLeavesNoSpaceAtTheEnd)
{
    TextTable table({{"name"}, {"value", ColumnAlign::Right}, {"note"}});
    table.addRow({"tail_age_ms", "5", ""});
    table.addRow({"x", "600", "ok"});
    EXPECT_EQ(table.text(), "name         value  note\n"
                            "tail_age_ms      5\n"
                            "x              600  ok\n");
}

TEST(TextTable, ShowsControlCharactersInsteadOfSendingThem)
{
    TextTable table({{"name"}});
    table.addRow({"\x1b[31mred\n"});
    EXPECT_EQ(table.text(), "name\n\\x1B[31mred\\x0A\n");
}

TEST(DisplayWidth, CountsCharactersNotBytes)
{
    EXPECT_EQ(displayWidth("abc"), 3U);
    EXPECT_EQ(displayWidth("\xC3\xA9t\xC3\xA9"), 3U);
    EXPECT_EQ(displayWidth("e\xCC\x81"), 1U); // combining accent
    EXPECT_EQ(displayWidth("\xff"), 1U);
}

} // namespace

} // namespace soak
