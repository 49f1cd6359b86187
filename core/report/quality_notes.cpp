// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/quality_notes.h"

#include "core/base/text.h"
#include "core/report/report_text.h"

namespace soak
{

namespace
{

std::vector<int> failedIterations(const SoakRun& run)
{
    std::vector<int> failed;
    for (std::size_t row = 0; row < run.notes.rowCount(); ++row) {
        const IterationNotes* notes = run.notes.at(row);
        if (notes != nullptr && notes->failure) {
            failed.push_back(run.table.iterations()[row]);
        }
    }
    return failed;
}

void addEnd(const SoakRun& run, std::vector<std::string>& notes)
{
    if (!run.info) {
        return; // another tool says nothing of how its run ended
    }
    const std::string made = std::to_string(run.table.rowCount()) + " of " +
                             std::to_string(run.info->iterations) + " iterations are there";
    if (!run.end) {
        notes.push_back("the run has not ended: " + made);
    } else if (run.end->status != RunStatus::Completed) {
        notes.push_back("the run ended as " + std::string(keyOf(run.end->status)) + ": " + made);
    }
}

} // namespace

std::vector<std::string> qualityNotes(const Judgement& judgement)
{
    const SoakRun& run = *judgement.run;
    std::vector<std::string> notes;
    if (run.chain == ChainState::Broken) {
        notes.emplace_back("the hash chain is broken: a file was changed after it was written");
    }
    if (const std::vector<int> failed = failedIterations(run); !failed.empty()) {
        notes.push_back("the engine failed in iterations " + rangesText(failed));
    }
    if (!run.unreadable.empty()) {
        notes.push_back("iterations that cannot be read: " + rangesText(run.unreadable));
    }
    if (!run.gaps.empty()) {
        notes.push_back("iterations without a file: " + gapsText(run.gaps));
    }
    for (const GateResult& goal : judgement.goalGates) {
        if (!goal.missingIn.empty()) {
            notes.push_back(goal.gate.metric + " is missing in iterations " +
                            rangesText(goal.missingIn) + " of the window");
        }
    }
    addEnd(run, notes);
    return notes;
}

} // namespace soak
