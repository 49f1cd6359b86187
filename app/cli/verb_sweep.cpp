// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"
#include "app/cli/json_result.h"
#include "core/base/escape.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/report/sweep_chart.h"
#include "core/report/sweep_report.h"
#include "core/sweep/influence_prior.h"
#include "core/sweep/sweep_log.h"

#include <nlohmann/json.hpp>

#include <thread>

namespace soak::cli
{
namespace
{

using Json = nlohmann::json;

std::vector<std::string> listOf(const std::string& text)
{
    std::vector<std::string> names;
    for (const std::string& part : split(text, ',')) {
        names.emplace_back(trim(part));
    }
    return names;
}

std::vector<std::string> scenariosOf(const std::string& text)
{
    if (text != "all") {
        return listOf(text);
    }
    std::vector<std::string> names;
    for (const ScenarioSpec& scenario : specifiedScenarios()) {
        names.emplace_back(scenario.name);
    }
    return names;
}

Status setSeeds(SweepPlan& plan, const std::string& text)
{
    const std::vector<std::string> ends = split(text, '-');
    const auto first = parseInteger(ends.front());
    const auto last = parseInteger(ends.back());
    if (ends.size() > 2 || !first || !last || *first < 0 || *last < *first) {
        return Error{Errc::Usage, "is not a range of seeds, as 1-200", "--seeds " + text};
    }
    plan.firstSeed = static_cast<std::uint64_t>(*first);
    plan.lastSeed = static_cast<std::uint64_t>(*last);
    return Done{};
}

Result<SweepPlan> planSweep(const Arguments& arguments)
{
    SweepPlan plan;
    plan.scenarios = scenariosOf(arguments.text("scenarios").value_or("all"));
    plan.tuners = listOf(arguments.text("tuners").value_or("none,micro,rules+,model"));
    SOAK_CHECK(setSeeds(plan, arguments.text("seeds").value_or("1-20")));
    plan.iterations = static_cast<int>(arguments.integer("iterations").value_or(plan.iterations));
    plan.starts = listOf(arguments.text("start").value_or(std::string(kRedStart)));
    plan.guards = arguments.flag("guards") ? SweepGuards::On : SweepGuards::Off;
    plan.isPerturbed = arguments.flag("perturbed");
    plan.prior = builtinPrior().curves;
    return plan;
}

Result<ExitCode> calibrate(Context& context, const std::string& file)
{
    InfluencePrior prior;
    SOAK_TRY(prior.curves, calibrated(prior.plan, context.stop));
    SOAK_CHECK(writeFileAtomically(fs::path(file), influencePriorText(prior)));
    if (context.arguments.flag("json")) {
        context.terminal.result(jsonResult("sweep", {{"prior", file}}));
    } else {
        context.terminal.result("prior    " + escapeTerminal(file) + "\n");
    }
    return ExitCode::Ok;
}

std::string tasksText(const std::vector<SweepTask>& tasks)
{
    std::string text;
    std::size_t number = 0;
    for (const SweepTask& task : tasks) {
        text += std::to_string(++number) + " " + task.scenario + " " + task.tuner + " " +
                std::to_string(task.seed) + " " + task.start + "\n";
    }
    return text;
}

Json tasksJson(const std::vector<SweepTask>& tasks)
{
    Json rows = Json::array();
    for (const SweepTask& task : tasks) {
        rows.push_back({{"task", rows.size() + 1},
                        {"scenario", task.scenario},
                        {"start", task.start},
                        {"tuner", task.tuner},
                        {"seed", task.seed}});
    }
    return {{"tasks", std::move(rows)}};
}

// Says what the file of results holds already.
Result<std::optional<SweepLog>> logOf(Context& context, const SweepPlan& plan)
{
    const auto file = context.arguments.text("results");
    if (!file) {
        return std::optional<SweepLog>();
    }
    SOAK_TRY(SweepLog log, SweepLog::open(fs::path(*file), plan));
    if (log.known() > 0) {
        context.terminal.note(countText(log.known(), "soak is", "soaks are") + " known from " +
                              escapeTerminal(*file));
    }
    if (log.otherwise() > 0) {
        context.terminal.note(countText(log.otherwise(), "soak", "soaks") + " of " +
                              escapeTerminal(*file) + " made in another way: left out");
    }
    return std::optional(std::move(log));
}

Result<ExitCode> oneTask(Context& context, const SweepPlan& plan, std::int64_t number)
{
    SOAK_TRY(const std::vector<SweepTask> tasks, sweepTasks(plan));
    if (number > static_cast<std::int64_t>(tasks.size())) {
        return Error{Errc::Usage, "there are " + countText(tasks.size(), "task", "tasks"),
                     "--task " + std::to_string(number)};
    }
    const SweepTask& task = tasks[static_cast<std::size_t>(number - 1)];
    SOAK_TRY(const std::optional<SweepLog> log, logOf(context, plan));
    SOAK_TRY(const SweepResult result, sweepOne(plan, task, context.stop, log ? &*log : nullptr));
    context.terminal.result(jsonResult("sweep", sweepResultJson(result)));
    return ExitCode::Ok;
}

} // namespace

Result<ExitCode> sweepVerb(Context& context)
{
    const Arguments& arguments = context.arguments;
    if (const auto file = arguments.text("calibrate")) {
        return calibrate(context, *file);
    }
    SOAK_TRY(const SweepPlan plan, planSweep(arguments));
    if (arguments.flag("print-tasks")) {
        SOAK_TRY(const std::vector<SweepTask> tasks, sweepTasks(plan));
        context.terminal.result(arguments.flag("json") ? jsonResult("sweep", tasksJson(tasks))
                                                       : tasksText(tasks));
        return ExitCode::Ok;
    }
    if (const auto number = arguments.integer("task")) {
        return oneTask(context, plan, *number);
    }
    const auto threads = static_cast<unsigned>(
        arguments.integer("jobs").value_or(std::thread::hardware_concurrency()));
    SOAK_TRY(const std::optional<SweepLog> log, logOf(context, plan));
    const Progress progress = context.terminal.progress(context.clock);
    SOAK_TRY(const std::vector<SweepResult> results,
             runSweep(plan, threads, context.stop, progress, log ? &*log : nullptr));
    context.terminal.endProgress();
    const std::vector<SweepRow> rows = sweepTable(results);
    if (const auto chart = arguments.text("chart")) {
        SOAK_CHECK(writeFileAtomically(fs::path(*chart), sweepChartSvg(rows)));
    }
    context.terminal.result(arguments.flag("json") ? jsonResult("sweep", sweepJson(plan, rows))
                                                   : sweepText(rows));
    return ExitCode::Ok;
}

} // namespace soak::cli
