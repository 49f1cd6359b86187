// SPDX-License-Identifier: GPL-3.0-or-later
// Child processes in groups of their own, with a time limit; and the signals that stop us.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace soak
{

struct ProcessPlan {
    std::vector<std::string> argv;                  // argv[0] searched on PATH
    std::map<std::string, std::string> environment; // added to ours
    std::filesystem::path workingFolder;            // empty = ours
    std::filesystem::path stdoutFile;               // empty = /dev/null
    std::filesystem::path stderrFile;               // empty = /dev/null
    std::optional<Millis> timeLimit;
    Millis killGrace{2000}; // between SIGTERM and SIGKILL of the group
    std::uint64_t maxOutputBytes = 16ULL
                                   << 20; // RLIMIT_FSIZE is not used: output beyond is discarded
};

struct ProcessOutcome {
    std::optional<int> exitCode; // absent when ended by a signal
    std::optional<int> signal;
    bool timedOut = false;
    bool cancelled = false;
    bool outputCut = false;
};

// Runs to the end; on time limit or stop the whole process group gets SIGTERM, then SIGKILL. No
// child of the group outlives the call. Errors: Environment (no such program, cannot start),
// NotWritable (output files).
Result<ProcessOutcome> runProcess(const ProcessPlan& plan, std::stop_token stop);

bool isProcessAlive(pid_t pid);

// SIGINT and SIGTERM request a stop instead of ending the process; a second signal ends it at once.
// Restores the former handlers when destroyed. At most one at a time (asserted).
class SignalGuard final
{
public:
    SignalGuard();
    ~SignalGuard();
    SignalGuard(const SignalGuard&) = delete;
    SignalGuard& operator=(const SignalGuard&) = delete;

    [[nodiscard]] std::stop_token token() const;
    [[nodiscard]] std::optional<int> received() const; // SIGINT or SIGTERM
};

} // namespace soak
