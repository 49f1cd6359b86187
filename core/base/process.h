// SPDX-License-Identifier: GPL-3.0-or-later
// Child processes in groups of their own, with a time limit. The signals that stop us:
// signal_guard.h.
#pragma once

#include "core/base/result.h"
#include "core/base/signal_guard.h"
#include "core/base/units.h"

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace soak
{

// What ends with a program.
enum class Descendants : std::uint8_t {
    OfGroup, // its process group; who left that by setsid or setpgid lives on
    All,     // whoever descends from it, also after setsid and when we are killed: a process of
             // ours stands between, to whom orphans fall
};

struct ProcessPlan {
    std::vector<std::string> argv; // argv[0] searched on our PATH, unless it contains a slash
    std::map<std::string, std::string> environment; // added to ours
    std::filesystem::path workingFolder; // empty = ours; a relative argv[0] is looked up in it
    std::filesystem::path stdinFile;     // empty = /dev/null
    std::filesystem::path stdoutFile;    // empty = /dev/null; replaced, not appended to
    std::filesystem::path stderrFile;    // empty = /dev/null; may be the same as stdoutFile
    std::optional<Millis> timeLimit;
    Millis killGrace{2000};                     // between SIGTERM and SIGKILL of the group
    std::uint64_t maxOutputBytes = 16ULL << 20; // of each file; what comes beyond is discarded
    Descendants descendants = Descendants::OfGroup;
};

struct ProcessOutcome {
    std::optional<int> exitCode; // absent when ended by a signal, or never started
    std::optional<int> signal;
    bool timedOut = false;
    bool cancelled = false; // by the stop token, perhaps before it was started
    bool outputCut = false;
};

// Runs to the end; on time limit or stop the whole process group gets SIGTERM, then SIGKILL. No
// child of the group outlives the call, not even after a normal exit, nor when we are killed (of
// the group then the first process, of Descendants::All everybody). A descendant that left the
// group may live on unless the plan says All, but cannot hold the call up. Output appears in the
// files while the process runs.
// Errors: Usage (no argv), Environment (no such program, working folder or stdin file, cannot
// start, cannot be killed), NotWritable (output files; the process is then killed).
Result<ProcessOutcome> runProcess(const ProcessPlan& plan, std::stop_token stop);

// Whether there is a process of this number that is not a zombie.
bool isProcessAlive(pid_t pid);

// What tells a process from a later one with the same number, also over a restart of the machine;
// nullopt when there is no such process.
std::optional<std::string> processStart(pid_t pid);

} // namespace soak
