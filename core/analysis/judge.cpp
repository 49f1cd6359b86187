// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/anomalies.h"
#include "core/analysis/gates.h"
#include "core/analysis/guard_activity.h"
#include "core/analysis/iteration_gate.h"
#include "core/analysis/judgement.h"
#include "core/analysis/readiness.h"
#include "core/analysis/recommend.h"
#include "core/analysis/run_verdict.h"
#include "core/analysis/window.h"
#include "core/analysis/window_statistics.h"
#include "core/base/result.h"

#include <utility>

namespace soak
{

namespace
{

// Of the fills of the last iteration: volumes, else counts (DOMAIN 2.1), never from the ratio.
std::optional<double> makerSharePct(const IterationTable& table)
{
    if (table.rowCount() == 0) {
        return std::nullopt;
    }
    const std::size_t last = table.rowCount() - 1;
    for (const auto& [maker, taker] : {std::pair{Metric::MakerVolume, Metric::TakerVolume},
                                       std::pair{Metric::MakerCount, Metric::TakerCount}}) {
        const auto made = table.at(maker, last);
        const auto taken = table.at(taker, last);
        if (made && taken && *made >= 0 && *taken >= 0 && *made + *taken > 0) {
            return 100 * *made / (*made + *taken);
        }
    }
    return std::nullopt;
}

void judgeGates(Judgement& judgement, const Window& window)
{
    const SoakRun& run = *judgement.run;
    const GateEvidence evidence{run, window, judgement.windowStatistics, judgement.verification};
    const std::vector<GateSpec> goals = goalSpecs();
    judgement.goalGates = evaluateGates(goals, evidence);
    judgement.goals = goalsOf(judgement.goalGates);
    judgement.goalsMet = countMet(judgement.goals);
    judgement.verdict = verdictOf(judgement.goals);
    judgement.verdictWhy = verdictText(judgement.goalGates);
    judgement.iterationsPassing = countPassing(run, window, goals);
    judgement.gates = evaluateGates(judgement.profile.gates, evidence);
    judgement.gateVerdict = gateVerdictOf(judgement.gates);
}

void judgeReadiness(Judgement& judgement, const Window& window, const ParameterRegistry& registry)
{
    const SoakRun& run = *judgement.run;
    judgement.loadErrorInWindow = hasLoadError(run, window);
    judgement.releaseBlockers =
        freezeBlockers(run, window, judgement.verdict, judgement.verdictWhy);
    judgement.freezeReady = judgement.releaseBlockers.empty();
    judgement.failedIterations = failedIterations(run);
    judgement.endedHow = endedHow(run);
    for (std::string& blocker : releaseBlockers(judgement, registry)) {
        judgement.releaseBlockers.push_back(std::move(blocker));
    }
    judgement.releaseReady = judgement.releaseBlockers.empty();
}

} // namespace

Judgement judge(std::shared_ptr<const SoakRun> run, const GateProfile& profile,
                const JudgeOptions& options)
{
    SOAK_ASSERT(run != nullptr);
    const ParameterRegistry& registry =
        options.registry == nullptr ? ParameterRegistry::builtin() : *options.registry;
    Judgement judgement;
    judgement.run = std::move(run);
    judgement.profile = profile;
    const SoakRun& r = *judgement.run;

    const Window window = windowOf(r, options.window.value_or(profile.window));
    judgement.windowSize = window.size;
    judgement.firstWindowRow = window.firstRow;
    judgement.windowIterations = iterationsOf(r, window);
    judgement.windowShort = window.isShort;

    judgement.allStatistics = statisticsOf(r.table, 0);
    judgement.windowStatistics =
        window.firstRow == 0 ? judgement.allStatistics : statisticsOf(r.table, window.firstRow);
    judgement.verification = verifyDeltas(r, registry, options.verify);
    judgeGates(judgement, window);

    judgement.guardsAll = guardActivations(r, 0);
    judgement.guardsWindow = guardActivations(r, window.firstRow);
    judgement.tuning = tuningSummary(r);
    judgement.anomalies = findAnomalies(r, window, judgement.guardsWindow);
    judgement.iterationGates = iterationGates(r);
    judgement.partialFreezeActive = isPartialFreezeActive(r);
    judgement.makerSharePct = makerSharePct(r.table);
    judgement.recommendations = recommend(
        {r, registry, window, judgement.windowStatistics, judgement.guardsWindow, judgement.goals});
    judgeReadiness(judgement, window, registry);
    return judgement;
}

} // namespace soak
