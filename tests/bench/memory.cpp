// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/memory.h"

#include "core/base/file.h"
#include "core/base/text.h"
#include "tests/bench/spawn.h"

namespace soak::bench
{

Result<double> ownMemory(std::string_view line)
{
    SOAK_TRY(const std::string status, readFile("/proc/self/status"));
    const std::size_t at = status.find(line);
    if (at == std::string::npos) {
        return Error{Errc::Internal, "no such line in /proc/self/status", std::string(line)};
    }
    constexpr double kKibibyte = 1024;
    return std::stod(status.substr(at + line.size())) * kKibibyte;
}

Result<double> printedBytes(const Setup& setup, const std::vector<std::string>& arguments,
                            const fs::path& output)
{
    std::vector<std::string> argv{setup.self.string()};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    SOAK_TRY(const Ended ended, spawn(argv, output));
    SOAK_TRY(const std::string text, readFile(output));
    const auto bytes = parseNumber(trim(text));
    return ended.exitCode == 0 && bytes
               ? Result<double>(*bytes)
               : Error{Errc::Internal, "the memory could not be measured", arguments.front()};
}

} // namespace soak::bench
