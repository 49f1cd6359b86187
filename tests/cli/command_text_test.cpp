// SPDX-License-Identifier: GPL-3.0-or-later
// The lines that the window copies can be typed.
#include "core/analysis/recorded_profile.h"
#include "core/io/load_run.h"
#include "core/report/command_text.h"
#include "tests/cli/shell.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

TEST(CliCommandText, EachLineIsUnderstoodAndAnswersForTheRun)
{
    Shell shell;
    const std::filesystem::path folder = shell.path("it's here & there");
    std::filesystem::copy(testDataPath("fixtures/reference-36/artifacts/soak/latest"), folder,
                          std::filesystem::copy_options::recursive);
    const auto run = loadRun(folder);
    ASSERT_TRUE(run);
    Judgement judgement = judge(*run, recordedProfileOf(**run).profile);
    for (const CommandAnswer answer : {CommandAnswer::Verdict, CommandAnswer::Iteration,
                                       CommandAnswer::Overrides, CommandAnswer::Reports}) {
        const std::string line = commandText(answer, judgement, folder.string(), {.iteration = 8});
        const ShellResult result = shell.run(line);
        EXPECT_NE(result.exitCode, 2) << line << '\n' << result.err;
        EXPECT_FALSE(result.out.empty() && result.err.empty()) << line;
    }
    judgement.windowSize = 12;
    const ShellResult gate =
        shell.run(commandText(CommandAnswer::Verdict, judgement, folder.string()) + " --json");
    EXPECT_NE(gate.exitCode, 2) << gate.err;
    EXPECT_NE(gate.out.find("\"window_n\": 12"), std::string::npos) << gate.out;
}

} // namespace
} // namespace soak
