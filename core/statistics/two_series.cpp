// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/two_series.h"

#include "core/statistics/many_tests.h"
#include "core/statistics/welch.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

constexpr double kLeastEssToCompare = 3;
constexpr double kMostNeeded = 1e7; // iterations a run may have

Interval intervalOf(double difference, double q, const Spread& ar, const Spread& guard)
{
    const double half = std::max(differenceHalfWidth(q, ar), differenceHalfWidth(q, guard));
    return {difference - half, difference + half};
}

InconclusiveReason whyNothingMayBeSaid(const SeriesComparison& comparison)
{
    if (!comparison.a || !comparison.b) {
        return InconclusiveReason::TooFewValues;
    }
    return std::min(comparison.a->ess, comparison.b->ess) < kLeastEssToCompare
               ? InconclusiveReason::TooFewIndependent
               : InconclusiveReason::None;
}

EffectVerdict byDirection(double difference, Direction direction)
{
    const bool isUp = difference > 0;
    const bool isBetter =
        direction == Direction::Neither ? false : isUp == (direction == Direction::HigherIsBetter);
    return isBetter ? EffectVerdict::Better : EffectVerdict::Worse;
}

} // namespace

std::string_view keyOf(EffectVerdict verdict)
{
    switch (verdict) {
    case EffectVerdict::Better:
        return "better";
    case EffectVerdict::Same:
        return "same";
    case EffectVerdict::Worse:
        return "worse";
    case EffectVerdict::Inconclusive:
        return "inconclusive";
    }
    return "";
}

std::string_view keyOf(InconclusiveReason reason)
{
    switch (reason) {
    case InconclusiveReason::None:
        return "";
    case InconclusiveReason::NoValues:
        return "no values";
    case InconclusiveReason::TooFewValues:
        return "n<8";
    case InconclusiveReason::TooFewIndependent:
        return "ess<3";
    case InconclusiveReason::TooFewRuns:
        return "runs<3";
    case InconclusiveReason::IntervalTooWide:
        return "p>=alpha and not equivalent";
    }
    return "";
}

SeriesComparison compareSeries(const Series& a, const Series& b,
                               const std::optional<BetweenRuns>& between)
{
    SeriesComparison result = compareMeans(meanVariance(a), meanVariance(b), between);
    if (a.values.empty() || b.values.empty()) {
        result.reason = InconclusiveReason::NoValues;
    }
    return result;
}

SeriesComparison compareMeans(const std::optional<MeanVariance>& a,
                              const std::optional<MeanVariance>& b,
                              const std::optional<BetweenRuns>& between)
{
    SeriesComparison result;
    result.a = a;
    result.b = b;
    result.reason = whyNothingMayBeSaid(result);
    if (!result.a || !result.b) {
        return result;
    }
    const MeanVariance& one = *result.a;
    const MeanVariance& other = *result.b;
    const double difference = other.mean - one.mean;
    result.difference = difference;
    result.relative = shareOfMean(difference, one.mean);
    result.isDeterministic = one.isConstant() && other.isConstant();
    if (result.isDeterministic) {
        return result;
    }
    result.standardized = difference / std::sqrt((one.sd * one.sd + other.sd * other.sd) / 2);
    Spread ar = welch({one.varMean, one.df}, {other.varMean, other.df});
    Spread guard = welch({one.varGuard, kGuardDf}, {other.varGuard, kGuardDf});
    if (between && between->variance > 0) {
        // Each run has a mean of its own: twice the variance between them is in the difference.
        const Spread runs{2 * between->variance, between->df};
        ar = welch(ar, runs);
        guard = welch(guard, runs);
    }
    result.df = ar.df;
    result.dfGuard = guard.df;
    result.pAr = differenceP(difference, ar);
    result.pGuard = differenceP(difference, guard);
    result.p = std::max(*result.pAr, *result.pGuard);
    result.ci95 = intervalOf(difference, .975, ar, guard);
    result.ci90 = intervalOf(difference, .95, ar, guard);
    return result;
}

Evidence evidenceOf(const SeriesComparison& comparison)
{
    return {comparison.reason, comparison.isDeterministic, comparison.difference.value_or(0),
            comparison.ci90.value_or(Interval{})};
}

Decision decide(const Evidence& evidence, std::optional<double> p, Direction direction,
                double margin, double alpha)
{
    if (evidence.reason != InconclusiveReason::None) {
        return {EffectVerdict::Inconclusive, evidence.reason};
    }
    if (evidence.isDeterministic) {
        return {std::abs(evidence.difference) <= margin
                    ? EffectVerdict::Same
                    : byDirection(evidence.difference, direction)};
    }
    if (evidence.ci90.low > -margin && evidence.ci90.high < margin) {
        return {EffectVerdict::Same};
    }
    if (p && *p < alpha) {
        return {byDirection(evidence.difference, direction)};
    }
    return {EffectVerdict::Inconclusive, InconclusiveReason::IntervalTooWide};
}

std::vector<Answer> decideTogether(std::span<const Question> questions, double alpha)
{
    std::vector<double> p;
    for (const Question& question : questions) {
        if (question.p) {
            p.push_back(*question.p);
        }
    }
    const std::vector<double> corrected = holm(p);
    std::vector<Answer> answers;
    std::size_t next = 0;
    for (const Question& question : questions) {
        Answer answer;
        if (question.p) {
            answer.holmP = corrected[next++];
        }
        answer.decision =
            decide(question.evidence, answer.holmP, question.direction, question.margin, alpha);
        answers.push_back(answer);
    }
    return answers;
}

std::optional<std::size_t> valuesNeeded(const SoughtShift& sought)
{
    // STATISTICS 2d: measured for 80 % power at a shift of one standard deviation, 25 (1 + phi) /
    // (1 - phi); the number goes with the square of the shift's inverse.
    constexpr double kForIndependent = 25;
    if (!(sought.sd > 0) || !(sought.shift > 0)) {
        return std::nullopt;
    }
    const double needed = std::ceil(kForIndependent * (1 + sought.phi) / (1 - sought.phi) *
                                    sought.sd * sought.sd / (sought.shift * sought.shift));
    // Power of 80 % is no promise: who has that many and does not know yet needs more.
    return static_cast<std::size_t>(
        std::clamp(std::max(needed, std::ceil(1.25 * sought.have)), sought.fewest, kMostNeeded));
}

std::optional<std::size_t> runsNeeded(double shift, double sd, std::size_t have)
{
    const auto needed = valuesNeeded(
        {.shift = shift, .sd = sd, .have = static_cast<double>(have), .fewest = kFewestRuns - 1});
    // One more, as few runs do not know how much they stray: measured, 3 see a shift of three
    // deviations in 68 % of cases.
    return needed ? std::optional(*needed + 1) : std::nullopt;
}

std::optional<std::size_t> valuesNeeded(const SeriesComparison& comparison, double margin)
{
    constexpr double kFewestEver = 24; // measured, as the number of a shift
    if (!comparison.a && !comparison.b) {
        return static_cast<std::size_t>(kFewestEver);
    }
    SoughtShift sought{.have = kFewestForMean, .fewest = kFewestEver};
    for (const auto& side : {comparison.a, comparison.b}) {
        if (side) {
            sought.phi = std::max(sought.phi, side->phi);
            sought.sd = std::max(sought.sd, side->sd);
        }
    }
    if (comparison.a && comparison.b) {
        sought.have = static_cast<double>(std::min(comparison.a->n, comparison.b->n));
    }
    sought.shift = std::max(std::abs(comparison.difference.value_or(0)), margin);
    return valuesNeeded(sought);
}

} // namespace soak
