// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/soaked_commit.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(SoakedCommit, IsWhatRunJsonNames)
{
    struct Case {
        const char* name;
        std::map<JsonPath, std::string> extras;
        std::optional<std::string> commit;
    };

    const std::vector<Case> cases{
        {"none", {}, std::nullopt},
        {"ours", {{JsonPath{"commit"}, "\"abc1234\""}}, "abc1234"},
        {"another tool's", {{JsonPath{"git_commit"}, "\"abc1234\""}}, "abc1234"},
        {"both",
         {{JsonPath{"commit"}, "\"abc1234\""}, {JsonPath{"git_commit"}, "\"fff\""}},
         "abc1234"},
        {"no string", {{JsonPath{"commit"}, "7"}}, std::nullopt},
        {"deeper", {{JsonPath{"git", "commit"}, "\"abc1234\""}}, std::nullopt},
    };
    for (const Case& one : cases) {
        SoakRun run;
        run.info.emplace();
        run.info->extras = one.extras;
        EXPECT_EQ(soakedCommit(run), one.commit) << one.name;
    }
}

TEST(SoakedCommit, OfARunWithoutRunJsonIsUnknown)
{
    EXPECT_EQ(soakedCommit(SoakRun{}), std::nullopt);
}

} // namespace

} // namespace soak
