// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/show_words.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(PairFrom, FindsThePairThatBeginsThere)
{
    Verification verification;
    verification.pairs.resize(2);
    verification.pairs[1].from = 4;
    EXPECT_EQ(pairFrom(verification, 4), &verification.pairs[1]);
    EXPECT_EQ(pairFrom(verification, 5), nullptr);
}

TEST(OverrideNames, AreThoseOfBothSidesSorted)
{
    Overrides a;
    a.values = {{"b", {1}}, {"c", {1}}};
    Overrides b;
    b.values = {{"a", {1}}, {"c", {2}}};
    EXPECT_EQ(overrideNames(&a, &b), (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(overrideNames(nullptr, nullptr), std::vector<std::string>{});
}

TEST(ChainText, NamesEachState)
{
    EXPECT_EQ(chainText(ChainState::Absent), "none");
    EXPECT_EQ(chainText(ChainState::Intact), "intact");
    EXPECT_EQ(chainText(ChainState::Broken), "broken");
}

} // namespace

} // namespace soak
