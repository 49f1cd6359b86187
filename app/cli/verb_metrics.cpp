// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"
#include "app/cli/json_result.h"
#include "app/cli/outputs.h"
#include "core/report/metrics.h"

#include <nlohmann/json.hpp>

namespace soak::cli
{

Result<ExitCode> metricsVerb(Context& context)
{
    SOAK_TRY(const JudgedInput judged, judgeInput(context, {"path"}));
    SOAK_TRY(const ReportContext report, reportContext(context, *judged.input.run));
    const std::string text = metricsText(judged.judgement, report);
    const bool asJson = context.arguments.flag("json");
    if (context.arguments.has("output")) {
        SOAK_CHECK(writeWhere(context, judged.input.folder, "output", text));
    } else if (!asJson) {
        context.terminal.result(text);
    }
    if (asJson) {
        context.terminal.result(jsonResult("metrics", {{"exposition", text}}));
    }
    return ExitCode::Ok;
}

} // namespace soak::cli
