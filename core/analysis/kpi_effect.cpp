// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/kpi_effect.h"

#include "core/analysis/value_text.h"
#include "core/base/text.h"
#include "core/model/statistics.h"
#include "core/statistics/rank_test.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

EffectSide sideOf(const PreparedSeries& prepared)
{
    EffectSide side;
    side.n = prepared.series.values.size();
    side.missing = prepared.series.missing();
    side.mean = mean(prepared.series.values);
    if (prepared.mean) {
        side.sd = prepared.mean->sd;
        side.ess = prepared.mean->ess;
        side.phi = prepared.mean->phi;
    }
    return side;
}

std::string pText(double p)
{
    return p < .001 ? "<0.001" : fixedText(p, 3);
}

std::string intervalText(Metric metric, const Interval& interval)
{
    return "[" + amountText(metric, interval.low) + ", " + amountText(metric, interval.high) + "]";
}

std::string whyInconclusive(const KpiEffect& effect, double alpha)
{
    const std::size_t fewest = std::min(effect.baseline.n, effect.other.n);
    switch (effect.reason) {
    case InconclusiveReason::NoValues:
        return "no values in " + std::string(effect.baseline.n == 0 ? "the baseline" : "the run");
    case InconclusiveReason::TooFewValues:
        return std::to_string(fewest) + " values after the warm-up, at least 8 are needed";
    case InconclusiveReason::TooFewIndependent:
        return "worth " + fixedText(std::min(*effect.baseline.ess, *effect.other.ess), 1) +
               " independent values, at least 3 are needed";
    case InconclusiveReason::TooFewRuns:
        return std::string("arm ") + (effect.other.n < effect.baseline.n ? "B" : "A") + " has " +
               countText(fewest, "usable run", "usable runs") + ", at least 3 are needed";
    case InconclusiveReason::IntervalTooWide:
        return "Holm p " + pText(effect.holmP.value_or(1)) + " is not below " + jsonNumber(alpha) +
               ", and the 90 % interval " + intervalText(effect.metric, *effect.ci90) +
               " is not within the margin of " + amountText(effect.metric, effect.margin);
    case InconclusiveReason::None:
        break;
    }
    return "";
}

std::string whyOf(const KpiEffect& effect, double alpha)
{
    if (effect.verdict == EffectVerdict::Inconclusive) {
        return whyInconclusive(effect, alpha);
    }
    if (effect.isDeterministic) {
        return "both are constant, the difference is " +
               amountText(effect.metric, *effect.difference) + ", the margin " +
               amountText(effect.metric, effect.margin);
    }
    if (effect.verdict == EffectVerdict::Same) {
        return "the 90 % interval " + intervalText(effect.metric, *effect.ci90) +
               " lies within the margin of " + amountText(effect.metric, effect.margin);
    }
    return "Holm p " + pText(effect.holmP.value_or(1)) + " is below " + jsonNumber(alpha) +
           ", 95 % interval " + intervalText(effect.metric, *effect.ci95);
}

} // namespace

PreparedSeries prepareSeries(Series series)
{
    PreparedSeries prepared;
    prepared.mean = meanVariance(series);
    prepared.sorted = series.values;
    std::ranges::sort(prepared.sorted);
    prepared.series = std::move(series);
    return prepared;
}

KpiEffect kpiEffect(Metric metric, const PreparedSeries& baseline, const PreparedSeries& other,
                    const CompareOptions& options)
{
    const auto between = options.between.find(metric);
    const SeriesComparison found = compareMeans(
        baseline.mean, other.mean,
        between == options.between.end() ? std::nullopt : std::optional(between->second));
    KpiEffect effect;
    effect.metric = metric;
    effect.margin = options.margins.at(metric);
    effect.baseline = sideOf(baseline);
    effect.other = sideOf(other);
    effect.difference = found.difference;
    effect.relative = found.relative;
    effect.standardized = found.standardized;
    effect.ci95 = found.ci95;
    effect.ci90 = found.ci90;
    effect.p = found.p;
    effect.isDeterministic = found.isDeterministic;
    if (const auto ranks = rankTestOfSorted(baseline.sorted, other.sorted)) {
        effect.a12 = ranks->a12;
        effect.mannWhitneyP = ranks->pExact ? ranks->pExact : ranks->pNormal;
    }
    effect.reason = found.reason;
    if (effect.baseline.n == 0 || effect.other.n == 0) {
        effect.reason = InconclusiveReason::NoValues;
    }
    if (effect.reason != InconclusiveReason::NoValues) {
        effect.iterationsNeeded = valuesNeeded(found, effect.margin);
    }
    return effect;
}

void decideEffects(std::span<KpiEffect> effects, double alpha)
{
    std::vector<Question> questions;
    for (const KpiEffect& effect : effects) {
        questions.push_back({{effect.reason, effect.isDeterministic, effect.difference.value_or(0),
                              effect.ci90.value_or(Interval{})},
                             effect.p,
                             specOf(effect.metric).direction,
                             effect.margin});
    }
    const std::vector<Answer> answers = decideTogether(questions, alpha);
    for (std::size_t at = 0; at < effects.size(); ++at) {
        KpiEffect& effect = effects[at];
        effect.holmP = answers[at].holmP;
        effect.verdict = answers[at].decision.verdict;
        effect.reason = answers[at].decision.reason;
        if (effect.verdict != EffectVerdict::Inconclusive) {
            effect.iterationsNeeded.reset();
        }
        effect.why = whyOf(effect, alpha);
    }
}

VerdictCounts countVerdicts(std::span<const KpiEffect> effects)
{
    VerdictCounts counts;
    for (const KpiEffect& effect : effects) {
        switch (effect.verdict) {
        case EffectVerdict::Better:
            ++counts.better;
            break;
        case EffectVerdict::Same:
            ++counts.same;
            break;
        case EffectVerdict::Worse:
            ++counts.worse;
            break;
        case EffectVerdict::Inconclusive:
            ++counts.inconclusive;
            counts.needed = std::max(counts.needed, effect.iterationsNeeded);
            break;
        }
    }
    return counts;
}

} // namespace soak
