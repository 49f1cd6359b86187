// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/process.h"
#include "core/release/git_tool.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(GitTool, NamesTheCommitThatIsCheckedOut)
{
    const TempDir folder;
    ProcessPlan plan;
    plan.argv = {"/bin/sh", "-c",
                 "git init -q r && cd r && git config user.name T && git config user.email "
                 "t@example && git commit -q --allow-empty -m one"};
    plan.environment = {{"HOME", folder.path()}, {"GIT_CONFIG_NOSYSTEM", "1"}};
    plan.workingFolder = folder.path();
    const auto made = runProcess(plan, {});
    ASSERT_TRUE(made && made->exitCode == 0);
    const auto head = headCommit(folder / "r", folder.path());
    ASSERT_TRUE(head) << describe(head.error());
    EXPECT_EQ(head->size(), 40U);
    EXPECT_TRUE(isSameCommit(*head, head->substr(0, 7)));
    EXPECT_FALSE(isSameCommit(*head, head->substr(0, 6))) << "six digits name too many";
}

TEST(GitTool, SaysWhenThereIsNoRepository)
{
    const TempDir folder;
    fs::create_directory(folder / "empty");
    const auto head = headCommit(folder / "empty", folder.path());
    ASSERT_FALSE(head);
    EXPECT_EQ(head.error().code, Errc::Environment);
    EXPECT_TRUE(head.error().message.starts_with("git could not find a commit to tag: "));
}

} // namespace

} // namespace soak
