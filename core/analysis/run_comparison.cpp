// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/run_comparison.h"

#include "core/analysis/compared_side.h"
#include "core/analysis/kpi_effect.h"
#include "core/analysis/replay_offer.h"
#include "core/base/parallel.h"
#include "core/base/text.h"

#include <algorithm>

namespace soak
{

namespace
{

// Below so many iterations nothing tells noise that is slower than the run (STATISTICS 2d).
constexpr std::size_t kLongEnough = 100;

bool isShort(const ComparedPair& pair)
{
    return std::ranges::any_of(pair.effects, [](const KpiEffect& effect) {
        return std::min(effect.baseline.n, effect.other.n) < kLongEnough;
    });
}

void addNotes(ComparedPair& pair, const ComparedSide& baseline, const ComparedSide& other)
{
    pair.isSameConfiguration = baseline.stateHash && baseline.stateHash == other.stateHash;
    if (pair.isSameConfiguration) {
        pair.notes.emplace_back("same configuration: a difference here is not the overrides");
    } else if (!baseline.hasOverrides || !other.hasOverrides) {
        pair.notes.emplace_back("the overrides are not recorded in both runs: whether they differ "
                                "is not known");
    } else if (!baseline.stateHash || !other.stateHash) {
        pair.notes.emplace_back("the overrides changed during the compared iterations");
    }
    if (isReplay(*baseline.run)) {
        pair.notes.emplace_back("the baseline is a replay: its KPIs do not answer to its "
                                "overrides");
    }
    if (isReplay(*other.run)) {
        pair.notes.emplace_back("the run is a replay: its KPIs do not answer to its overrides");
    }
    if (isShort(pair)) {
        pair.notes.emplace_back("assumes noise no slower than the run: fewer than 100 iterations");
    }
    pair.notes.emplace_back("two runs cannot tell the build from the night they ran in");
}

// The values of all runs first, then the change points, whose search may be ended by the clock.
void findChanges(RunComparison& comparison)
{
    const std::vector<Metric>& metrics = comparison.options.metrics;
    for (ComparedSide& side : comparison.runs) {
        side.changes.resize(metrics.size());
    }
    forEachInParallel(comparison.runs.size() * metrics.size(), [&](std::size_t task) {
        ComparedSide& side = comparison.runs[task / metrics.size()];
        const std::size_t at = task % metrics.size();
        if (!comparison.options.stop.stop_requested()) {
            side.changes[at] =
                kpiChanges(*side.run, metrics[at], side.deltas, comparison.options.isTimeUp);
        }
    });
}

void findEffects(RunComparison& comparison)
{
    const std::vector<Metric>& metrics = comparison.options.metrics;
    const std::size_t others = comparison.runs.size() - 1;
    std::vector<PreparedSeries> prepared(comparison.runs.size() * metrics.size());
    forEachInParallel(prepared.size(), [&](std::size_t task) {
        const ComparedSide& side = comparison.runs[task / metrics.size()];
        if (!comparison.options.stop.stop_requested()) {
            prepared[task] =
                prepareSeries(comparedSeries(*side.run, metrics[task % metrics.size()], side.rows));
        }
    });
    comparison.pairs.resize(others);
    for (ComparedPair& pair : comparison.pairs) {
        pair.effects.resize(metrics.size());
    }
    forEachInParallel(others * metrics.size(), [&](std::size_t task) {
        const std::size_t other = task / metrics.size();
        const std::size_t at = task % metrics.size();
        if (!comparison.options.stop.stop_requested()) {
            comparison.pairs[other].effects[at] = kpiEffect(
                metrics[at], prepared[at], prepared[task + metrics.size()], comparison.options);
        }
    });
}

} // namespace

std::optional<double> defaultMargin(Metric metric)
{
    switch (metric) {
    case Metric::MakerTakerRatio:
    case Metric::RiskRatio:
        return .01;
    case Metric::P95LatencyMs:
        return 5;
    case Metric::NetBps:
        return .1;
    default:
        return std::nullopt;
    }
}

Result<CompareOptions> filledIn(CompareOptions options)
{
    if (options.metrics.empty()) {
        options.metrics.assign(goalMetrics().begin(), goalMetrics().end());
    }
    for (const Metric metric : options.metrics) {
        if (!options.margins.contains(metric)) {
            const auto margin = defaultMargin(metric);
            if (!margin) {
                return Error{Errc::Usage,
                             "there is no usual margin for it; say which difference matters: "
                             "--margin " +
                                 std::string(specOf(metric).key) + "=D",
                             std::string(specOf(metric).key)};
            }
            options.margins[metric] = *margin;
        }
        if (!(options.margins.at(metric) > 0)) {
            return Error{Errc::Usage, "a margin must be above 0", std::string(specOf(metric).key)};
        }
    }
    return options;
}

std::string countsText(const VerdictCounts& counts, std::string_view needed)
{
    std::string text = std::to_string(counts.better) + " better, " + std::to_string(counts.same) +
                       " same, " + std::to_string(counts.worse) + " worse, " +
                       std::to_string(counts.inconclusive) + " not known";
    if (counts.needed) {
        text += " (about " + std::to_string(*counts.needed) + " " + std::string(needed) + ")";
    }
    return text;
}

Result<RunComparison> compareRuns(std::span<const CompareInput> inputs, CompareOptions options)
{
    if (inputs.size() < 2) {
        return Error{Errc::Usage, "a comparison needs at least two runs", ""};
    }
    RunComparison comparison;
    SOAK_TRY(comparison.options, filledIn(std::move(options)));
    for (const CompareInput& input : inputs) {
        comparison.runs.push_back(comparedSide(input));
    }
    comparison.from = firstCompared(comparison.runs, comparison.options);
    comparison.isExploratory = comparison.options.from.has_value();
    for (ComparedSide& side : comparison.runs) {
        placeRows(side, comparison.options.window, comparison.from);
    }
    findEffects(comparison);
    findChanges(comparison);
    if (comparison.options.stop.stop_requested()) {
        return Error{Errc::Cancelled, "the comparison was cancelled", ""};
    }
    for (std::size_t at = 0; at < comparison.pairs.size(); ++at) {
        ComparedPair& pair = comparison.pairs[at];
        decideEffects(pair.effects, comparison.options.alpha);
        pair.counts = countVerdicts(pair.effects);
        addNotes(pair, comparison.runs.front(), comparison.runs[at + 1]);
    }
    std::vector<const SoakRun*> runs;
    std::ranges::transform(comparison.runs, std::back_inserter(runs),
                           [](const ComparedSide& side) { return side.run.get(); });
    comparison.overrides = compareRunOverrides(runs);
    return comparison;
}

ExitCode compareExitCode(const RunComparison& comparison)
{
    VerdictCounts all;
    for (const ComparedPair& pair : comparison.pairs) {
        all.better += pair.counts.better;
        all.worse += pair.counts.worse;
        all.same += pair.counts.same;
    }
    return exitCodeOf(all);
}

ExitCode exitCodeOf(const VerdictCounts& counts)
{
    return counts.better + counts.worse > 0 ? ExitCode::NegativeVerdict
           : counts.same > 0                ? ExitCode::Ok
                                            : ExitCode::BadInput;
}

std::string methodText(const RunComparison& comparison)
{
    return methodText("AR(1) t with batch-means guard", comparison.options);
}

std::string methodText(std::string_view test, const CompareOptions& options)
{
    std::string text = std::string(test) + ", Holm over " +
                       countText(options.metrics.size(), "KPI", "KPIs") + ", alpha " +
                       jsonNumber(options.alpha);
    if (!options.between.empty()) {
        text += ", variance between runs added";
    }
    return text + (options.from ? ", exploratory: the cut was chosen by hand" : "");
}

} // namespace soak
