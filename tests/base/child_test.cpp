// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/child.h"
#include "core/base/descriptor.h"
#include "core/base/file.h"
#include "core/base/process_table.h"
#include "tests/support/temp_dir.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <csignal>

namespace soak
{
namespace
{

Result<pid_t> start(const ProcessPlan& plan)
{
    const Descriptor null(::open("/dev/null", O_WRONLY | O_CLOEXEC));
    return startChild(plan, null.get(), null.get());
}

TEST(StartChild, WhatCannotStartIsAnErrorOfTheEnvironment)
{
    const TempDir dir;
    const fs::path text = dir.write("text", "no program");
    const fs::path script = dir.write("script", "#!/no/such/interpreter\n");
    fs::permissions(script, fs::perms::owner_all);
    for (const std::string& program : {std::string("soak-no-such-program"), (dir / "none").string(),
                                       text.string(), script.string(), dir.path().string()}) {
        ProcessPlan plan;
        plan.argv = {program};
        const Result<pid_t> child = start(plan);
        ASSERT_FALSE(child) << program;
        EXPECT_EQ(child.error().code, Errc::Environment);
        EXPECT_EQ(child.error().where, program);
    }
    ProcessPlan plan;
    plan.argv = {"true"};
    plan.workingFolder = dir / "none";
    const Result<pid_t> child = start(plan);
    ASSERT_FALSE(child);
    EXPECT_EQ(child.error(), (Error{Errc::Environment,
                                    "cannot enter the working folder: no such file or directory",
                                    (dir / "none").string()}));
}

TEST(StartChild, TheChildLeadsAGroupThatEndsWithItsLastMember)
{
    ProcessPlan plan;
    plan.argv = {"sh", "-c", "sleep 60 & sleep 60"};
    const Result<pid_t> child = start(plan);
    ASSERT_TRUE(child);
    EXPECT_EQ(::getpgid(*child), *child);
    EXPECT_TRUE(hasRunningMember(*child));
    ::kill(-*child, SIGKILL);
    ::waitpid(*child, nullptr, 0);
    waitForGroup(*child);
    EXPECT_FALSE(hasRunningMember(*child));
}

} // namespace
} // namespace soak
