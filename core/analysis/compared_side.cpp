// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/compared_side.h"

#include "core/analysis/guard_activity.h"
#include "core/model/overrides.h"

#include <algorithm>

namespace soak
{

namespace
{

// The one set of overrides of all these rows; nullptr: several, or one that is not recorded.
const Overrides* onlySet(const SoakRun& run, const RowSpan& rows)
{
    const Overrides* first = rows.first < rows.last ? run.during.at(rows.first) : nullptr;
    for (std::size_t row = rows.first; row < rows.last; ++row) {
        if (run.during.at(row) != first) { // equal sets are stored once
            return nullptr;
        }
    }
    return first;
}

bool isRecorded(const SoakRun& run, const RowSpan& rows)
{
    for (std::size_t row = rows.first; row < rows.last; ++row) {
        if (run.during.at(row) == nullptr) {
            return false;
        }
    }
    return rows.first < rows.last;
}

std::size_t missingIterations(const SoakRun& run, const RowSpan& rows)
{
    if (rows.first >= rows.last) {
        return 0;
    }
    const auto iterations = run.table.iterations();
    const int range = iterations[rows.last - 1] - iterations[rows.first] + 1;
    return static_cast<std::size_t>(range) - (rows.last - rows.first);
}

std::size_t countProblems(const SoakRun& run)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        run.findings, [](const Finding& finding) { return finding.severity != Severity::Info; }));
}

} // namespace

ComparedSide comparedSide(const CompareInput& input)
{
    const Judgement& judgement = *input.judgement;
    ComparedSide side;
    side.name = input.name;
    side.run = judgement.run;
    side.verdict = judgement.verdict;
    side.gateVerdict = judgement.gateVerdict;
    side.steady = steadyStateOf(*side.run);
    side.deltas = verifiedDeltas(judgement.verification);
    side.problems = countProblems(*side.run);
    if (side.steady.isNeverSettled) {
        side.notes.emplace_back("no steady state seen: by MSER-5 half of the run or more would go");
    }
    if (!side.run->end && side.run->info) {
        side.notes.emplace_back("the run has not ended");
    }
    return side;
}

int firstCompared(std::span<const ComparedSide> sides, const CompareOptions& options)
{
    if (options.from) {
        return *options.from;
    }
    int from = 1;
    for (const ComparedSide& side : sides) {
        from = std::max(from, side.steady.from());
    }
    return from;
}

std::optional<std::string> stateHashIn(const SoakRun& run, const RowSpan& rows)
{
    const Overrides* set = onlySet(run, rows);
    return set == nullptr ? std::nullopt
                          : std::optional(stateHash(*set, ParameterRegistry::builtin()));
}

void placeRows(ComparedSide& side, ComparedWindow window, int from)
{
    const SoakRun& run = *side.run;
    side.rows = comparedRows(run, window, from);
    side.hasOverrides = isRecorded(run, side.rows);
    side.stateHash = stateHashIn(run, side.rows);
    side.iterationsMissing = missingIterations(run, side.rows);
    side.guards = guardActivations(run, side.rows.first);
}

} // namespace soak
