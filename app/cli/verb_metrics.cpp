// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"
#include "app/cli/outputs.h"
#include "core/report/metrics.h"
#include "core/report/snapshot.h"

namespace soak::cli
{

Result<ExitCode> metricsVerb(Context& context)
{
    SOAK_TRY(const JudgedInput judged, judgeInput(context, {"path"}));
    SOAK_TRY(const ReportContext report, reportContext(context, *judged.input.run));
    const std::string text = metricsText(judged.judgement, report);
    const bool asJson = context.arguments.flag("json");
    if (context.arguments.has("output")) {
        SOAK_CHECK(writeWhere(context, "output", text));
    } else if (!asJson) {
        context.terminal.result(text);
    }
    if (asJson) {
        context.terminal.result(snapshotJson(judged.judgement, report));
    }
    return ExitCode::Ok;
}

} // namespace soak::cli
