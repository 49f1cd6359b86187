// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/value_text.h"

#include <gtest/gtest.h>

namespace soak
{

TEST(ValueText, NumbersAreAsShortAsTheyCanBe)
{
    EXPECT_EQ(plainNumber(340), "340");
    EXPECT_EQ(plainNumber(0.68125), "0.68125");
    EXPECT_EQ(plainNumber(-0.009999999999999995), "-0.01");
    EXPECT_EQ(plainNumber(0), "0");
    EXPECT_EQ(plainNumber(1e-9), "1e-09");
}

TEST(ValueText, NumberNeverReadsLikeAnotherOne)
{
    EXPECT_EQ(plainNumber(0.82999999, 0.83), "0.82999999");
    EXPECT_EQ(plainNumber(0.83, 0.83), "0.83");
    EXPECT_EQ(plainNumber(0.8299, 0.83), "0.8299");
}

TEST(ValueText, ListsAreWordsUpToALimit)
{
    EXPECT_EQ(listText(std::vector<int>{}), "");
    EXPECT_EQ(listText(std::vector{3}), "3");
    EXPECT_EQ(listText(std::vector{3, 7}), "3 and 7");
    EXPECT_EQ(listText(std::vector{3, 7, 12}), "3, 7 and 12");
    EXPECT_EQ(listText(std::vector{1, 2, 3, 4}, 2), "1, 2 and 2 more");
    EXPECT_EQ(listText(std::vector<std::string>{"a", "b"}), "a and b");
}

} // namespace soak
