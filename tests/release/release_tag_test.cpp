// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/process.h"
#include "core/release/release_tag.h"
#include "tests/release/release_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

namespace
{

using testing::HasSubstr;

class ReleaseTag : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_EQ(sh("git init -q r && cd r && git config user.name T && git config user.email "
                     "t@example && echo 1 > a && git add a && git commit -q -m one"),
                  0);
        const BundleOutcome made = bundleOf(mockRun(m_folder.path(), 36), m_folder / "dist");
        m_bundle = made.archive;
        m_verification = verificationOf(m_bundle);
    }

    int sh(const std::string& line)
    {
        ProcessPlan plan;
        plan.argv = {"/bin/sh", "-c", line};
        plan.environment = {{"HOME", m_folder.path()}, {"GIT_CONFIG_NOSYSTEM", "1"}};
        plan.workingFolder = m_folder.path();
        plan.stdoutFile = m_folder / "out";
        const auto outcome = runProcess(plan, {});
        return outcome ? outcome->exitCode.value_or(-1) : -2;
    }

    std::string out(const std::string& line)
    {
        EXPECT_EQ(sh(line), 0) << line;
        return bytesOf(m_folder / "out");
    }

    TagOutcome tag(const std::function<void(TagRequest&)>& edit = {},
                   const std::optional<std::string>& soaked = std::nullopt)
    {
        TagRequest request;
        request.repository = m_folder / "r";
        request.bundle = m_bundle;
        request.scratch = m_folder.path();
        if (edit) {
            edit(request);
        }
        const auto outcome = makeTag(request, m_verification, soaked);
        EXPECT_TRUE(outcome) << describe(outcome.error());
        return outcome ? *outcome : TagOutcome{};
    }

    TempDir m_folder;
    fs::path m_bundle;
    BundleVerification m_verification;
};

TEST_F(ReleaseTag, IsAnnotatedWithWhatTheSnapshotSays)
{
    const TagOutcome made = tag();
    EXPECT_TRUE(made.isMade) << testing::PrintToString(made.problems.size());
    EXPECT_EQ(tagExitCode(made), ExitCode::Ok);
    const std::string text = out("cd r && git cat-file tag v1.0.0-soak-validated");
    EXPECT_THAT(text, HasSubstr("Verdict: PASS\n"));
    EXPECT_THAT(text, HasSubstr("Freeze ready: yes\n"));
    EXPECT_THAT(text, HasSubstr("net_bps: mean 5.95, trend up\n"));
    EXPECT_THAT(text, HasSubstr("[OK] risk_ok\n"));
    EXPECT_THAT(text, HasSubstr("Delta applications: 7\n"));
    EXPECT_THAT(text, HasSubstr("Bundle: soak-bundle-RUN_1760000000000.tar.gz\n"));
    EXPECT_EQ(out("cd r && git rev-parse v1.0.0-soak-validated^{commit}"),
              out("cd r && git rev-parse HEAD"));
}

TEST_F(ReleaseTag, NamesEveryProblemAtOnceAndMakesNothing)
{
    ASSERT_EQ(sh("cd r && git tag v9 && echo 2 >> a && echo 3 > new"), 0);
    m_verification.manifest->result = BundleResult::Partial;
    m_verification.checks[3].state = CheckState::Failed;
    const TagOutcome refused =
        tag([](TagRequest& request) { request.tag = "v9"; }, "0123456789abcdef");
    EXPECT_FALSE(refused.isMade);
    ASSERT_EQ(refused.problems.size(), 5U);
    EXPECT_EQ(refused.problems[0].text, "the tree is not clean:\n     M a\n    ?? new");
    EXPECT_EQ(refused.problems[1].text, "the tag v9 is there already; --force replaces it");
    EXPECT_THAT(refused.problems[2].text, HasSubstr("the run was made of 0123456789ab"));
    EXPECT_THAT(refused.problems[3].text, HasSubstr("the bundle does not verify: checksums"));
    EXPECT_THAT(refused.problems[4].text, HasSubstr("PARTIAL"));
    EXPECT_EQ(tagExitCode(refused), ExitCode::Integrity);
    EXPECT_EQ(out("cd r && git tag"), "v9\n");
}

