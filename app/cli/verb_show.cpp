// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"
#include "core/report/iteration_table_csv.h"
#include "core/report/show.h"

namespace soak::cli
{

Result<ExitCode> showVerb(Context& context)
{
    const Arguments& arguments = context.arguments;
    if (arguments.flag("csv") && (arguments.flag("json") || arguments.has("iteration"))) {
        return Error{Errc::Usage, "--csv stands alone; leave out --json and --iteration", ""};
    }
    SOAK_TRY(const JudgedInput judged, judgeInput(context, {}));
    SOAK_TRY(const ReportContext report, reportContext(context, *judged.input.run));
    const bool asJson = arguments.flag("json");
    if (arguments.flag("csv")) {
        context.terminal.result(iterationTableCsv(judged.judgement));
    } else if (const auto iteration = arguments.integer("iteration")) {
        const int k = static_cast<int>(*iteration);
        SOAK_TRY(const std::string text, asJson ? showIterationJson(judged.judgement, k, report)
                                                : showIterationText(judged.judgement, k));
        context.terminal.result(text);
    } else {
        context.terminal.result(asJson ? showRunJson(judged.judgement, report)
                                       : showRunText(judged.judgement, report));
    }
    return ExitCode::Ok;
}

} // namespace soak::cli
