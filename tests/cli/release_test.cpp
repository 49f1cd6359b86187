// SPDX-License-Identifier: GPL-3.0-or-later
// `soak canary` and `soak tag` as people use them.
#include "tests/cli/shell.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>

namespace soak
{
namespace
{

using Json = nlohmann::json;

constexpr const char* kRepository =
    "git init -q r && cd r && git config user.name T && git config user.email t@example && "
    "echo 1 > a && git add a && git commit -q -m one";

TEST(CliCanary, WritesItsThreeFilesForAReadyRunOnly)
{
    Shell shell;
    ASSERT_EQ(shell.run(kRun36).exitCode, 0);
    const ShellResult made = shell.run("soak canary artifacts/soak/latest --out plan --json");
    EXPECT_EQ(made.exitCode, 0) << made.err;
    EXPECT_EQ(Json::parse(made.out).at("files").size(), 3U);
    EXPECT_EQ(Json::parse(shell.read("plan/canary.json")).at("stages").size(), 6U);
    EXPECT_NE(shell.read("plan/CANARY_CHECKLIST.md").find("## Sign-off"), std::string::npos);
    EXPECT_NE(shell.read("plan/rollback_plan.md").find("## Triggers"), std::string::npos);
    ASSERT_EQ(shell.run(kRun8).exitCode, 0);
    const ShellResult refused = shell.run("soak canary --out other");
    EXPECT_EQ(refused.exitCode, 1);
    EXPECT_NE(refused.out.find("the verdict is FAIL"), std::string::npos) << refused.out;
    EXPECT_FALSE(std::filesystem::exists(shell.path("other")));
    EXPECT_EQ(shell.run("soak canary --out other --allow-fail").exitCode, 0);
    EXPECT_NE(shell.read("other/canary.json").find("PARTIAL"), std::string::npos);
}

TEST(CliCanary, ChecksAStage)
{
    Shell shell;
    ASSERT_EQ(shell.run(kRun36).exitCode, 0);
    EXPECT_EQ(shell.run("soak canary check artifacts/soak/latest --stage H6").exitCode, 0);
    const ShellResult late = shell.run("soak canary check --stage H24 --json");
    EXPECT_EQ(late.exitCode, 1) << late.out;
    EXPECT_EQ(Json::parse(late.out).at("passed"), false);
    EXPECT_EQ(shell.run("soak canary check --stage H2").exitCode, 2);
    EXPECT_EQ(shell.run("soak canary check --stage H6 --out x").exitCode, 2);
}

TEST(CliTag, NamesEveryProblemThenTagsAndNeverPushes)
{
    Shell shell;
    ASSERT_EQ(shell.run(kRun36).exitCode, 0);
    ASSERT_EQ(shell.run("soak bundle --out dist").exitCode, 0);
    ASSERT_EQ(shell.run(kRepository).exitCode, 0);
    ASSERT_EQ(shell
                  .run("git init -q --bare remote && cd r && git remote add origin ../remote && "
                       "echo 2 > b")
                  .exitCode,
              0);
    const std::string tag = "cd r && soak tag --bundle ../dist/*.tar.gz";
    const ShellResult dirty = shell.run(tag);
    EXPECT_EQ(dirty.exitCode, 1);
    EXPECT_NE(dirty.out.find("?? b\n"), std::string::npos) << dirty.out;
    ASSERT_EQ(shell.run("rm r/b").exitCode, 0);
    EXPECT_EQ(shell.run(tag + " --dry-run").exitCode, 0);
    EXPECT_EQ(shell.run("cd r && git tag").out, "");
    const ShellResult made = shell.run(tag);
    EXPECT_EQ(made.exitCode, 0) << made.out << made.err;
    EXPECT_EQ(shell.run("cd r && git tag").out, "v1.0.0-soak-validated\n");
    EXPECT_EQ(shell.run("cd remote && git tag").out, "") << "pushing is the user's own act";
    EXPECT_EQ(shell.run(tag).exitCode, 5);
    EXPECT_EQ(shell.run(tag + " --force").exitCode, 0);
}

TEST(CliTag, AsksForTheCommitThatWasSoaked)
{
    struct Case {
        const char* name;
        const char* commit; // given to `soak run` in the repository
        int exitCode;       // of the dry run of the tag
    };

    const std::array cases{Case{"the whole hash", "$(git rev-parse HEAD)", 0},
                           Case{"as git abbreviates it", "$(git rev-parse --short HEAD)", 0},
                           Case{"of the commit before", "$(git rev-parse HEAD~1)", 1}};
    Shell shell;
    ASSERT_EQ(shell.run(kRepository).exitCode, 0);
    ASSERT_EQ(shell.run("cd r && git commit -q --allow-empty -m two").exitCode, 0);
    for (const Case& one : cases) {
        SCOPED_TRACE(one.name);
        ASSERT_EQ(shell
                      .run(std::string("cd r && soak run --iterations 36 --mock --auto-tune "
                                       "--base ../runs --commit ") +
                           one.commit +
                           " 2>&1 && soak bundle ../runs/soak/latest --out ../dist --force")
                      .exitCode,
                  0);
        const ShellResult tag = shell.run("cd r && soak tag --dry-run --bundle ../dist/*.tar.gz");
        EXPECT_EQ(tag.exitCode, one.exitCode) << tag.out << tag.err;
        EXPECT_EQ(tag.out.find("the run was made of") != std::string::npos, one.exitCode != 0);
        EXPECT_EQ(shell.run("rm -r dist runs").exitCode, 0);
    }
}

TEST(CliTag, ABundleThatDoesNotVerifyIsNotTagged)
{
    Shell shell;
    ASSERT_EQ(shell.run(kRun36).exitCode, 0);
    ASSERT_EQ(shell
                  .run("soak bundle --out dist && cd dist/soak-bundle-*[0-9] && "
                       "echo >> CHANGELOG.md")
                  .exitCode,
              0);
    ASSERT_EQ(shell.run(kRepository).exitCode, 0);
    const ShellResult refused =
        shell.run("cd r && soak tag --bundle ../dist/soak-bundle-*[0-9] --json");
    EXPECT_EQ(refused.exitCode, 4);
    const Json json = Json::parse(refused.out);
    EXPECT_EQ(json.at("made"), false);
    EXPECT_EQ(json.at("problems").size(), 3U) << "checksums, manifest, attestation";
    EXPECT_EQ(shell.run("cd r && git tag").out, "");
    EXPECT_EQ(shell.run("cd dist && soak tag --bundle soak-bundle-*.tar.gz").exitCode, 6)
        << "no repository";
}

} // namespace
} // namespace soak
