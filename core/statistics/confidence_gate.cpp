// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/confidence_gate.h"

#include "core/statistics/descriptive.h"
#include "core/statistics/distributions.h"
#include "core/statistics/mean_variance.h"
#include "core/statistics/quantile_bounds.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

constexpr double kGateAlpha = .05;
constexpr double kLeastEssForGate = 5;
constexpr double kMostBroken = .2; // share of windows that may break a maximum
constexpr double kMostSkewness = 1;
constexpr double kMostValuesNeeded = 1e7;

void decideByBounds(ConfidenceGate& gate, bool isAtLeast, double threshold, double centre)
{
    const Interval bounds = *gate.bounds;
    const bool isMet = isAtLeast ? bounds.low >= threshold : bounds.high <= threshold;
    const bool isMissed = isAtLeast ? bounds.high < threshold : bounds.low > threshold;
    if (isMet || isMissed) {
        gate.verdict = isMet ? ConfidenceVerdict::Pass : ConfidenceVerdict::Fail;
        return;
    }
    gate.reason = ConfidenceReason::ThresholdInside;
    // n (h / |centre - T|)^2, h being the half that reaches over the threshold.
    const double distance = std::abs(centre - threshold);
    const double half = threshold >= centre ? bounds.high - centre : centre - bounds.low;
    const double needed =
        std::ceil(static_cast<double>(gate.n) * (half / distance) * (half / distance));
    if (distance > 0 && std::isfinite(needed)) {
        gate.needed = static_cast<std::size_t>(
            std::clamp(needed, static_cast<double>(gate.n) + 1, kMostValuesNeeded));
    }
}

// So many values hold `kLeastEssForGate` independent ones, if the rest is like these.
void askForMore(ConfidenceGate& gate)
{
    gate.reason = ConfidenceReason::TooFewIndependent;
    gate.needed = static_cast<std::size_t>(
        std::ceil(static_cast<double>(gate.n) * kLeastEssForGate / std::max(*gate.ess, .5)));
}

void gateOfMean(ConfidenceGate& gate, const Series& series, bool isAtLeast, double threshold,
                Looks looks)
{
    const MeanVariance mean = *meanVariance(series);
    // Looking often never narrows what looking once gives, guard included.
    std::optional<double> half = halfWidth(mean, 1 - kGateAlpha);
    if (looks == Looks::WhileItGrows) {
        const auto sequence = sequenceHalfWidth(mean);
        half = sequence ? std::optional(std::max(*half, *sequence)) : std::nullopt;
    }
    gate.ess = mean.ess;
    if (!half) {
        gate.reason = ConfidenceReason::NotEnded;
        return;
    }
    gate.bounds = Interval{mean.mean - *half, mean.mean + *half};
    gate.phi = mean.phi;
    gate.isSkewed = std::abs(skewness(series.values).value_or(0)) > kMostSkewness;
    if (mean.ess < kLeastEssForGate) {
        askForMore(gate);
    } else {
        decideByBounds(gate, isAtLeast, threshold, mean.mean);
    }
}

void gateOfMedian(ConfidenceGate& gate, const Series& series, bool isAtLeast, double threshold)
{
    const QuantileBounds median = *quantileBounds(series, .5, kGateAlpha);
    gate.bounds = median.bounds;
    gate.ess = median.effective;
    gate.phi = meanVariance(series)->phi;
    if (median.effective < kLeastEssForGate) {
        askForMore(gate);
    } else {
        decideByBounds(gate, isAtLeast, threshold, median.quantile);
    }
}

// A maximum has no interval worth the name: windows of 8 from the newest backwards, counted.
void gateOfMaximum(ConfidenceGate& gate, const Series& series, bool isAtLeast, double threshold)
{
    const std::size_t windows = series.values.size() / kGateWindow;
    const auto newest = std::span(series.values).last(windows * kGateWindow);
    for (std::size_t window = 0; window < windows; ++window) {
        const double largest =
            *std::ranges::max_element(newest.subspan(window * kGateWindow, kGateWindow));
        gate.broken += (isAtLeast ? largest < threshold : largest > threshold) ? 1 : 0;
    }
    gate.windows = windows;
    gate.brokenShare = clopperPearson(gate.broken, windows, kGateAlpha);
    if (gate.brokenShare->high < kMostBroken) {
        gate.verdict = ConfidenceVerdict::Pass;
    } else if (gate.brokenShare->low > kMostBroken) {
        gate.verdict = ConfidenceVerdict::Fail;
    } else {
        gate.reason = ConfidenceReason::ThresholdInside;
        if (gate.broken == 0) {
            gate.needed = kCleanWindowsNeeded * kGateWindow;
        }
    }
}

} // namespace

std::string_view keyOf(ConfidenceVerdict verdict)
{
    switch (verdict) {
    case ConfidenceVerdict::Pass:
        return "PASS";
    case ConfidenceVerdict::Fail:
        return "FAIL";
    case ConfidenceVerdict::NotEnoughData:
        return "NOT ENOUGH DATA";
    }
    return "";
}

std::string_view keyOf(ConfidenceReason reason)
{
    switch (reason) {
    case ConfidenceReason::None:
        return "";
    case ConfidenceReason::TooFewValues:
        return "n<16";
    case ConfidenceReason::TooFewIndependent:
        return "ess<5";
    case ConfidenceReason::ThresholdInside:
        return "interval contains threshold";
    case ConfidenceReason::NoSuchMethod:
        return "no method for this aggregate";
    case ConfidenceReason::NotEnded:
        return "the run has not ended";
    }
    return "";
}

ConfidenceGate confidenceGate(const Series& series, Aggregate aggregate, bool isAtLeast,
                              double threshold, Looks looks)
{
    ConfidenceGate gate;
    gate.n = series.values.size();
    if (gate.n < kFewestForGate) {
        gate.reason = ConfidenceReason::TooFewValues;
        gate.needed =
            aggregate == Aggregate::Max ? kCleanWindowsNeeded * kGateWindow : kFewestForGate;
        return gate;
    }
    if (looks == Looks::WhileItGrows && aggregate != Aggregate::Mean) {
        gate.reason = ConfidenceReason::NotEnded;
        return gate;
    }
    switch (aggregate) {
    case Aggregate::Mean:
        gateOfMean(gate, series, isAtLeast, threshold, looks);
        break;
    case Aggregate::Median:
        gateOfMedian(gate, series, isAtLeast, threshold);
        break;
    case Aggregate::Max:
        gateOfMaximum(gate, series, isAtLeast, threshold);
        break;
    case Aggregate::Min:
    case Aggregate::Last:
    case Aggregate::HarmonicMean:
        gate.reason = ConfidenceReason::NoSuchMethod;
        break;
    }
    return gate;
}

} // namespace soak
