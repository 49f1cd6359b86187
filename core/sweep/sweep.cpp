// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweep.h"

#include "core/base/text.h"
#include "core/model/preset.h"
#include "core/sweep/red_start.h"
#include "core/sweep/sweep_log.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace soak
{

namespace
{

constexpr const char* kUntuned = "none";
constexpr const char* kTunerNames = "none, micro, driver, rules+, model";
constexpr std::size_t kMostTasks = 1'000'000;

bool isTuner(const std::string& name)
{
    return name == kUntuned || isKnownTuner(name);
}

bool isStart(const std::string& name)
{
    return name == kRedStart || name == kDefaultStart || findBuiltinProfile(name) != nullptr;
}

Overrides startOf(const SweepTask& task)
{
    if (task.start == kRedStart) {
        return redStart(task.seed);
    }
    const Profile* profile = findBuiltinProfile(task.start);
    return profile == nullptr ? Overrides{} : profile->overrides;
}

// Each of `names` is known and there once. `what`: "scenario"; `known`: all there are.
Status checkNames(const std::vector<std::string>& names, const std::string& what,
                  const std::string& known, bool (*isKnown)(const std::string&))
{
    std::set<std::string> seen;
    for (const std::string& name : names) {
        if (!isKnown(name)) {
            return Error{Errc::Usage, "no such " + what + "; there are " + known, name};
        }
        if (!seen.insert(name).second) {
            return Error{Errc::Usage, "is named twice: each soak is made once", name};
        }
    }
    return names.empty() ? Status(Error{Errc::Usage, "there is nothing to sweep", ""})
                         : Status(Done{});
}

Result<SweepResult> makeSoak(const SweepPlan& plan, const SweepTask& task, std::stop_token stop)
{
    const ScenarioSpec* scenario = findScenario(task.scenario);
    if (scenario == nullptr) {
        return Error{Errc::Usage, "no such scenario; there are " + scenarioNames(), task.scenario};
    }
    SweepSoak soak;
    soak.market = plan.isPerturbed ? perturbed(scenario->market, drawPerturbation(task.seed))
                                   : scenario->market;
    soak.seed = task.seed;
    soak.start = startOf(task);
    soak.iterations = plan.iterations;
    soak.tuner = task.tuner == kUntuned ? std::string() : task.tuner;
    soak.prior = plan.prior;
    soak.guards = plan.guards;
    SOAK_TRY(const SweepOutcome outcome, soakInMemory(soak, std::move(stop)));
    return SweepResult{task.scenario,   task.start,           task.tuner,
                       task.seed,       outcome.isGreen,      outcome.firstGreen,
                       outcome.failing, outcome.latencyGuard, outcome.oscillationGuard};
}

} // namespace

Result<std::vector<SweepTask>> sweepTasks(const SweepPlan& plan)
{
    SOAK_CHECK(checkNames(plan.scenarios, "scenario", scenarioNames(),
                          [](const std::string& name) { return findScenario(name) != nullptr; }));
    SOAK_CHECK(checkNames(plan.starts, "start", sweepStartNames(), isStart));
    SOAK_CHECK(checkNames(plan.tuners, "tuner", kTunerNames, isTuner));
    if (plan.lastSeed < plan.firstSeed) {
        return Error{Errc::Usage, "there is nothing to sweep", ""};
    }
    const std::uint64_t seeds = plan.lastSeed - plan.firstSeed + 1;
    if (seeds > kMostTasks / plan.scenarios.size() / plan.starts.size() / plan.tuners.size()) {
        return Error{Errc::Usage, "a sweep has at most a million soaks", "seeds"};
    }
    std::vector<SweepTask> tasks;
    for (const std::string& scenario : plan.scenarios) {
        for (const std::string& start : plan.starts) {
            for (const std::string& tuner : plan.tuners) {
                for (std::uint64_t k = 0; k < seeds; ++k) {
                    tasks.push_back({scenario, start, tuner, plan.firstSeed + k});
                }
            }
        }
    }
    return tasks;
}

std::string sweepStartNames()
{
    std::vector<std::string> names{std::string(kRedStart), std::string(kDefaultStart)};
    for (const Profile& profile : builtinProfiles()) {
        names.push_back(profile.name);
    }
    return join(names, ", ");
}

Result<SweepResult> sweepOne(const SweepPlan& plan, const SweepTask& task, std::stop_token stop,
                             const SweepLog* log)
{
    if (const SweepResult* known = log == nullptr ? nullptr : log->find(task)) {
        return *known;
    }
    SOAK_TRY(SweepResult result, makeSoak(plan, task, std::move(stop)));
    if (log != nullptr) {
        SOAK_CHECK(log->add(result));
    }
    return result;
}

Result<std::vector<SweepResult>> runSweep(const SweepPlan& plan, unsigned threads,
                                          std::stop_token stop, const Progress& progress,
                                          const SweepLog* log)
{
    SOAK_TRY(const std::vector<SweepTask> tasks, sweepTasks(plan));
    std::vector<SweepResult> results(tasks.size());
    std::atomic<std::size_t> next{0};
    std::mutex telling;
    std::size_t done = 0;
    std::optional<Error> problem;
    const auto work = [&] {
        for (std::size_t k = next++; k < tasks.size(); k = next++) {
            auto result = sweepOne(plan, tasks[k], stop, log);
            const std::scoped_lock lock(telling);
            if (!result) {
                problem = problem ? problem : std::optional(result.error());
                next = tasks.size();
                return;
            }
            results[k] = std::move(*result);
            ++done;
            if (progress) {
                progress(done, tasks.size(), tasks[k].scenario + " " + tasks[k].tuner);
            }
        }
    };
    {
        std::vector<std::jthread> workers;
        for (unsigned i = 1; i < std::max(1U, threads); ++i) {
            workers.emplace_back(work);
        }
        work();
    }
    if (problem) {
        return *problem;
    }
    return results;
}

} // namespace soak
