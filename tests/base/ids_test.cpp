// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"
#include "core/base/version.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace soak
{
namespace
{

TEST(RunId, IsTheStartInMilliseconds)
{
    EXPECT_EQ(runIdText(1767608400000), "RUN_1767608400000");
    EXPECT_EQ(parseRunId("RUN_1767608400000"), 1767608400000);
    EXPECT_EQ(parseRunId("RUN_0"), 0);
}

TEST(RunId, OnlyItsOneSpellingIsRead)
{
    for (const std::string_view text : {"", "RUN_", "RUN_-1", "RUN_01", "RUN_1 ", "run_1", "RUN_1x",
                                        "1", "RUN_99999999999999999999", "RUN_../x"}) {
        EXPECT_EQ(parseRunId(text), std::nullopt) << text;
    }
}

TEST(Version, IsThreeNumbers)
{
    EXPECT_EQ(std::count(kToolVersion.begin(), kToolVersion.end(), '.'), 2);
    EXPECT_EQ(kToolVersion.find_first_not_of("0123456789."), std::string_view::npos);
}

} // namespace
} // namespace soak
