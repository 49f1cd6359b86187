// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/process.h"
#include "core/model/said_text.h"
#include "core/release/release_plan.h"
#include "tests/release/release_support.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace soak
{

namespace
{

class Plan : public testing::Test
{
protected:
    void SetUp() override
    {
        m_plan.run = mockRun(m_folder.path(), 36);
        m_plan.out = m_folder / "dist";
        m_plan.version = "v1.2.0";
        m_plan.signingKey = makeKey(m_folder.path(), "key");
        m_plan.repository = m_folder / "r";
        ASSERT_EQ(sh("git init -q r && cd r && git config user.name T && git config user.email "
                     "t@example && echo 1 > a && git add a && git commit -q -m one"),
                  0);
    }

    int sh(const std::string& line)
    {
        ProcessPlan plan;
        plan.argv = {"/bin/sh", "-c", line};
        plan.environment = {{"HOME", m_folder.path()}, {"GIT_CONFIG_NOSYSTEM", "1"}};
        plan.workingFolder = m_folder.path();
        const auto outcome = runProcess(plan, {});
        return outcome ? outcome->exitCode.value_or(-1) : -2;
    }

    Preflight looked()
    {
        const auto result = preflight(m_plan, m_folder.path());
        EXPECT_TRUE(result) << describe(result.error());
        return result ? *result : Preflight{};
    }

    TempDir m_folder;
    ReleasePlan m_plan;
};

TEST_F(Plan, OfAReadyRunHasNoProblemsAndMakesNothing)
{
    const auto before = contentsOf(m_folder.path());
    const Preflight result = looked();
    EXPECT_EQ(result.problems, std::vector<std::string>());
    EXPECT_EQ(contentsOf(m_folder.path()), before) << "a dry run";
    EXPECT_EQ(result.head.size(), 40U);
    ASSERT_TRUE(result.key);
    EXPECT_TRUE(result.key->fingerprint.starts_with("SHA256:"));
    EXPECT_EQ(result.key->type, "ED25519");
    EXPECT_EQ(result.key->comment, "key");
    EXPECT_GT(result.bundle.files.size(), 50U);
}

TEST_F(Plan, NamesEveryProblemAtOnce)
{
    ASSERT_EQ(sh("cd r && git tag v1.2.0 && echo 2 > a"), 0);
    fs::create_directories(m_plan.out / "soak-bundle-RUN_1760000000000");
    m_plan.signingKey = m_folder / "no_key";
    m_plan.run = mockRun(m_folder / "short", 8);
    const Preflight result = looked();
    const auto has = [&](const std::string& beginning) {
        return std::any_of(
            result.problems.begin(), result.problems.end(),
            [&](const std::string& problem) { return problem.starts_with(beginning); });
    };
    EXPECT_TRUE(has("the verdict is FAIL"));
    EXPECT_TRUE(has("there is one already: "));
    EXPECT_TRUE(has(pathText(m_folder / "no_key") + ": there is no such key"));
    EXPECT_TRUE(has("the tree is not clean:"));
    EXPECT_TRUE(has("the tag v1.2.0 is there already"));
}

TEST_F(Plan, SaysWhenNothingCanBeWrittenThere)
{
    m_plan.out = m_folder.write("file", "text") / "dist";
    const auto problems = looked().problems;
    EXPECT_EQ(problems, std::vector{"cannot write into " + pathText(m_plan.out)});
}

TEST_F(Plan, PartialLooksAtNoRepository)
{
    m_plan.run = mockRun(m_folder / "short", 8);
    m_plan.isPartial = true;
    m_plan.repository = m_folder / "nowhere";
    EXPECT_EQ(looked().problems, std::vector<std::string>());
}

// The very lines, in the order in which a shell may run them.
TEST_F(Plan, ItsCommandsAreTheRelease)
{
    m_plan.run = "/runs/my run";
    m_plan.out = "/dist";
    m_plan.signingKey = "/key";
    m_plan.allowedSigners = "/signers";
    m_plan.repository = "/r";
    std::vector<std::string> lines;
    for (const ReleaseCommand& command : releaseCommands(m_plan, "/dist/b.tar.gz")) {
        lines.push_back(command.line);
        EXPECT_TRUE(saidTextOf(command.purpose)) << command.purpose;
        EXPECT_EQ(command.isYours, command.line.starts_with("git ")) << command.line;
    }
    EXPECT_EQ(lines, (std::vector<std::string>{
                         "soak bundle evidence '/runs/my run' --repository /r",
                         "soak bundle '/runs/my run' --out /dist --release v1.2.0 --sign-key /key",
                         "soak bundle verify /dist/b.tar.gz --allowed-signers /signers",
                         "soak tag --bundle /dist/b.tar.gz --tag v1.2.0 --repository /r "
                         "--allowed-signers /signers --dry-run",
                         "soak tag --bundle /dist/b.tar.gz --tag v1.2.0 --repository /r "
                         "--allowed-signers /signers",
                         "git -C /r push origin v1.2.0"}));
    m_plan.isPartial = true;
    m_plan.isUnsigned = true;
    m_plan.replaces = true;
    const auto partial = releaseCommands(m_plan, "/dist/b.tar.gz");
    ASSERT_EQ(partial.size(), 3U) << "a PARTIAL bundle is not tagged";
    EXPECT_EQ(partial[1].line,
              "soak bundle '/runs/my run' --out /dist --release v1.2.0 --allow-fail --force");
}

} // namespace

} // namespace soak
