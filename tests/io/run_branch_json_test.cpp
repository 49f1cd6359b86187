// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_branch_json.h"
#include "core/io/run_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

RunInfo branchedInfo()
{
    RunInfo info;
    info.runId = "RUN_1";
    info.engine = "sim";
    RunBranch branch;
    branch.at = 9;
    branch.set = {{"min_interval_ms", {60}}, {"tail_age_ms", {650}}};
    branch.without = {"min_interval_ms"};
    branch.isTunerOff = true;
    branch.sourceSha256 = std::string(64, 'a');
    branch.takenSha256 = std::string(64, 'b');
    branch.toolVersion = "1.2.3";
    info.branches = {branch, branch};
    info.branches[1].at = 12;
    return info;
}

Result<RunInfo> readBack(const Json& json)
{
    std::vector<Finding> findings;
    return parseRunInfo(json.dump(), "RUN.json", ParameterRegistry::builtin(), findings);
}

TEST(RunBranchJson, ComesBackAsItWasWritten)
{
    const RunInfo info = branchedInfo();
    const std::string text = runInfoText(info, ParameterRegistry::builtin());
    const auto back = readBack(Json::parse(text));
    ASSERT_TRUE(back) << describe(back.error());
    EXPECT_EQ(back->branches, info.branches);
    EXPECT_EQ(runInfoText(*back, ParameterRegistry::builtin()), text);
}

TEST(RunBranchJson, ARunWithoutBranchesDoesNotMentionThem)
{
    RunInfo info = branchedInfo();
    info.branches.clear();
    EXPECT_FALSE(Json::parse(runInfoText(info, ParameterRegistry::builtin())).contains("branches"));
}

// So that the iteration files which a branch took over follow on.
TEST(RunBranchJson, TheChainOfABranchBeginsWhereThatOfTheRunDoes)
{
    const RunInfo info = branchedInfo();
    RunInfo root = info;
    root.branches.clear();
    const ParameterRegistry& registry = ParameterRegistry::builtin();
    const std::string rootText = runInfoText(root, registry);
    EXPECT_EQ(chainStart(root, rootText), sha256(rootText));
    EXPECT_EQ(chainStart(root, "other bytes"), sha256("other bytes"));
    EXPECT_EQ(chainStart(info, runInfoText(info, registry)), sha256(rootText));
}

TEST(RunBranchJson, RefusesWhatWouldBranchOtherwise)
{
    struct Refused {
        std::string key;
        Json value;
        std::string text;
    };

    const std::vector<Refused> cases{{"at", 0, "branches.1.at"},
                                     {"at", "9", "branches.1.at"},
                                     {"set", Json{{"tail", 5}}, "tail"},
                                     {"set", Json{{"tail_age_ms", "5"}}, "tail_age_ms"},
                                     {"set", Json{{"tail_age_ms", -5}}, "tail_age_ms"},
                                     {"without", Json::array({"max_delta_ratio"}), "without"},
                                     {"source_sha256", "abc", "SHA-256"},
                                     {"taken_sha256", nullptr, "SHA-256"}};
    for (const Refused& one : cases) {
        Json json = Json::parse(runInfoText(branchedInfo(), ParameterRegistry::builtin()));
        json["branches"][1][one.key] = one.value;
        const auto back = readBack(json);
        ASSERT_FALSE(back) << one.key << one.value;
        EXPECT_EQ(back.error().code, Errc::BadInput);
        EXPECT_THAT(back.error().message, testing::HasSubstr(one.text));
    }
}

} // namespace

} // namespace soak
