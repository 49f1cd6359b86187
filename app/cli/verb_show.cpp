// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"
#include "core/report/iteration_table_csv.h"
#include "core/report/show.h"
#include "core/report/show_why.h"

namespace soak::cli
{

Result<ExitCode> showVerb(Context& context)
{
    const Arguments& arguments = context.arguments;
    const bool isMore =
        arguments.flag("json") || arguments.has("iteration") || arguments.flag("why");
    if (arguments.flag("csv") && isMore) {
        return Error{Errc::Usage, "--csv stands alone; leave out --json, --iteration and --why",
                     ""};
    }
    SOAK_TRY(const JudgedInput judged, judgeInput(context, {}));
    SOAK_TRY(const ReportContext report, reportContext(context, *judged.input.run));
    const bool asJson = arguments.flag("json");
    const auto iteration = arguments.integer("iteration");
    const int k = static_cast<int>(iteration.value_or(0));
    if (arguments.flag("csv")) {
        context.terminal.result(iterationTableCsv(judged.judgement));
    } else if (arguments.flag("why")) {
        const auto which = iteration ? std::optional(k) : std::nullopt;
        SOAK_TRY(const std::string text, asJson ? showWhyJson(judged.judgement, which, report)
                                                : showWhyText(judged.judgement, which));
        context.terminal.result(text);
    } else if (iteration) {
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
