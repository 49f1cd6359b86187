// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/arm_comparison.h"

#include "core/analysis/compared_side.h"
#include "core/analysis/kpi_effect.h"
#include "core/analysis/replay_offer.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/model/run_identity.h"
#include "core/model/statistics.h"
#include "core/statistics/descriptive.h"
#include "core/statistics/welch.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

struct ArmRange {
    std::size_t first = 0;
    std::size_t last = 0;
};

ArmRange armA(const ArmComparison& comparison)
{
    return {0, comparison.runsOfA};
}

ArmRange armB(const ArmComparison& comparison)
{
    return {comparison.runsOfA, comparison.runs.size()};
}

// Runs of another tool that begin alike have one identity: their files tell them apart.
bool isSameRun(const SoakRun& a, const SoakRun& b)
{
    const std::string identity = listedIdentity(a);
    return !identity.empty() && identity == listedIdentity(b) &&
           (a.info || std::ranges::equal(a.summaryFiles, b.summaryFiles, {},
                                         &FileProvenance::sha256, &FileProvenance::sha256));
}

// The run of `arm` that the run `at` is, too: a copy in another folder, or given twice.
std::optional<std::size_t> sameRunIn(const ArmComparison& comparison, const ArmRange& arm,
                                     std::size_t at)
{
    for (std::size_t other = arm.first; other < arm.last; ++other) {
        if (isSameRun(*comparison.runs[other].run, *comparison.runs[at].run)) {
            return other;
        }
    }
    return std::nullopt;
}

ArmValue armValue(const ComparedSide& side, Metric metric)
{
    const Series series = comparedSeries(*side.run, metric, side.rows);
    ArmValue value;
    value.mean = mean(series.values);
    value.n = series.values.size();
    value.missing = series.missing();
    if (value.n == 0) {
        value.whyLeftOut = "no values in the run";
    } else if (value.n < kFewestForMean) {
        value.whyLeftOut =
            countText(value.n, "value", "values") + " after the warm-up, at least 8 are needed";
    }
    return value;
}

std::vector<double> countedMeans(const ArmEffect& effect, const ArmRange& arm)
{
    std::vector<double> means;
    for (std::size_t at = arm.first; at < arm.last; ++at) {
        if (effect.values[at].whyLeftOut.empty()) {
            means.push_back(*effect.values[at].mean);
        }
    }
    return means;
}

EffectSide armSide(const std::vector<double>& means, const ArmRange& arm)
{
    EffectSide side;
    side.n = means.size();
    side.missing = arm.last - arm.first - means.size();
    side.mean = mean(means);
    if (const auto variance = sampleVariance(means)) {
        side.sd = std::sqrt(*variance);
    }
    return side;
}

std::optional<std::size_t> lackingRuns(const KpiEffect& effect)
{
    const std::size_t have = std::min(effect.baseline.n, effect.other.n);
    const double shift = std::max(std::abs(effect.difference.value_or(0)), effect.margin);
    const double sd = std::max(effect.baseline.sd.value_or(0), effect.other.sd.value_or(0));
    const std::size_t needed = runsNeeded(shift, sd, have).value_or(kFewestRuns);
    return needed > have ? std::optional(needed - have) : std::nullopt;
}

// Undecided, as the other KPIs of the comparison are.
void fillArmEffect(ArmEffect& row, const ArmComparison& comparison, Metric metric)
{
    const std::vector<double> a = countedMeans(row, armA(comparison));
    const std::vector<double> b = countedMeans(row, armB(comparison));
    KpiEffect& effect = row.effect;
    effect.metric = metric;
    effect.margin = comparison.options.margins.at(metric);
    effect.baseline = armSide(a, armA(comparison));
    effect.other = armSide(b, armB(comparison));
    if (effect.baseline.mean && effect.other.mean) {
        effect.difference = *effect.other.mean - *effect.baseline.mean;
        effect.relative = shareOfMean(*effect.difference, *effect.baseline.mean);
    }
    if (std::min(a.size(), b.size()) < kFewestRuns) {
        effect.reason = InconclusiveReason::TooFewRuns;
    } else if (const auto found = compareSamples(a, b)) {
        effect.standardized = found->standardized;
        effect.ci95 = found->ci95;
        effect.ci90 = found->ci90;
        effect.p = found->p;
        effect.isDeterministic = found->isDeterministic;
        row.df = found->df;
    }
    row.moreRuns = lackingRuns(effect);
}

// One night that counts twice would be evidence of nothing.
void leaveOutRepeated(ArmComparison& comparison)
{
    for (const ArmRange& arm : {armA(comparison), armB(comparison)}) {
        for (std::size_t at = arm.first; at < arm.last; ++at) {
            const auto before = sameRunIn(comparison, {arm.first, at}, at);
            for (ArmEffect& effect : comparison.effects) {
                if (before) {
                    effect.values[at].whyLeftOut =
                        "the same run as " + armRunLabel(comparison, *before);
                }
            }
        }
    }
}

