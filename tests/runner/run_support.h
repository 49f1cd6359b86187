// SPDX-License-Identifier: GPL-3.0-or-later
// Runs as the tests of the runner want them.
#pragma once

#include "core/io/artifacts.h"
#include "core/io/iteration_json.h"
#include "core/runner/run_session.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

inline constexpr EpochMs kTestStart = 1760000000000;

// A tuned run of engine mock from best_cell; its clock stands still at kTestStart.
RunRequest mockRequest(const fs::path& base, int iterations);
// The same of engine scripted; as many iterations as the script has.
RunRequest scriptedRequest(const fs::path& base, std::string script);

Result<RunResult> runIt(const RunRequest& request, const RunServices& services = {},
                        std::stop_token stop = {});

// Relative path -> bytes of every regular file below `folder`, hidden ones too; a link is its
// target's name.
std::map<std::string, std::string> contentsOf(const fs::path& folder);

// Success when both hold the same files with the same bytes; tells the names that differ.
testing::AssertionResult sameContents(const std::map<std::string, std::string>& expected,
                                      const std::map<std::string, std::string>& actual);

IterationRecord recordIn(const fs::path& folder, int iteration);

// What a SIGKILL leaves behind besides whole files: the lock of a dead process, half a temporary
// file, a scratch folder.
void leaveDebris(const fs::path& folder);

// Counts the changes of a folder, and ends the run before the one of number `killAt` (0-based).
class Killer final
{
public:
    explicit Killer(int killAt) : m_killAt(killAt) {}

    RunServices services();

    [[nodiscard]] int changes() const { return m_changes; }

    [[nodiscard]] bool killed() const { return m_changes > m_killAt; }

private:
    int m_killAt;
    int m_changes = 0;
};

// {"kpis":{...}} entries of a script, from plain numbers.
struct ScriptStep {
    double netBps = 1.0;
    double risk = 0.65;
    double p95 = 300;
    std::vector<std::pair<double, double>> ticks = {}; // t_ms, p95
    std::string failure = {};
};

std::string scriptOf(const std::vector<ScriptStep>& steps);

} // namespace soak
