// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

#include <gtest/gtest.h>

#include <memory>

namespace soak
{
namespace
{

Result<int> half(int value)
{
    if (value % 2 != 0) {
        return Error{Errc::BadInput, "is odd", "value"};
    }
    return value / 2;
}

Result<int> quarter(int value)
{
    SOAK_TRY(const int once, half(value));
    SOAK_TRY(const int twice, half(once));
    return twice;
}

Status divisibleByFour(int value)
{
    SOAK_CHECK(half(value));
    SOAK_CHECK(quarter(value));
    return Done{};
}

TEST(Result, IsAValueOrAnError)
{
    EXPECT_TRUE(half(4).has_value());
    EXPECT_EQ(*half(4), 2);
    ASSERT_FALSE(half(3));
    EXPECT_EQ(half(3).error(), (Error{Errc::BadInput, "is odd", "value"}));
    EXPECT_EQ(half(3).value_or(7), 7);
    EXPECT_EQ(half(8).value_or(7), 4);
}

TEST(Result, CarriesWhatCannotBeCopied)
{
    Result<std::unique_ptr<int>> result(std::make_unique<int>(5));
    const std::unique_ptr<int> taken = *std::move(result);
    EXPECT_EQ(*taken, 5);
}

TEST(Result, TryPassesTheErrorUpOrGoesOn)
{
    EXPECT_EQ(quarter(8).value_or(0), 2);
    ASSERT_FALSE(quarter(6));
    EXPECT_EQ(quarter(6).error().message, "is odd");
}

TEST(Result, CheckPassesTheErrorUpOrGoesOn)
{
    EXPECT_TRUE(divisibleByFour(8));
    EXPECT_FALSE(divisibleByFour(6));
}

TEST(Result, ErrorSaysWhereAndWhat)
{
    EXPECT_EQ(describe({Errc::NotFound, "no such file", "a/b.json"}), "a/b.json: no such file");
    EXPECT_EQ(describe({Errc::Usage, "no run given", ""}), "no run given");
}

TEST(ResultDeathTest, AskingAnErrorForItsValueAborts)
{
    EXPECT_DEATH(static_cast<void>(half(3).value()), "assertion failed: has_value");
    EXPECT_DEATH(static_cast<void>(half(4).error()), "assertion failed: !has_value");
}

} // namespace
} // namespace soak
