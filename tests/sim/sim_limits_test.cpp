// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/sim_limits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace soak
{

namespace
{

TEST(SimLimits, AreSentencesEachOnce)
{
    std::set<std::string_view> seen;
    for (const std::string_view limit : simLimits()) {
        EXPECT_TRUE(limit.ends_with('.')) << limit;
        EXPECT_TRUE(seen.insert(limit).second) << limit;
    }
    EXPECT_EQ(seen.size(), 8U);
}

TEST(SimLimits, PromiseNoProfit)
{
    EXPECT_THAT(std::string(simEvidence()), testing::HasSubstr("none about profit"));
}

} // namespace

} // namespace soak
