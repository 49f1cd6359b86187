// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/quality_notes.h"

#include "core/base/text.h"
#include "core/io/replay_record.h"
#include "core/report/report_text.h"

namespace soak
{

namespace
{

// A run that did not end well is told with what there is of it.
void addEnd(const Judgement& judgement, std::vector<std::string>& notes)
{
    if (!judgement.endedHow.empty() && judgement.run->info) {
        notes.push_back(judgement.endedHow + ": " +
                        std::to_string(judgement.run->table.rowCount()) + " of " +
                        std::to_string(judgement.run->info->iterations) + " iterations are there");
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
    if (run.info) {
        if (std::string replayed = replayNote(*run.info); !replayed.empty()) {
            notes.push_back(std::move(replayed));
        }
    }
    if (!judgement.failedIterations.empty()) {
        notes.push_back("the engine failed in iterations " +
                        rangesText(judgement.failedIterations));
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
    addEnd(judgement, notes);
    return notes;
}

} // namespace soak
