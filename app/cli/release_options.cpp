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

Result<Input> inputAfter(Context& context, std::size_t skip)
{
    const auto& words = context.arguments.positionals;
    std::vector<std::string> given(words.begin() + static_cast<std::ptrdiff_t>(skip), words.end());
    if (const auto src = context.arguments.text("src")) {
        given.push_back(*src);
    }
    if (given.size() > 1) {
        return Error{Errc::Usage, "two runs are given; give one", ""};
    }
    return loadInput(context,
                     given.empty() ? defaultBase(context.environment) : fs::path(given.front()));
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
