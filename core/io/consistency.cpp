// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the numbers of one summary agree with each other (DOMAIN 2.2, 2.3).
#include "core/base/text.h"
#include "core/io/json_keys.h"
#include "core/io/summary_json.h"
#include "core/model/net_parts.h"

#include <array>
#include <cmath>

namespace soak
{

namespace
{

constexpr double kBlockRatioTolerance = 0.02; // DOMAIN 2.3

constexpr std::array kCosts{
    Metric::FeesEffBps,
    Metric::SlippageBps,
    Metric::AdverseBps,
    Metric::InventoryBps,
};

std::optional<double> at(const MetricValues& metrics, Metric metric)
{
    return metrics[indexOf(metric)];
}

// nullopt when a part is unknown.
std::optional<double> sumOfCosts(const MetricValues& metrics)
{
    double sum = 0;
    for (const Metric metric : kCosts) {
        const std::optional<double> cost = at(metrics, metric);
        if (!cost) {
            return std::nullopt;
        }
        sum += *cost;
    }
    return sum;
}

std::optional<double> residualOf(const MetricValues& metrics)
{
    const std::optional<double> net = at(metrics, Metric::NetBps);
    const std::optional<double> gross = at(metrics, Metric::GrossBps);
    const std::optional<double> costs = sumOfCosts(metrics);
    return net && gross && costs ? std::optional<double>(*net - (*gross - *costs)) : std::nullopt;
}

bool isDecompositionOff(const MetricValues& metrics)
{
    const std::optional<double> residual = residualOf(metrics);
    return residual && std::fabs(*residual) > kDecompositionTolerance;
}

// A run in the usual form may meet the sum of the signed form by chance (a rebate, and slippage of
// half its size), so it must also fail its own. With no fee and no inventory at all nothing tells
// the forms apart.
bool isSignedForm(const MetricValues& metrics)
{
    const std::optional<double> net = at(metrics, Metric::NetBps);
    const std::optional<double> gross = at(metrics, Metric::GrossBps);
    const std::optional<double> fees = at(metrics, Metric::FeesEffBps);
    const std::optional<double> slippage = at(metrics, Metric::SlippageBps);
    const std::optional<double> inventory = at(metrics, Metric::InventoryBps);
    if (!net || !gross || !fees || !slippage || !inventory || *fees > 0 || *inventory > 0 ||
        (*fees == 0 && *inventory == 0)) {
        return false;
    }
    const double signedResidual = *net - (*gross + *fees + *slippage + *inventory);
    const double usualResidual = *net - (*gross - *fees - *slippage - *inventory -
                                         at(metrics, Metric::AdverseBps).value_or(0));
    return std::fabs(signedResidual) <= kDecompositionTolerance &&
           std::fabs(usualResidual) > kDecompositionTolerance;
}

bool isGrossImputable(const MetricValues& metrics)
{
    return !at(metrics, Metric::GrossBps) && at(metrics, Metric::NetBps) && sumOfCosts(metrics);
}

// The sum of the four, when all are known and it is not 1 (or 0: nothing was blocked).
std::optional<double> wrongSumOfBlockRatios(const MetricValues& metrics)
{
    double sum = 0;
    for (const Metric metric : {Metric::MinIntervalRatio, Metric::ConcurrencyRatio,
                                Metric::RiskRatio, Metric::ThrottleRatio}) {
        const std::optional<double> ratio = at(metrics, metric);
        if (!ratio) {
            return std::nullopt;
        }
        sum += *ratio;
    }
    const bool isWrong = sum != 0 && std::fabs(sum - 1) > kBlockRatioTolerance;
    return isWrong ? std::optional<double>(sum) : std::nullopt;
}

} // namespace

void convertSigns(IterationSummary& summary, ObjectReader& in)
{
    if (!isSignedForm(summary.metrics)) {
        return;
    }
    for (const Metric metric :
         {Metric::GrossBps, Metric::FeesEffBps, Metric::AdverseBps, Metric::InventoryBps}) {
        std::optional<double>& value = summary.metrics[indexOf(metric)];
        if (value) {
            value = 0 - *value; // never -0.0
        }
    }
    in.finding(FindingKind::SignedForm, Severity::Warning, specOf(Metric::NetBps).key,
               "gross, fees, adverse and inventory have the signs of the trade audit; converted");
}

void imputeGross(IterationSummary& summary)
{
    if (isGrossImputable(summary.metrics)) {
        summary.metrics[indexOf(Metric::GrossBps)] =
            *summary.at(Metric::NetBps) + *sumOfCosts(summary.metrics);
        summary.notes.grossImputed = true;
    }
}

void checkConsistency(const IterationSummary& summary, ObjectReader& in)
{
    if (isDecompositionOff(summary.metrics)) {
        in.finding(FindingKind::DecompositionMismatch, Severity::Warning,
                   specOf(Metric::NetBps).key,
                   "net differs from gross less costs by " +
                       fixedText(residualOf(summary.metrics), 3) + " bps");
    }
    const std::optional<double> sum = wrongSumOfBlockRatios(summary.metrics);
    if (sum && summary.notes.riskSource.empty()) { // else risk is no share of the blocked actions
        in.finding(FindingKind::BlockRatioSum, Severity::Info, Key::blocks,
                   "the four block ratios add to " + fixedText(*sum, 3));
    }
}

bool isUnremarkable(const MetricValues& metrics, bool isRiskOfBlocks, SummaryOrigin origin)
{
    const bool isConverted =
        origin == SummaryOrigin::Foreign && (isSignedForm(metrics) || isGrossImputable(metrics));
    return !isConverted && !isDecompositionOff(metrics) &&
           !(isRiskOfBlocks && wrongSumOfBlockRatios(metrics));
}

} // namespace soak
