// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"
#include "app/cli/json_result.h"
#include "app/cli/settings.h"
#include "core/report/markdown_table.h"

#include <nlohmann/json.hpp>
#include <unistd.h>

#include <array>

namespace soak::cli
{
namespace
{

struct Check {
    std::string name;
    bool ok = false;
    bool isNeeded = false;
    std::string text;
};

struct Program {
    const char* name;
    const char* package;
    const char* use;
};

// None is needed by `soak` itself; each serves something around it.
constexpr std::array kPrograms{
    Program{"git", "git", "tags of releases"},
    Program{"ssh-keygen", "openssh-client", "signatures"},
    Program{"promtool", "prometheus", "checking the metrics"},
    Program{"man", "man-db", "reading the manual page"},
};

std::optional<fs::path> findOnPath(const Environment& environment, std::string_view program)
{
    const std::string path = environment.get("PATH").value_or("/usr/bin:/bin");
    std::size_t start = 0;
    while (start <= path.size()) {
        const std::size_t end = std::min(path.find(':', start), path.size());
        const fs::path candidate = fs::path(path.substr(start, end - start)) / program;
        if (access(candidate.c_str(), X_OK) == 0) {
            return candidate;
        }
        start = end + 1;
    }
    return std::nullopt;
}

Check baseCheck(const Environment& environment)
{
    const fs::path base = defaultBase(environment);
    fs::path existing = fs::absolute(base);
    std::error_code error;
    while (!fs::exists(existing, error) && existing.has_parent_path() &&
           existing != existing.parent_path()) {
        existing = existing.parent_path();
    }
    const bool writable = access(existing.c_str(), W_OK | X_OK) == 0;
    return {"results folder", writable, true,
            pathText(base) +
                (writable ? " can be written"
                          : ": " + pathText(existing) + " cannot be written; choose --base")};
}

std::vector<Check> checks(const Environment& environment)
{
    std::vector<Check> all{baseCheck(environment)};
    const auto settings = loadSettings(environment);
    all.push_back(
        {"settings", settings.has_value(), true,
         settings ? std::to_string(settings->size()) + " set" : describe(settings.error())});
    for (const Program& program : kPrograms) {
        const auto found = findOnPath(environment, program.name);
        all.push_back({program.name, found.has_value(), false,
                       found ? pathText(*found)
                             : std::string("not found; ") + program.use +
                                   " needs it: apt-get install " + program.package});
    }
    return all;
}

} // namespace

Result<ExitCode> doctorVerb(Context& context)
{
    bool allNeeded = true;
    TextTable table({{"what"}, {"state"}, {"detail"}});
    nlohmann::json rows = nlohmann::json::array();
    for (const Check& check : checks(context.environment)) {
        allNeeded = allNeeded && (check.ok || !check.isNeeded);
        const std::string state = check.ok ? "ok" : (check.isNeeded ? "MISSING" : "absent");
        table.addRow({check.name, state, check.text});
        rows.push_back({{"what", check.name},
                        {"ok", check.ok},
                        {"needed", check.isNeeded},
                        {"detail", check.text}});
    }
    context.terminal.result(context.arguments.flag("json")
                                ? jsonResult("doctor", {{"checks", rows}, {"ok", allNeeded}})
                                : table.text());
    return allNeeded ? ExitCode::Ok : ExitCode::Environment;
}

} // namespace soak::cli
