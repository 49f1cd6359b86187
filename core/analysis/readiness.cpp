// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/readiness.h"

#include "core/analysis/value_text.h"
#include "core/base/text.h"

#include <algorithm>
#include <set>

namespace soak
{

namespace
{

void addUnreadable(const SoakRun& run, const Window& window, std::vector<std::string>& blockers)
{
    if (!hasLoadError(run, window)) {
        return;
    }
    const auto iterations = run.table.iterations();
    const int first = iterations.empty() ? 0 : iterations[window.firstRow];
    const auto begin = std::lower_bound(run.unreadable.begin(), run.unreadable.end(), first);
    const std::vector<int> lost(begin, run.unreadable.end());
    blockers.push_back("iteration " + listText(lost) + " of the window could not be read");
}

// At the end, and wherever a file of the run says so: one blocker for each place.
void addOutOfSafe(const SoakRun& run, const ParameterRegistry& registry,
                  std::vector<std::string>& blockers)
{
    std::set<std::string, std::less<>> named;
    if (run.finalOverrides) {
        for (const auto& [name, value] : run.finalOverrides->values) {
            const ParameterSpec* spec = registry.find(name);
            if (spec != nullptr && !isWithinSafe(*spec, value.amount)) {
                named.insert(pathText(spec->canonicalPath));
                blockers.push_back(name + " ends at " + plainNumber(value.amount) +
                                   ", outside its safe limits");
            }
        }
    }
    for (const Finding& finding : run.findings) {
        if (finding.kind == FindingKind::OutOfSafeLimits && named.insert(finding.field).second) {
            blockers.push_back(finding.file + (finding.file.empty() ? "" : ": ") + finding.text);
        }
    }
}

// A statistic of what is left may well be good because of what is missing.
void addMissingValues(std::span<const GateResult> goals, std::vector<std::string>& blockers)
{
    for (const GateResult& goal : goals) {
        if (!goal.missingIn.empty()) {
            blockers.push_back(goal.gate.metric + " is missing in iteration " +
                               listText(goal.missingIn) + " of the window");
        }
    }
}

// The live file is what a release takes its profile from.
void addLiveFile(const SoakRun& run, const ParameterRegistry& registry,
                 std::vector<std::string>& blockers)
{
    const Overrides* left =
        run.table.rowCount() == 0 ? nullptr : run.next.at(run.table.rowCount() - 1);
    if (!run.finalOverrides || left == nullptr) {
        return;
    }
    std::vector<std::string> names;
    for (const OverrideDifference& difference :
         diffOverrides(*left, *run.finalOverrides, registry)) {
        names.push_back(difference.name + " " + difference.to.value_or("absent") + " instead of " +
                        difference.from.value_or("absent"));
    }
    if (!names.empty()) {
        blockers.push_back(run.finalOverridesFile + " is not what the last iteration left: " +
                           listText(names, names.size()));
    }
}

} // namespace

std::vector<std::string> freezeBlockers(const SoakRun& run, const Window& window,
                                        RunVerdict verdict, const std::string& verdictWhy)
{
    std::vector<std::string> blockers;
    if (verdict != RunVerdict::Pass) {
        blockers.push_back("the verdict is " + std::string(keyOf(verdict)) + ": " + verdictWhy);
    }
    if (window.isShort) {
        const std::size_t asked = window.size > 0 ? static_cast<std::size_t>(window.size)
                                  : run.info
                                      ? static_cast<std::size_t>(std::max(run.info->iterations, 0))
                                      : 0;
        blockers.push_back("the window holds " + std::to_string(run.table.rowCount()) + " of " +
                           countText(asked, "iteration", "iterations"));
    }
    addUnreadable(run, window, blockers);
    return blockers;
}

std::vector<std::string> releaseBlockers(const Judgement& judgement,
                                         const ParameterRegistry& registry)
{
    const SoakRun& run = *judgement.run;
    std::vector<std::string> blockers;
    if (!passesStrictly(judgement.verification)) {
        blockers.push_back("the deltas are not verified: " + judgement.verification.reason);
    }
    addOutOfSafe(run, registry, blockers);
    if (judgement.partialFreezeActive.value_or(false)) {
        blockers.emplace_back("a freeze is active at the end of the run");
    }
    if (run.info && !run.info->branches.empty()) {
        blockers.push_back("the run is a what-if, which parts from another run in iteration " +
                           std::to_string(run.info->branches.front().at));
    }
    if (run.chain == ChainState::Broken) {
        blockers.emplace_back("the hash chain of the summaries is broken");
    }
    if (!judgement.failedIterations.empty()) {
        blockers.push_back("the engine failed in iteration " +
                           listText(judgement.failedIterations));
    }
    if (!judgement.endedHow.empty()) {
        blockers.push_back(judgement.endedHow);
    }
    addMissingValues(judgement.goalGates, blockers);
    addLiveFile(run, registry, blockers);
    return blockers;
}

std::vector<int> failedIterations(const SoakRun& run)
{
    const auto& notes = run.notes.distinct();
    if (std::none_of(notes.begin(), notes.end(),
                     [](const IterationNotes& note) { return note.failure.has_value(); })) {
        return {};
    }
    std::vector<int> failed;
    for (std::size_t row = 0; row < run.table.rowCount(); ++row) {
        const IterationNotes* note = run.notes.at(row);
        if (note != nullptr && note->failure) {
            failed.push_back(run.table.iterations()[row]);
        }
    }
    return failed;
}

std::string endedHow(const SoakRun& run)
{
    if (!run.info) {
        return {};
    }
    if (!run.end) {
        return "the run has not ended";
    }
    return run.end->status == RunStatus::Completed
               ? std::string()
               : "the run ended as " + std::string(keyOf(run.end->status));
}

} // namespace soak
