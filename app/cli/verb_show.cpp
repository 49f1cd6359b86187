// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"
#include "core/base/text.h"
#include "core/base/version.h"
#include "core/model/run_identity.h"
#include "core/report/notes_report.h"
#include "core/report/range_report.h"
#include "core/report/show.h"
#include "core/report/show_why.h"
#include "core/report/tidy_table.h"

namespace soak::cli
{
namespace
{

// Always Ok: a stretch that somebody chose is no verdict.
Result<ExitCode> showRange(Context& context)
{
    const Arguments& arguments = context.arguments;
    const auto from = arguments.integer("from");
    const auto to = arguments.integer("to");
    for (const std::string_view other :
         {"csv", "iteration", "why", "last-n", "range", "columns", "notes"}) {
        if (arguments.flag(other) || arguments.has(other)) {
            return Error{Errc::Usage, "--from and --to stand without --" + std::string(other), ""};
        }
    }
    if (!from || !to || *from > *to) {
        return Error{Errc::Usage, "--from and --to are two iterations, the first one first", ""};
    }
    SOAK_TRY(const fs::path given, inputPath(context, {}));
    SOAK_TRY(const Input input, loadInput(context, given));
    SOAK_TRY(const GateProfile profile, profileFor(context, "profile", *input.run));
    SOAK_TRY(const RangeJudgement range,
             judgeRange(*input.run, profile, static_cast<int>(*from), static_cast<int>(*to)));
    SOAK_TRY(const ReportContext report, reportContext(context, *input.run));
    context.terminal.result(arguments.flag("json") ? rangeJson(range, report) : rangeText(range));
    return ExitCode::Ok;
}

Result<TidyOptions> tidyOptions(const Arguments& arguments)
{
    TidyOptions options;
    if (const auto range = arguments.text("range")) {
        SOAK_TRY(options.range, tidyRangeFrom(*range));
    }
    if (const auto columns = arguments.text("columns")) {
        options.columns = split(*columns, ',');
    }
    return options;
}

// Of the run that is named, else of all.
Result<ExitCode> showNotes(Context& context, const fs::path& file)
{
    const Arguments& arguments = context.arguments;
    for (const char* other : {"iteration", "why", "csv", "range", "columns", "last-n", "profile"}) {
        if (arguments.has(other)) {
            return Error{Errc::Usage, "--notes stands alone; leave out --" + std::string(other),
                         ""};
        }
    }
    SOAK_TRY(std::vector<NotedRun> runs, loadWorkspaceNotes(file));
    if (!arguments.positionals.empty()) {
        SOAK_TRY(const fs::path given, inputPath(context, {}));
        SOAK_TRY(const Input input, loadInput(context, given));
        std::erase_if(runs, [identity = listedIdentity(*input.run)](const NotedRun& run) {
            return run.identity != identity;
        });
    }
    context.terminal.result(arguments.flag("json") ? notesJson(runs, kToolVersion)
                                                   : notesMarkdown(runs));
    return ExitCode::Ok;
}

} // namespace

Result<ExitCode> showVerb(Context& context)
{
    const Arguments& arguments = context.arguments;
    if (arguments.has("from") || arguments.has("to")) {
        return showRange(context);
    }
    if (const auto notes = arguments.text("notes")) {
        return showNotes(context, *notes);
    }
    const bool isMore =
        arguments.flag("json") || arguments.has("iteration") || arguments.flag("why");
    if (arguments.flag("csv") && isMore) {
        return Error{Errc::Usage, "--csv stands alone; leave out --json, --iteration and --why",
                     ""};
    }
    if (!arguments.flag("csv") && (arguments.has("range") || arguments.has("columns"))) {
        return Error{Errc::Usage, "--range and --columns go with --csv", ""};
    }
    SOAK_TRY(const TidyOptions tidy, tidyOptions(arguments));
    SOAK_TRY(const JudgedInput judged, judgeInput(context, {}));
    SOAK_TRY(const ReportContext report, reportContext(context, *judged.input.run));
    const bool asJson = arguments.flag("json");
    const auto iteration = arguments.integer("iteration");
    const int k = static_cast<int>(iteration.value_or(0));
    if (arguments.flag("csv")) {
        const Judgement* const runs[] = {&judged.judgement};
        SOAK_TRY(const std::string table, tidyTable(runs, tidy));
        context.terminal.result(table);
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
