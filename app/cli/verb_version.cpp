// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"
#include "app/cli/json_result.h"
#include "core/base/version.h"

#include <nlohmann/json.hpp>

namespace soak::cli
{

Result<ExitCode> versionVerb(Context& context)
{
    context.terminal.result(context.arguments.flag("json")
                                ? jsonResult("version", {{"name", "soak"}})
                                : "soak " + std::string(kToolVersion) + "\n");
    return ExitCode::Ok;
}

Result<ExitCode> completionVerb(Context& context)
{
    const std::string& shell = context.arguments.positionals.front();
    const auto script = completionText(shell);
    if (!script) {
        return Error{Errc::Usage, "no completion for '" + shell + "'; there is bash, zsh and fish",
                     ""};
    }
    context.terminal.result(context.arguments.flag("json")
                                ? jsonResult("completion", {{"shell", shell}, {"script", *script}})
                                : *script);
    return ExitCode::Ok;
}

} // namespace soak::cli
