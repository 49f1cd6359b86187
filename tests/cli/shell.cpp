// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/shell.h"

#include "core/base/process.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

namespace soak
{
namespace
{

constexpr Millis kTimeLimit{60000};

} // namespace

Shell::Shell()
{
    const std::filesystem::path program(SOAK_PROGRAM_SOAK);
    const char* path =
        std::getenv("PATH"); // promtool and node_exporter may lie in a folder of their own
    m_environment = {
        {"PATH", program.parent_path().string() + ":" + (path == nullptr ? "/usr/bin:/bin" : path)},
        {"TERM", "dumb"},
        {"TZ", "UTC"},
        {"SOAK_SLEEP_SECONDS", "5"},
        {"ASAN_OPTIONS", "detect_leaks=1"}};
}

ShellResult Shell::run(const std::string& line)
{
    ProcessPlan plan;
    plan.argv = {"/usr/bin/env", "-i"};
    for (const auto& [name, value] : m_environment) {
        plan.argv.push_back(name + "=" + value);
    }
    plan.argv.insert(plan.argv.end(), {"/bin/sh", "-c", line});
    plan.workingFolder = m_folder.path();
    plan.stdoutFile = m_streams / "out";
    plan.stderrFile = m_streams / "err";
    plan.timeLimit = kTimeLimit;
    const auto outcome = runProcess(plan, {});
    ShellResult result;
    if (!outcome) {
        ADD_FAILURE() << describe(outcome.error());
        return result;
    }
    result.timedOut = outcome->timedOut;
    result.exitCode = outcome->exitCode ? *outcome->exitCode : 128 + outcome->signal.value_or(0);
    result.out = bytesOf(plan.stdoutFile);
    result.err = bytesOf(plan.stderrFile);
    return result;
}

ShellResult Shell::runKilledAt(const std::string& systemCall, int at, const std::string& line)
{
    // The leak check is a tracer, too, and a process has but one.
    return run("ASAN_OPTIONS=detect_leaks=0 strace -f -qq -o /dev/null -e trace=" + systemCall +
               " -e inject=" + systemCall + ":signal=KILL:when=" + std::to_string(at) + " " + line);
}

ShellResult Shell::runMeasured(const std::string& command, ShellUse& use)
{
    const TempDir outside; // what is listed in the folder stays as it is
    const std::string file = (outside / "use").string();
    ShellResult result =
        run("/usr/bin/time -q -o " + file + " -f '%e %U %S %M' /usr/bin/timeout 20 " + command);
    std::istringstream words(bytesOf(file));
    double user = 0;
    double system = 0;
    EXPECT_TRUE(words >> use.seconds >> user >> system >> use.peakKibibytes) << command;
    use.cpuSeconds = user + system;
    return result;
}

std::filesystem::path Shell::path(const std::string& name) const
{
    return m_folder.path() / name;
}

void Shell::write(const std::string& name, const std::string& text) const
{
    m_folder.write(name, text);
}

std::string Shell::read(const std::string& name) const
{
    const auto file = path(name);
    EXPECT_TRUE(std::filesystem::is_regular_file(file)) << file;
    return bytesOf(file);
}

} // namespace soak
