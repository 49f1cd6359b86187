// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/expected_effects.h"

#include "core/analysis/replay_offer.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace soak
{

namespace
{

EffectBasis basisOf(const SoakRun& run, const TuningStep& step, int iteration)
{
    if (!step.applied || !step.appliedDeltas || step.appliedDeltas->empty()) {
        return EffectBasis::Nothing;
    }
    const ParamValues replaced =
        run.info ? branchedValuesAt(run.info->branches, iteration + 1) : ParamValues{};
    const auto count = [&](auto isDone) {
        return static_cast<std::size_t>(std::ranges::count_if(step.proposed, isDone));
    };
    const auto isKept = [&](const auto& proposed) {
        return step.appliedDeltas->contains(proposed.first) && !replaced.contains(proposed.first);
    };
    const auto isWhole = [&](const auto& proposed) {
        const auto applied = step.appliedDeltas->find(proposed.first);
        return isKept(proposed) &&
               std::abs(applied->second.amount - proposed.second.amount) <= kSameValueTolerance;
    };
    if (count(isKept) == 0) {
        return EffectBasis::Nothing;
    }
    return count(isWhole) == step.proposed.size() ? EffectBasis::Whole : EffectBasis::Part;
}

} // namespace

std::optional<double> EffectRow::seen() const
{
    return before && after ? std::optional(*after - *before) : std::nullopt;
}

std::optional<ExpectedEffects> expectedEffects(const SoakRun& run, int iteration)
{
    const auto row = run.table.rowOf(iteration);
    const TuningStep* step = row ? run.tuning.at(*row) : nullptr;
    if (step == nullptr || step->expected.empty() || isReplay(run)) {
        return std::nullopt;
    }
    const auto next = run.table.rowOf(iteration + 1);
    ExpectedEffects effects;
    effects.iteration = iteration;
    effects.basis = basisOf(run, *step, iteration);
    effects.hasNext = next.has_value();
    for (const auto& [metric, expected] : step->expected) {
        effects.rows.push_back({metric, expected, run.table.at(metric, *row),
                                next ? run.table.at(metric, *next) : std::nullopt});
    }
    return effects;
}

std::vector<EffectSummary> effectSummaries(const SoakRun& run)
{
    std::map<Metric, EffectSummary> summaries;
    for (const int iteration : run.table.iterations()) {
        const auto effects = expectedEffects(run, iteration);
        if (!effects || effects->basis != EffectBasis::Whole) {
            continue;
        }
        for (const EffectRow& row : effects->rows) {
            const auto seen = row.seen();
            if (!seen) {
                continue;
            }
            EffectSummary& summary =
                summaries.try_emplace(row.metric, EffectSummary{.metric = row.metric})
                    .first->second;
            ++summary.count;
            summary.meanExpected += row.expected;
            summary.meanSeen += *seen;
            summary.sameSign += row.expected * *seen > 0 ? 1 : 0;
        }
    }
    std::vector<EffectSummary> all;
    for (auto& [metric, summary] : summaries) {
        const auto count = static_cast<double>(summary.count);
        summary.meanExpected /= count;
        summary.meanSeen /= count;
        all.push_back(summary);
    }
    return all;
}

} // namespace soak
