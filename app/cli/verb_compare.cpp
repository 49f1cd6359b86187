// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare_input.h"
#include "app/cli/input.h"
#include "app/cli/json_result.h"
#include "core/analysis/calibration.h"
#include "core/analysis/run_comparison.h"
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/history/folder_index.h"
#include "core/history/last_green.h"
#include "core/io/find_run.h"
#include "core/io/load_run.h"
#include "core/report/calibration_report.h"
#include "core/report/compare_csv.h"
#include "core/report/compare_details.h"
#include "core/report/compare_report.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace soak::cli
{
namespace
{

using Json = nlohmann::json;

// The search for change points ends then (STATISTICS 2e), and the report says so.
constexpr Millis kChangeBudget{1000};

fs::path baseOfRuns(const Context& context)
{
    if (const auto given = context.arguments.text("base")) {
        return *given;
    }
    return context.environment.get("ARTIFACTS_ROOT").value_or("artifacts");
}

Result<std::vector<RunRow>> runsBelow(Context& context, const FolderIndex& index)
{
    const Progress progress = context.terminal.progress(context.clock);
    auto rows = index.list(context.clock.wall(), context.stop, progress);
    context.terminal.endProgress();
    return rows;
}

Result<std::vector<fs::path>> foldersOf(Context& context)
{
    const Arguments& arguments = context.arguments;
    SOAK_TRY(std::vector<fs::path> given, runPaths(context, arguments.positionals));
    if (!arguments.flag("last-green")) {
        return given;
    }
    if (given.size() != 1) {
        return Error{Errc::Usage, "--last-green takes the one run that is held against it", ""};
    }
    SOAK_TRY(const fs::path folder, findRun(given.front()));
    const FolderIndex index({baseOfRuns(context)});
    SOAK_TRY(std::vector<RunRow> rows, runsBelow(context, index));
    const RunRow shown = rowOfFolder(fs::absolute(folder).lexically_normal(), context.clock.wall());
    SOAK_TRY(const auto green, lastGreenRun(index, std::move(rows), shown, context.stop));
    if (!green) {
        return Error{Errc::NotFound, "no green run of the same kind started before it",
                     pathText(folder)};
    }
    if (green->relaxed) {
        context.terminal.warn("the last green run has another " +
                              std::string(keyOf(*green->relaxed)));
    }
    return std::vector<fs::path>{green->row.folder, given.front()};
}

Result<Calibration> calibrateBelow(Context& context, const CompareOptions& options)
{
    const FolderIndex index({baseOfRuns(context)});
    SOAK_TRY(const std::vector<RunRow> rows, runsBelow(context, index));
    std::vector<CalibrationRun> runs;
    std::size_t leftOut = 0;
    const Progress progress = context.terminal.progress(context.clock);
    for (std::size_t at = 0; at < rows.size(); ++at) {
        progress(at + 1, rows.size(), "runs");
        auto loaded = loadRun(rows[at].folder, {.threads = 1}, context.stop, Progress());
        if (!loaded && loaded.error().code == Errc::Cancelled) {
            context.terminal.endProgress();
            return loaded.error();
        }
        auto run = loaded ? calibrationRun(rows[at].name, **loaded, options.metrics) : std::nullopt;
        if (run) {
            runs.push_back(std::move(*run));
        } else {
            ++leftOut;
        }
    }
    context.terminal.endProgress();
    if (leftOut > 0) {
        context.terminal.note(countText(leftOut, "run was", "runs were") +
                              " left out: unreadable, or the overrides changed in them");
    }
    return calibrate(runs, options);
}

Result<std::string> rendered(Context& context, const RunComparison& comparison,
                             const MadeAlike& alike)
{
    const Arguments& arguments = context.arguments;
    const std::string format =
        arguments.flag("json") ? "json" : arguments.text("format").value_or("text");
    if (format == "json") {
        Json json = compareJson(comparison);
        if (arguments.flag("details")) {
            json.update(compareDetailsJson(comparison));
        }
        if (!alike.text.empty()) {
            json["same_configuration_in_history"] = madeAlikeJson(alike);
        }
        return jsonResult("compare", std::move(json));
    }
    const std::string details =
        arguments.flag("details") ? "\n" + compareDetailsText(comparison) : "";
    SOAK_TRY(const ReportContext report, reportContext(context, *comparison.runs.back().run));
    if (format == "html") {
        return compareHtml(comparison, report);
    }
    if (format == "csv") {
        return compareCsv(comparison);
    }
    if (format == "md") {
        return compareMarkdown(comparison, report) +
               (alike.text.empty() ? "" : "\n" + escapeMarkdown(alike.text) + "\n");
    }
    return compareText(comparison) + details +
           (alike.text.empty() ? "" : "\n" + escapeTerminal(alike.text) + "\n");
}

} // namespace

Result<ExitCode> compareVerb(Context& context)
{
    const Arguments& arguments = context.arguments;
    if (arguments.has("arm-a") || arguments.has("arm-b")) {
        return compareArmsOfRuns(context);
    }
    SOAK_TRY(CompareOptions options, compareOptions(context));
    if (arguments.flag("calibrate")) {
        SOAK_TRY(options, filledIn(std::move(options)));
        SOAK_TRY(const Calibration calibration, calibrateBelow(context, options));
        if (arguments.positionals.empty()) {
            context.terminal.result(arguments.flag("json")
                                        ? jsonResult("compare", calibrationJson(calibration))
                                        : calibrationText(calibration));
            return ExitCode::Ok;
        }
        for (const KpiCalibration& kpi : calibration.kpis) {
            if (kpi.between) {
                options.between[kpi.metric] = *kpi.between;
            }
        }
    }
    SOAK_TRY(const std::vector<fs::path> folders, foldersOf(context));
    if (folders.size() < 2) {
        return Error{Errc::Usage, "a comparison needs at least two runs", ""};
    }
    SOAK_TRY(const ComparedRuns runs, comparedRuns(context, folders));
    const Millis start = context.clock.monotonic();
    options.isTimeUp = [&clock = context.clock, start] {
        return clock.monotonic() - start > kChangeBudget;
    };
    SOAK_TRY(const RunComparison comparison, compareRuns(runs.inputs(), std::move(options)));
    SOAK_TRY(const std::string text,
             rendered(context, comparison, madeAlike(context, runs, folders)));
    SOAK_CHECK(deliver(context, runs, text));
    return arguments.flag("exit-code") ? compareExitCode(comparison) : ExitCode::Ok;
}

} // namespace soak::cli
