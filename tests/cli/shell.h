// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the real program as a person would: a shell line in an empty folder.
#pragma once

#include "tests/support/temp_dir.h"

#include <filesystem>
#include <map>
#include <string>

namespace soak
{

struct ShellResult {
    int exitCode = -1; // 128 + signal when killed
    bool timedOut = false;
    std::string out;
    std::string err;

    [[nodiscard]] std::string firstErrorLine() const { return err.substr(0, err.find('\n')); }
};

// What a command took. Much less processor time than time: it waited, or the machine was busy.
struct ShellUse {
    double seconds = 0;
    double cpuSeconds = 0;
    int peakKibibytes = 0;
};

// A run that is ready for release, and one that is too short for it; the folder is then
// artifacts/soak/latest.
constexpr const char* kRun36 = "soak run --iterations 36 --mock --auto-tune >/dev/null 2>&1";
constexpr const char* kRun8 = "soak run --iterations 8 --mock --auto-tune >/dev/null 2>&1";

// A folder of its own, with `soak` on PATH and a small, known environment (no HOME, TERM=dumb,
// TZ=UTC).
class Shell
{
public:
    Shell();
    virtual ~Shell() = default;

    // Runs `/bin/sh -c line` in the folder.
    ShellResult run(const std::string& line);

    // The same, but its at-th system call of that name kills it (exit code 137).
    ShellResult runKilledAt(const std::string& systemCall, int at, const std::string& line);

    // `command` without redirections; ended after 20 seconds (exit code 124).
    ShellResult runMeasured(const std::string& command, ShellUse& use);

    void set(const std::string& name, const std::string& value) { m_environment[name] = value; }

    [[nodiscard]] std::filesystem::path path(const std::string& name = {}) const;
    void write(const std::string& name,
               const std::string& text) const;                     // makes the folders above it
    [[nodiscard]] std::string read(const std::string& name) const; // asserts that it is there

private:
    TempDir m_folder;
    TempDir m_streams;
    std::map<std::string, std::string> m_environment;
};

} // namespace soak
