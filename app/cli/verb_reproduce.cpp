// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"
#include "app/cli/json_result.h"
#include "core/base/text.h"
#include "core/io/find_run.h"
#include "core/runner/run_soak.h"

#include <nlohmann/json.hpp>

namespace soak::cli
{

Result<ExitCode> reproduceVerb(Context& context)
{
    SOAK_TRY(const fs::path given, inputPath(context, {}));
    SOAK_TRY(const fs::path folder, findRun(given));
    const Progress progress = context.terminal.progress(context.clock);
    SOAK_TRY(const Reproduction reproduction,
             reproduceRun(folder, context.stop, progress,
                          context.arguments.text("replay").value_or("")));
    context.terminal.endProgress();
    if (context.arguments.flag("json")) {
        context.terminal.result(
            jsonResult("reproduce", {{"folder", pathText(folder)},
                                     {"identical", reproduction.identical},
                                     {"files_compared", reproduction.filesCompared},
                                     {"differing", reproduction.differing}}));
    } else if (reproduction.identical) {
        context.terminal.result("identical: " + std::to_string(reproduction.filesCompared) +
                                " files of " + pathText(folder) + "\n");
    } else {
        std::string text =
            "DIFFERENT: " + std::to_string(reproduction.differing.size()) + " of " +
            countText(static_cast<std::size_t>(reproduction.filesCompared), "file", "files") +
            " of " + pathText(folder) + "\n";
        for (const std::string& name : reproduction.differing) {
            text += "  " + name + "\n";
        }
        context.terminal.result(text);
    }
    return reproduction.identical ? ExitCode::Ok : ExitCode::Integrity;
}

} // namespace soak::cli
