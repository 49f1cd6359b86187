// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/guard_activity.h"

#include <set>
#include <string_view>

namespace soak
{

GuardActivations guardActivations(const SoakRun& run, std::size_t firstRow)
{
    GuardActivations activations;
    const auto iterations = run.table.iterations();
    for (std::size_t row = firstRow; row < iterations.size(); ++row) {
        if (const TuningStep* step = run.tuning.at(row)) {
            for (const GuardType type : guardTypesOf(*step)) {
                activations[static_cast<std::size_t>(type)].push_back(iterations[row]);
            }
        }
    }
    return activations;
}

TuningSummary tuningSummary(const SoakRun& run)
{
    TuningSummary summary;
    std::set<std::string_view> keys;
    const auto iterations = run.table.iterations();
    for (std::size_t row = 0; row < iterations.size(); ++row) {
        const TuningStep* step = run.tuning.at(row);
        if (step == nullptr) {
            continue;
        }
        if (step->applied) {
            summary.appliedIterations.push_back(iterations[row]);
            keys.insert(step->changedKeys.begin(), step->changedKeys.end());
        } else if (!step->skip.note.empty()) {
            ++summary.skipReasons[step->skip.note];
        }
    }
    summary.changedKeys.assign(keys.begin(), keys.end());
    return summary;
}

std::optional<bool> isPartialFreezeActive(const SoakRun& run)
{
    const std::size_t rows = run.table.rowCount();
    const TuningStep* step = rows == 0 ? nullptr : run.tuning.at(rows - 1);
    if (step == nullptr) {
        return std::nullopt;
    }
    if (step->guards) {
        return step->guards->partialFreeze.active;
    }
    return step->hasSkipObject && (step->skip.partialFreeze || step->skip.freeze);
}

} // namespace soak
