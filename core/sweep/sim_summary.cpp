// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sim_summary.h"

namespace soak
{

IterationSummary summaryOf(const SimKpis& kpis)
{
    IterationSummary summary;
    const auto set = [&summary](Metric metric, std::optional<double> value) {
        summary.metrics[indexOf(metric)] = value;
    };
    set(Metric::NetBps, kpis.netBps);
    set(Metric::GrossBps, kpis.grossBps);
    set(Metric::FeesEffBps, asCost(kpis.feesBps));
    set(Metric::SlippageBps, asCost(kpis.slippageBps));
    set(Metric::AdverseBps, asCost(kpis.adverseBps));
    set(Metric::InventoryBps, asCost(kpis.inventoryBps));
    set(Metric::MakerTakerRatio, kpis.makerShare);
    set(Metric::P95LatencyMs, kpis.latencyP95Ms);
    set(Metric::RiskRatio, kpis.riskRatio);
    set(Metric::AdverseBpsP95, kpis.adverseP95Bps);
    set(Metric::SlippageBpsP95, kpis.slippageP95Bps);
    set(Metric::CancelRatio, kpis.cancelRatio);
    set(Metric::ReplaceRatio, kpis.replaceRatio);
    set(Metric::MinIntervalRatio, kpis.minIntervalRatio);
    set(Metric::ConcurrencyRatio, kpis.concurrencyRatio);
    set(Metric::ThrottleRatio, kpis.throttleRatio);
    return summary;
}

} // namespace soak