TEST_F(ReleaseTag, Defect42ATagThatIsThereIsAnErrorAndForceReplacesIt)
{
    EXPECT_TRUE(tag().isMade);
    const TagOutcome again = tag();
    EXPECT_FALSE(again.isMade);
    EXPECT_EQ(tagExitCode(again), ExitCode::NotWritable);
    EXPECT_TRUE(tag([](TagRequest& request) { request.force = true; }).isMade);
}

TEST_F(ReleaseTag, ADryRunMakesNothing)
{
    const TagOutcome planned = tag([](TagRequest& request) { request.dryRun = true; });
    EXPECT_FALSE(planned.isMade);
    EXPECT_TRUE(planned.problems.empty());
    EXPECT_THAT(planned.message, HasSubstr("Verdict: PASS"));
    EXPECT_EQ(out("cd r && git tag"), "");
}

TEST_F(ReleaseTag, IsOfTheCommitThatWasSoakedWhereTheRunKnows)
{
    const std::string head = out("cd r && git rev-parse HEAD");
    EXPECT_TRUE(tag([](TagRequest& request) { request.dryRun = true; }, head.substr(0, 10))
                    .problems.empty());
    EXPECT_EQ(tag([](TagRequest& request) { request.dryRun = true; }, "abc").problems.size(), 1U)
        << "too short to mean a commit";
}

TEST_F(ReleaseTag, IsSignedWithAnSshKey)
{
    const fs::path key = makeKey(m_folder.path(), "key");
    m_folder.write("allowed", allowedLine(key, "t@example"));
    EXPECT_TRUE(tag([&key](TagRequest& request) { request.signingKey = key; }).isMade);
    EXPECT_EQ(sh("cd r && git -c gpg.format=ssh -c gpg.ssh.allowedSignersFile=../allowed "
                 "verify-tag v1.0.0-soak-validated"),
              0);
}

TEST_F(ReleaseTag, AWrongNameIsAProblemAndNoRepositoryAnError)
{
    for (const std::string name : {"a b", "-d", "x..y", ""}) {
        const TagOutcome refused = tag([&name](TagRequest& request) { request.tag = name; });
        EXPECT_EQ(tagExitCode(refused), ExitCode::Usage) << name;
    }
    TagRequest request;
    request.repository = m_folder / "dist";
    request.scratch = m_folder.path();
    const auto outcome = makeTag(request, m_verification, std::nullopt);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, Errc::Environment);
}

TEST(Defect42, AHostileSnapshotIsRefusedAndNotBelieved)
{
    BundleVerification bundle;
    for (const std::string snapshot :
         {"", "[]", "{}", R"({"verdict":1,"timestamp":null,"freeze_ready":true})"}) {
        bundle.snapshot = snapshot;
        EXPECT_FALSE(tagMessage("v1", bundle, "b.tar.gz")) << snapshot;
    }
    bundle.snapshot = R"({"verdict":"PASS","timestamp":null,"freeze_ready":"yes","kpi_last_n":[],
        "goals_met":7,"guards_last_n":{"counts":[1]},"tuning_summary":null})";
    const auto message = tagMessage("v1", bundle, "b.tar.gz");
    ASSERT_TRUE(message) << describe(message.error());
    EXPECT_THAT(*message, HasSubstr("Freeze ready: no\n"));
    EXPECT_THAT(*message, HasSubstr("[NO DATA] net_bps_ok\n"));
    EXPECT_THAT(*message, HasSubstr("net_bps: mean n/a, trend n/a\n"));
}

} // namespace

} // namespace soak
