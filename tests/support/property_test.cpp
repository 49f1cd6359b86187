// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/property.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <vector>

namespace soak
{
namespace
{

SOAK_PROPERTY(Property, ReversingTwiceGivesTheSame, (const std::vector<int>& values))
{
    std::vector<int> turned = values;
    std::reverse(turned.begin(), turned.end());
    std::reverse(turned.begin(), turned.end());
    RC_ASSERT(turned == values);
}

TEST(Property, AFalseLawFailsWithTheSmallestCaseAndItsReplay)
{
    const testing::AssertionResult result =
        holdsAlways([](const std::vector<int>& values) { RC_ASSERT(values.size() < 3); });
    EXPECT_FALSE(result);
    EXPECT_THAT(result.message(), testing::HasSubstr("[0, 0, 0]"));
    EXPECT_THAT(result.message(),
                testing::ContainsRegex("replay with RC_PARAMS='[^']*seed=[0-9]+"));
}

} // namespace
} // namespace soak
