// SPDX-License-Identifier: GPL-3.0-or-later
// Programs that judge what we write: promtool, xmllint.
#pragma once

#include "core/base/process.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace soak
{

// Success when `program` ends with exit code 0 and says nothing, given `text` as a file: "@" among
// the arguments is its path; it is the standard input too. A program that is
// not there is a failure: a check that does not run proves nothing.
inline testing::AssertionResult accepts(const std::string& program,
                                        const std::vector<std::string>& arguments,
                                        const std::string& text)
{
    const TempDir folder;
    const auto input = folder.write("input", text);

    ProcessPlan plan;
    plan.argv = {"/bin/sh", "-c", "exec \"$0\" \"$@\" < \"$SOAK_INPUT\"", program};
    for (const std::string& argument : arguments) {
        plan.argv.push_back(argument == "@" ? input.string() : argument);
    }
    plan.environment["SOAK_INPUT"] = input.string();
    plan.stdoutFile = folder / "stdout";
    plan.stderrFile = folder / "stderr";
    const auto outcome = runProcess(plan, {});
    if (!outcome) {
        return testing::AssertionFailure() << describe(outcome.error());
    }
    const std::string said = bytesOf(folder / "stdout") + bytesOf(folder / "stderr");
    if (outcome->exitCode == 127) {
        return testing::AssertionFailure()
               << program << " is not installed (packaging/check installs it)\n"
               << said;
    }
    if (outcome->exitCode != 0 || !said.empty()) {
        return testing::AssertionFailure()
               << program << " ended with " << outcome->exitCode.value_or(-1) << ":\n"
               << said;
    }
    return testing::AssertionSuccess();
}

} // namespace soak