// Errors: Cancelled; then not every value is there.
Status findArmEffects(ArmComparison& comparison)
{
    const std::vector<Metric>& metrics = comparison.options.metrics;
    comparison.effects.resize(metrics.size());
    for (ArmEffect& effect : comparison.effects) {
        effect.values.resize(comparison.runs.size());
    }
    forEachInParallel(comparison.runs.size() * metrics.size(), [&](std::size_t task) {
        const std::size_t run = task / metrics.size();
        const std::size_t at = task % metrics.size();
        if (!comparison.options.stop.stop_requested()) {
            comparison.effects[at].values[run] = armValue(comparison.runs[run], metrics[at]);
        }
    });
    if (comparison.options.stop.stop_requested()) {
        return Error{Errc::Cancelled, "the comparison was cancelled", ""};
    }
    leaveOutRepeated(comparison);
    for (std::size_t at = 0; at < metrics.size(); ++at) {
        fillArmEffect(comparison.effects[at], comparison, metrics[at]);
    }
    return Done{};
}

void decideArms(ArmComparison& comparison)
{
    std::vector<KpiEffect> effects;
    for (const ArmEffect& row : comparison.effects) {
        effects.push_back(row.effect);
    }
    decideEffects(effects, comparison.options.alpha);
    comparison.counts = countVerdicts(effects);
    for (std::size_t at = 0; at < effects.size(); ++at) {
        ArmEffect& row = comparison.effects[at];
        row.effect = std::move(effects[at]);
        if (row.effect.verdict == EffectVerdict::Inconclusive) {
            comparison.counts.needed = std::max(comparison.counts.needed, row.moreRuns);
        } else {
            row.moreRuns.reset();
        }
    }
}

// What the runs of an arm had in force; nullopt: it is not one set, or not known of all.
std::optional<std::string> armConfiguration(const ArmComparison& comparison, const ArmRange& arm)
{
    const auto& first = comparison.runs[arm.first].stateHash;
    for (std::size_t at = arm.first; at < arm.last; ++at) {
        if (comparison.runs[at].stateHash != first) {
            return std::nullopt;
        }
    }
    return first;
}

std::size_t sharedRuns(const ArmComparison& comparison)
{
    std::size_t count = 0;
    for (std::size_t at = comparison.runsOfA; at < comparison.runs.size(); ++at) {
        count += sameRunIn(comparison, armA(comparison), at) ? 1 : 0;
    }
    return count;
}

void addArmNotes(ArmComparison& comparison)
{
    std::vector<std::string>& notes = comparison.notes;
    notes.emplace_back("each run is one value, so the interval includes the differences between "
                       "nights: preferred to a pair of runs");
    const auto a = armConfiguration(comparison, armA(comparison));
    const auto b = armConfiguration(comparison, armB(comparison));
    comparison.isSameConfiguration = a && a == b;
    if (comparison.isSameConfiguration) {
        notes.emplace_back("same configuration: a difference here is not the overrides");
    }
    for (const auto& [letter, configuration] : {std::pair("A", a), std::pair("B", b)}) {
        if (!configuration) {
            notes.push_back("the runs of arm " + std::string(letter) +
                            " are not known to have one configuration");
        }
    }
    const auto replays = static_cast<std::size_t>(std::ranges::count_if(
        comparison.runs, [](const ComparedSide& side) { return isReplay(*side.run); }));
    if (replays > 0) {
        notes.push_back(countText(replays, "run is a replay", "runs are replays") +
                        ": the KPIs of a replay do not answer to its overrides");
    }
    if (const std::size_t shared = sharedRuns(comparison); shared > 0) {
        notes.push_back(countText(shared, "run is", "runs are") +
                        " in both arms, which makes them more alike than they are");
    }
}

} // namespace

Result<ArmComparison> compareArms(std::span<const CompareInput> a, std::span<const CompareInput> b,
                                  CompareOptions options)
{
    if (a.empty() || b.empty()) {
        return Error{Errc::Usage, "an arm needs runs", ""};
    }
    if (!options.between.empty()) {
        return Error{Errc::Usage, "the variance between runs is in the means of runs already", ""};
    }
    ArmComparison comparison;
    SOAK_TRY(comparison.options, filledIn(std::move(options)));
    comparison.runsOfA = a.size();
    for (const auto& arm : {a, b}) {
        std::ranges::transform(arm, std::back_inserter(comparison.runs), comparedSide);
    }
    comparison.from = firstCompared(comparison.runs, comparison.options);
    for (ComparedSide& side : comparison.runs) {
        placeRows(side, comparison.options.window, comparison.from);
    }
    SOAK_CHECK(findArmEffects(comparison));
    decideArms(comparison);
    addArmNotes(comparison);
    std::vector<const SoakRun*> runs;
    std::ranges::transform(comparison.runs, std::back_inserter(runs),
                           [](const ComparedSide& side) { return side.run.get(); });
    comparison.overrides = compareRunOverrides(runs);
    return comparison;
}

std::string countsText(const ArmComparison& comparison)
{
    return countsText(comparison.counts, comparison.counts.needed == 1U
                                             ? "more run an arm needed"
                                             : "more runs an arm needed");
}

std::string methodText(const ArmComparison& comparison)
{
    return methodText("Welch's t of the means of runs", comparison.options);
}

std::string armRunLabel(const ArmComparison& comparison, std::size_t at)
{
    return at < comparison.runsOfA ? "A" + std::to_string(at + 1)
                                   : "B" + std::to_string(at - comparison.runsOfA + 1);
}

} // namespace soak
