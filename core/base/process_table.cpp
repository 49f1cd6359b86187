// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/process_table.h"

#include "core/base/file.h"
#include "core/base/process.h"
#include "core/base/text.h"

#include <cerrno>
#include <csignal>

namespace soak
{

namespace
{

// Places in /proc/<pid>/stat (man 5 proc), counted from the state, which follows the name in
// brackets.
constexpr std::size_t kGroup = 2;
constexpr std::size_t kStart = 19;

struct ProcessEntry {
    char state = '?';
    pid_t group = 0;
    std::string startTicks; // since the machine started
};

std::optional<ProcessEntry> entryOf(std::string_view pid)
{
    const Result<std::string> text = readFile("/proc/" + std::string(pid) + "/stat");
    if (!text) {
        return std::nullopt;
    }
    const std::size_t nameEnd = text->rfind(") "); // the name may contain brackets and spaces
    if (nameEnd == std::string::npos) {
        return std::nullopt;
    }
    const std::vector<std::string> fields = split(std::string_view(*text).substr(nameEnd + 2), ' ');
    if (fields.size() <= kStart || fields.front().empty()) {
        return std::nullopt;
    }
    const auto group = parseInteger(fields[kGroup]);
    return ProcessEntry{fields.front().front(), static_cast<pid_t>(group.value_or(0)),
                        fields[kStart]};
}

bool isRunning(const ProcessEntry& entry)
{
    return entry.state != 'Z' && entry.state != 'X';
}

} // namespace

bool isProcessAlive(pid_t pid)
{
    if (pid <= 0 || (::kill(pid, 0) != 0 && errno != EPERM)) {
        return false;
    }
    const std::optional<ProcessEntry> entry = entryOf(std::to_string(pid));
    return !entry ||
           isRunning(*entry); // no entry: /proc is hidden from us, and kill() has answered
}

std::optional<std::string> processStart(pid_t pid)
{
    const std::optional<ProcessEntry> entry = entryOf(std::to_string(pid));
    if (!entry) {
        return std::nullopt;
    }
    const Result<std::string> boot = readFile("/proc/sys/kernel/random/boot_id");
    return entry->startTicks + (boot ? "@" + std::string(trim(*boot)) : "");
}

bool hasRunningMember(pid_t group)
{
    const Result<std::vector<std::string>> names = listFolder("/proc");
    if (!names) {
        return false;
    }
    for (const std::string& name : *names) {
        if (parseInteger(name)) {
            const std::optional<ProcessEntry> entry = entryOf(name);
            if (entry && entry->group == group && isRunning(*entry)) {
                return true;
            }
        }
    }
    return false;
}

} // namespace soak
