// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/release_options.h"

namespace soak::cli
{

std::optional<fs::path> pathSetting(const Context& context, std::string_view name)
{
    const auto given = context.arguments.text(name);
    if (!given || given->empty()) {
        return std::nullopt;
    }
    const auto home = context.environment.get("HOME");
    return given->starts_with("~/") && home ? fs::path(*home) / given->substr(2) : fs::path(*given);
}

std::optional<std::string> releaseVersion(const Context& context)
{
    return context.arguments.has("release") ? context.arguments.text("release")
                                            : context.environment.get("MM_VERSION");
}

fs::path scratchFolder(const Environment& environment)
{
    return environment.get("TMPDIR").value_or("/tmp");
}

Status refuseGiven(const Arguments& arguments, std::initializer_list<const char*> names,
                   const std::string& command)
{
    for (const char* name : names) {
        const auto found = arguments.options.find(name);
        if (found != arguments.options.end() && found->second.origin == "flag") {
            return Error{Errc::Usage, "is no option of `" + command + "`",
                         "--" + std::string(name)};
        }
    }
    return Done{};
}

} // namespace soak::cli
