// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/connection_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{
namespace
{

using testing::ElementsAre;
using testing::IsEmpty;

constexpr ConnectionLimits kTwoForTenSeconds{.most = 2, .longest = Millis{10000}};

TEST(ConnectionList, ANewcomerTakesThePlaceOfTheOldest)
{
    ConnectionList list(kTwoForTenSeconds);
    EXPECT_EQ(list.enter(5, Millis{0}), std::nullopt);
    EXPECT_EQ(list.enter(6, Millis{1}), std::nullopt);
    EXPECT_EQ(list.enter(7, Millis{2}), 5);
    EXPECT_EQ(list.enter(8, Millis{3}), 6);
    EXPECT_EQ(list.count(), 2U);
}

TEST(ConnectionList, OneThatLeftMakesRoom)
{
    ConnectionList list(kTwoForTenSeconds);
    list.enter(5, Millis{0});
    list.enter(6, Millis{1});
    list.leave(5);
    EXPECT_EQ(list.enter(7, Millis{2}), std::nullopt);
    list.leave(99); // was never there
    EXPECT_EQ(list.count(), 2U);
}

TEST(ConnectionList, NoneLivesLongerThanAllowed)
{
    ConnectionList list(kTwoForTenSeconds);
    list.enter(5, Millis{0});
    list.enter(6, Millis{4000});
    EXPECT_THAT(list.overdue(Millis{9999}), IsEmpty());
    EXPECT_THAT(list.overdue(Millis{10000}), ElementsAre(5));
    EXPECT_THAT(list.overdue(Millis{10001}), IsEmpty()) << "named once";
    EXPECT_THAT(list.overdue(Millis{14000}), ElementsAre(6));
    EXPECT_EQ(list.count(), 0U);
}

// The number of a closed connection comes again at once: the new one is not the old one.
TEST(ConnectionList, ANumberThatComesAgainIsANewConnection)
{
    ConnectionList list(kTwoForTenSeconds);
    list.enter(5, Millis{0});
    list.leave(5);
    list.enter(5, Millis{9000});
    EXPECT_THAT(list.overdue(Millis{12000}), IsEmpty());
    EXPECT_THAT(list.overdue(Millis{19000}), ElementsAre(5));
}

TEST(ConnectionList, ThoseToldToGoKeepNobodyOut)
{
    ConnectionList list(kTwoForTenSeconds);
    list.enter(5, Millis{0});
    list.enter(6, Millis{0});
    EXPECT_THAT(list.overdue(Millis{10000}), ElementsAre(5, 6));
    EXPECT_EQ(list.enter(7, Millis{10001}), std::nullopt);
    EXPECT_EQ(list.enter(8, Millis{10002}), std::nullopt);
    EXPECT_EQ(list.enter(9, Millis{10003}), 7);
}

} // namespace
} // namespace soak
