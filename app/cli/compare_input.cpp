// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare_input.h"

#include "app/cli/history_verbs.h"
#include "app/cli/input.h"
#include "app/cli/outputs.h"
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/history/named_run.h"
#include "core/history/same_configuration.h"
#include "core/model/run_identity.h"
#include "core/report/command_text.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace soak::cli
{
namespace
{

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

} // namespace

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

Result<std::vector<fs::path>> runPaths(Context& context, std::span<const std::string> words)
{
    std::vector<fs::path> paths;
    std::optional<HistoryStore> store;
    bool isLookedFor = false;
    for (const std::string& word : words) {
        std::error_code ignored;
        if (!word.empty() && !fs::exists(word, ignored)) {
            if (!isLookedFor) {
                SOAK_TRY(store, openedHistory(context));
                isLookedFor = true;
            }
            if (store) {
                const EpochMs now = context.clock.wall();
                SOAK_TRY(const HistoryRun run, runNamed(*store, word, now));
                SOAK_TRY(fs::path folder, folderOfRun(run, now));
                paths.push_back(std::move(folder));
                continue;
            }
        }
        paths.emplace_back(word);
    }
    return paths;
}

std::vector<CompareInput> ComparedRuns::inputs() const
{
    std::vector<CompareInput> inputs;
    for (std::size_t at = 0; at < judgements.size(); ++at) {
        inputs.push_back({names[at], &judgements[at]});
    }
    return inputs;
}

Result<ComparedRuns> comparedRuns(Context& context, std::span<const fs::path> given)
{
    ComparedRuns runs;
    std::vector<std::string> labels;
    for (const fs::path& path : given) {
        SOAK_TRY(const Input input, loadInput(context, path));
        SOAK_TRY(const GateProfile profile, profileFor(context, "profile", *input.run));
        runs.judgements.push_back(judge(input.run, profile));
        runs.folders.push_back(input.folder);
        labels.push_back(runLabel(*input.run));
    }
    // Runs of one id, as a what-if has, are called by their folders.
    for (std::size_t at = 0; at < labels.size(); ++at) {
        const bool isUnique = std::ranges::count(labels, labels[at]) == 1;
        runs.names.push_back(isUnique ? labels[at] : pathText(given[at]));
    }
    return runs;
}

MadeAlike madeAlike(Context& context, const ComparedRuns& runs, std::span<const fs::path> folders)
{
    MadeAlike alike;
    auto store = openedHistory(context);
    if (!store || !*store) {
        return alike;
    }
    auto found = runsOfConfiguration(**store, *runs.judgements.front().run);
    if (!found) {
        context.terminal.warn("the history is not looked into: " + describe(found.error()));
        return alike;
    }
    std::erase_if(*found, [&runs](const HistoryRun& run) {
        return std::ranges::any_of(runs.judgements, [&run](const Judgement& compared) {
            return listedIdentity(*compared.run) == run.row.identity;
        });
    });
    std::vector<std::string> numbers;
    std::ranges::transform(*found, std::back_inserter(numbers),
                           [](const HistoryRun& run) { return std::to_string(run.number); });
    if (!numbers.empty()) {
        alike.text = sameConfigurationText(numbers, pathText(folders[0]), pathText(folders[1]),
                                           historyOnCommandLine(context).value_or(""));
    }
    alike.runs = std::move(*found);
    return alike;
}

nlohmann::json madeAlikeJson(const MadeAlike& alike)
{
    nlohmann::json runs = nlohmann::json::array();
    for (const HistoryRun& run : alike.runs) {
        runs.push_back(
            {{"number", run.number}, {"name", shownName(run.row)}, {"folder", run.row.folder}});
    }
    return {{"count", alike.runs.size()}, {"runs", std::move(runs)}, {"said", alike.text}};
}

Status deliver(Context& context, const ComparedRuns& runs, const std::string& text)
{
    const auto out = context.arguments.text("out");
    if (!out) {
        context.terminal.result(text);
        return Done{};
    }
    for (const fs::path& folder : runs.folders) {
        if (*out != "-") {
            SOAK_CHECK(keepOutOfRun(*out, folder));
        }
    }
    return writeWhere(context, runs.folders.front(), "out", text);
}

} // namespace soak::cli
