// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweep.h"

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
constexpr std::size_t kMostTasks = 1'000'000;

bool isTuner(const std::string& name)
{
    return name == kUntuned || isKnownTuner(name);
}

Overrides startOf(const SweepPlan& plan, std::uint64_t seed)
{
    return plan.start == SweepStart::Red ? redStart(seed) : Overrides{};
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
    soak.start = startOf(plan, task.seed);
    soak.iterations = plan.iterations;
    soak.tuner = task.tuner == kUntuned ? std::string() : task.tuner;
    soak.prior = plan.prior;
    soak.guards = plan.guards;
    SOAK_TRY(const SweepOutcome outcome, soakInMemory(soak, std::move(stop)));
    return SweepResult{task.scenario,
                       task.tuner,
                       task.seed,
                       outcome.isGreen,
                       outcome.firstGreen,
                       outcome.failing,
                       outcome.latencyGuard,
                       outcome.oscillationGuard};
}

} // namespace

Result<std::vector<SweepTask>> sweepTasks(const SweepPlan& plan)
{
    for (const std::string& name : plan.scenarios) {
        if (findScenario(name) == nullptr) {
            return Error{Errc::Usage, "no such scenario; there are " + scenarioNames(), name};
        }
    }
    for (const std::string& name : plan.tuners) {
        if (!isTuner(name)) {
            return Error{Errc::Usage, "no such tuner", name};
        }
    }
    if (plan.lastSeed < plan.firstSeed || plan.scenarios.empty() || plan.tuners.empty()) {
        return Error{Errc::Usage, "there is nothing to sweep", ""};
    }
    const std::uint64_t seeds = plan.lastSeed - plan.firstSeed + 1;
    if (seeds > kMostTasks / plan.scenarios.size() / plan.tuners.size()) {
        return Error{Errc::Usage, "a sweep has at most a million soaks", "seeds"};
    }
    std::vector<SweepTask> tasks;
    for (const std::string& scenario : plan.scenarios) {
        for (const std::string& tuner : plan.tuners) {
            for (std::uint64_t k = 0; k < seeds; ++k) {
                tasks.push_back({scenario, tuner, plan.firstSeed + k});
            }
        }
    }
    return tasks;
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
