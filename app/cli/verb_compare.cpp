// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"
#include "app/cli/json_result.h"
#include "app/cli/outputs.h"
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

Result<Metric> metricNamed(const std::string& key)
{
    const auto metric = metricFromKey(key);
    if (!metric) {
        return Error{Errc::Usage, "there is no such metric", escapeTerminal(key)};
    }
    return *metric;
}

Status readMargins(const Arguments& arguments, CompareOptions& options)
{
    for (const std::string& text : arguments.all("margin")) {
        const auto at = text.find('=');
        const auto amount =
            at == std::string::npos ? std::nullopt : parseNumber(text.substr(at + 1));
        if (!amount) {
            return Error{Errc::Usage, "--margin is a metric and a number, like net_bps=0.1",
                         escapeTerminal(text)};
        }
        SOAK_TRY(const Metric metric, metricNamed(text.substr(0, at)));
        options.margins[metric] = *amount;
    }
    return Done{};
}

Result<CompareOptions> compareOptions(const Context& context)
{
    const Arguments& arguments = context.arguments;
    CompareOptions options;
    options.stop = context.stop;
    const std::string window = arguments.text("window").value_or("steady");
    options.window = window == "all"     ? ComparedWindow::All
                     : window == "last8" ? ComparedWindow::Last8
                                         : ComparedWindow::Steady;
    if (const auto from = arguments.integer("from")) {
        if (options.window != ComparedWindow::Steady) {
            return Error{Errc::Usage, "--from stands with --window steady only", ""};
        }
        options.from = static_cast<int>(*from);
    }
    options.alpha = arguments.number("alpha").value_or(options.alpha);
    if (!(options.alpha > 0 && options.alpha < 1)) {
        return Error{Errc::Usage, "--alpha lies between 0 and 1", ""};
    }
    for (const std::string& key : split(arguments.text("kpi").value_or(""), ',')) {
        if (!key.empty()) {
            SOAK_TRY(const Metric metric, metricNamed(key));
            if (std::ranges::find(options.metrics, metric) == options.metrics.end()) {
                options.metrics.push_back(metric);
            }
        }
    }
    SOAK_CHECK(readMargins(arguments, options));
    return options;
}

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
    std::vector<fs::path> given(arguments.positionals.begin(), arguments.positionals.end());
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

Result<std::string> rendered(Context& context, const RunComparison& comparison)
{
    const Arguments& arguments = context.arguments;
    const std::string format =
        arguments.flag("json") ? "json" : arguments.text("format").value_or("text");
    if (format == "json") {
        Json json = compareJson(comparison);
        if (arguments.flag("details")) {
            json.update(compareDetailsJson(comparison));
        }
        return jsonResult("compare", std::move(json));
    }
    const std::string details =
        arguments.flag("details") ? "\n" + compareDetailsText(comparison) : "";
    SOAK_TRY(const ReportContext report, reportContext(context, *comparison.runs.back().run));
    return format == "md"     ? compareMarkdown(comparison, report)
           : format == "html" ? compareHtml(comparison, report)
           : format == "csv"  ? compareCsv(comparison)
                              : compareText(comparison) + details;
}

Result<RunComparison> compareFolders(Context& context, const std::vector<fs::path>& folders,
                                     CompareOptions options, std::vector<fs::path>& found)
{
    std::vector<Judgement> judgements;
    std::vector<std::string> names;
    for (const fs::path& folder : folders) {
        SOAK_TRY(const Input input, loadInput(context, folder));
        SOAK_TRY(const GateProfile profile, profileFor(context, "profile", *input.run));
        judgements.push_back(judge(input.run, profile));
        found.push_back(input.folder);
        names.push_back(runLabel(*input.run));
    }
    // Runs of one id, as a what-if has, are called by their folders.
    std::vector<CompareInput> inputs;
    for (std::size_t at = 0; at < judgements.size(); ++at) {
        const bool isUnique = std::ranges::count(names, names[at]) == 1;
        inputs.push_back({isUnique ? names[at] : pathText(folders[at]), &judgements[at]});
    }
    const Millis start = context.clock.monotonic();
    options.isTimeUp = [&clock = context.clock, start] {
        return clock.monotonic() - start > kChangeBudget;
    };
    return compareRuns(inputs, std::move(options));
}

} // namespace

Result<ExitCode> compareVerb(Context& context)
{
    const Arguments& arguments = context.arguments;
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
    std::vector<fs::path> found;
    SOAK_TRY(const RunComparison comparison,
             compareFolders(context, folders, std::move(options), found));
    SOAK_TRY(const std::string text, rendered(context, comparison));
    for (const fs::path& folder : found) {
        if (const auto out = arguments.text("out"); out && *out != "-") {
            SOAK_CHECK(keepOutOfRun(*out, folder));
        }
    }
    if (arguments.has("out")) {
        SOAK_CHECK(writeWhere(context, found.front(), "out", text));
    } else {
        context.terminal.result(text);
    }
    return arguments.flag("exit-code") ? compareExitCode(comparison) : ExitCode::Ok;
}

} // namespace soak::cli
