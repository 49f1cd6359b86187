// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the numbers of one summary agree with each other (DOMAIN 2.2, 2.3).
#include "core/base/text.h"
#include "core/io/json_keys.h"
#include "core/io/summary_json.h"

#include <array>
#include <cmath>

namespace soak
{

namespace
{

constexpr double kDecompositionTolerance = 0.05; // bps, DOMAIN 2.2
constexpr double kBlockRatioTolerance = 0.02;    // DOMAIN 2.3

constexpr std::array kCosts{
    Metric::FeesEffBps,
    Metric::SlippageBps,
    Metric::AdverseBps,
    Metric::InventoryBps,
};

// nullopt when a part is unknown.
std::optional<double> sumOfCosts(const IterationSummary& summary)
{
    double sum = 0;
    for (const Metric metric : kCosts) {
        const std::optional<double> cost = summary.at(metric);
        if (!cost) {
            return std::nullopt;
        }
        sum += *cost;
    }
    return sum;
}

std::optional<double> residualOf(const IterationSummary& summary)
{
    const std::optional<double> net = summary.at(Metric::NetBps);
    const std::optional<double> gross = summary.at(Metric::GrossBps);
    const std::optional<double> costs = sumOfCosts(summary);
    return net && gross && costs ? std::optional<double>(*net - (*gross - *costs)) : std::nullopt;
}

// A run in the usual form may meet the sum of the signed form by chance (a rebate, and slippage of half its size), so
// it must also fail its own. With no fee and no inventory at all nothing tells the forms apart.
bool isSignedForm(const IterationSummary& summary)
{
    const std::optional<double> net = summary.at(Metric::NetBps);
    const std::optional<double> gross = summary.at(Metric::GrossBps);
    const std::optional<double> fees = summary.at(Metric::FeesEffBps);
    const std::optional<double> slippage = summary.at(Metric::SlippageBps);
    const std::optional<double> inventory = summary.at(Metric::InventoryBps);
    if (!net || !gross || !fees || !slippage || !inventory || *fees > 0 || *inventory > 0
        || (*fees == 0 && *inventory == 0)) {
        return false;
    }
    const double signedResidual = *net - (*gross + *fees + *slippage + *inventory);
    const double usualResidual =
        *net - (*gross - *fees - *slippage - *inventory - summary.at(Metric::AdverseBps).value_or(0));
    return std::fabs(signedResidual) <= kDecompositionTolerance
           && std::fabs(usualResidual) > kDecompositionTolerance;
}

void checkBlockRatios(const IterationSummary& summary, ObjectReader& in)
{
    if (!summary.notes.riskSource.empty()) {
        return; // not a share of the blocked actions
    }
    double sum = 0;
    for (const Metric metric : {Metric::MinIntervalRatio, Metric::ConcurrencyRatio,
                                Metric::RiskRatio, Metric::ThrottleRatio}) {
        const std::optional<double> ratio = summary.at(metric);
        if (!ratio) {
            return;
        }
        sum += *ratio;
    }
    if (sum != 0 && std::fabs(sum - 1) > kBlockRatioTolerance) {
        in.finding(FindingKind::BlockRatioSum, Severity::Info, Key::blocks,
                   "the four block ratios add to " + fixedText(sum, 3));
    }
}

} // namespace

void convertSigns(IterationSummary& summary, ObjectReader& in)
{
    if (!isSignedForm(summary)) {
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
    std::optional<double>& gross = summary.metrics[indexOf(Metric::GrossBps)];
    const std::optional<double> net = summary.at(Metric::NetBps);
    const std::optional<double> costs = sumOfCosts(summary);
    if (!gross && net && costs) {
        gross = *net + *costs;
        summary.notes.grossImputed = true;
    }
}

void checkConsistency(const IterationSummary& summary, ObjectReader& in)
{
    const std::optional<double> residual = residualOf(summary);
    if (residual && std::fabs(*residual) > kDecompositionTolerance) {
        in.finding(FindingKind::DecompositionMismatch, Severity::Warning,
                   specOf(Metric::NetBps).key,
                   "net differs from gross less costs by " + fixedText(*residual, 3) + " bps");
    }
    checkBlockRatios(summary, in);
}

} // namespace soak
