// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pair_values.h"

namespace soak
{

namespace
{

bool isSteady(const SoakRun& run, std::size_t row)
{
    const IterationNotes* notes = run.notes.at(row);
    return notes == nullptr || notes->phase.value_or(Phase::Steady) == Phase::Steady;
}

bool hasApplied(const SoakRun& run, std::size_t row)
{
    const TuningStep* step = run.tuning.at(row);
    return step != nullptr && step->applied;
}

// What the iteration before left, which was in force during `row`.
const Overrides* leftBefore(const SoakRun& run, std::size_t row)
{
    const auto iterations = run.table.iterations();
    if (row == 0 || iterations[row - 1] + 1 != iterations[row]) {
        return nullptr;
    }
    const Overrides* baseline = run.baselineNext.at(row - 1);
    if (baseline != nullptr || !isSteady(run, row)) {
        return baseline;
    }
    return run.next.at(row - 1);
}

const Overrides* inForce(const SoakRun& run, std::size_t row)
{
    if (const Overrides* baseline = run.baseline.at(row)) {
        return baseline;
    }
    return isSteady(run, row) ? run.during.at(row) : nullptr;
}

const Overrides* previousAt(const SoakRun& run, std::size_t row)
{
    const Overrides* own = inForce(run, row);
    return own != nullptr ? own : leftBefore(run, row);
}

const Overrides* observedAt(const SoakRun& run, std::size_t row)
{
    const Overrides* own = inForce(run, row);
    const bool isLast = row + 1 == run.table.rowCount();
    if (own != nullptr || !isLast || hasApplied(run, row) || !isSteady(run, row)) {
        return own;
    }
    // The last iteration changed nothing, so what it left was in force during it.
    if (const Overrides* next = run.next.at(row)) {
        return next;
    }
    return run.finalOverrides ? &*run.finalOverrides : nullptr;
}

const Overrides* leftAfter(const SoakRun& run, std::size_t row)
{
    if (const Overrides* baseline = run.baselineNext.at(row)) {
        return baseline;
    }
    return isSteady(run, row) ? run.next.at(row) : nullptr;
}

bool isGapHarmless(const SoakRun& run, std::size_t row, const Overrides& observed)
{
    if (run.info && !run.info->autoTune) {
        return true;
    }
    const Overrides* left = leftAfter(run, row);
    return left != nullptr && left->values == observed.values;
}

} // namespace

PairValues pairValuesAt(const SoakRun& run, std::size_t row)
{
    PairValues values;
    values.previous = previousAt(run, row);
    values.observed = observedAt(run, row + 1);
    const auto iterations = run.table.iterations();
    values.isGap = iterations[row] + 1 != iterations[row + 1];
    if (values.previous == nullptr || values.observed == nullptr) {
        const std::size_t unknown = values.previous == nullptr ? row : row + 1;
        values.whyUnknown = "iteration " + std::to_string(iterations[unknown]) +
                            (isSteady(run, unknown) ? " recorded no overrides"
                                                    : " is not steady and recorded no baseline");
    } else if (values.isGap && !isGapHarmless(run, row, *values.observed)) {
        values.whyUnknown = "iterations between " + std::to_string(iterations[row]) + " and " +
                            std::to_string(iterations[row + 1]) +
                            " are missing and may have changed something";
    }
    return values;
}

} // namespace soak
