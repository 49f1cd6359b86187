// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/recommend.h"
#include "core/analysis/value_text.h"

#include <algorithm>
#include <array>

namespace soak
{

namespace
{

enum class Cost : std::uint8_t { Slippage, Adverse, Fees };

struct CostColumn {
    Cost cost;
    Metric metric;
    std::string_view name;
};

constexpr std::array kNetCosts{
    CostColumn{Cost::Slippage, Metric::SlippageBps, "slippage"},
    CostColumn{Cost::Adverse, Metric::AdverseBps, "adverse selection"},
    CostColumn{Cost::Fees, Metric::FeesEffBps, "fees"},
};

struct LargestCost {
    Cost cost;
    std::string reason;
};

// By the mean of the window; a cost that is income is none (DOMAIN 2.2). Of equal ones the first.
std::optional<LargestCost> byMean(const RunStatistics& statistics)
{
    std::optional<LargestCost> largest;
    double most = 0;
    for (const CostColumn& column : kNetCosts) {
        const double cost = statistics[indexOf(column.metric)].mean.value_or(0);
        if (cost > most) {
            most = cost;
            largest = {column.cost, "the largest cost is " + std::string(column.name) + ", " +
                                        plainNumber(cost) + " bps"};
        }
    }
    return largest;
}

// Foreign summaries have no costs, but name the drivers of a loss: which one most often?
std::optional<LargestCost> byDrivers(const RecommendationEvidence& evidence)
{
    std::array<std::size_t, kNetCosts.size()> counts{};
    for (std::size_t row = evidence.window.firstRow; row < evidence.run.table.rowCount(); ++row) {
        const IterationNotes* notes = evidence.run.notes.at(row);
        if (notes == nullptr) {
            continue;
        }
        for (std::size_t i = 0; i < kNetCosts.size(); ++i) {
            const auto& drivers = notes->negEdgeDrivers;
            const auto key = specOf(kNetCosts[i].metric).key;
            counts[i] += std::find(drivers.begin(), drivers.end(), key) != drivers.end() ? 1 : 0;
        }
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    if (*most == 0) {
        return std::nullopt;
    }
    const CostColumn& column = kNetCosts[static_cast<std::size_t>(most - counts.begin())];
    return LargestCost{column.cost, "losses were driven by " + std::string(column.name) + " in " +
                                        std::to_string(*most) + " iterations"};
}

// Two consecutive iterations of the window, the second of which is returned.
std::optional<int> secondLoss(const RecommendationEvidence& evidence)
{
    const MetricColumn net = evidence.run.table.column(Metric::NetBps);
    const auto iterations = evidence.run.table.iterations();
    for (std::size_t row = evidence.window.firstRow + 1; row < iterations.size(); ++row) {
        const bool isLoss = net.isPresent(row) && net.values()[row] < 0 && net.isPresent(row - 1) &&
                            net.values()[row - 1] < 0;
        if (isLoss && iterations[row - 1] + 1 == iterations[row]) {
            return iterations[row];
        }
    }
    return std::nullopt;
}

// The conservative package of DOMAIN 4.3, which replaces every other change for this goal.
void recommendFallback(int iteration, RecommendationWriter& writer)
{
    const std::string reason = "net was below zero in iterations " + std::to_string(iteration - 1) +
                               " and " + std::to_string(iteration) + ": fall back";
    writer.add("min_interval_ms", 20, reason);
    writer.add("replace_rate_per_min", -60, reason);
    writer.add("base_spread_bps_delta", 0.02, reason);
    writer.raiseTo("impact_cap_ratio", 0.08, reason);
    writer.raiseTo("tail_age_ms", 700, reason);
}

} // namespace

void recommendForNet(const RecommendationEvidence& evidence, RecommendationWriter& writer)
{
    if (const auto loss = secondLoss(evidence)) {
        return recommendFallback(*loss, writer);
    }
    auto largest = byMean(evidence.statistics);
    if (!largest) {
        largest = byDrivers(evidence);
    }
    if (!largest) {
        return writer.note("net_bps: no cost is recorded, so none can be named the largest");
    }
    switch (largest->cost) {
    case Cost::Slippage:
        writer.add("base_spread_bps_delta", 0.02, largest->reason);
        writer.add("tail_age_ms", 30, largest->reason);
        break;
    case Cost::Adverse:
        writer.add("impact_cap_ratio", -0.01, largest->reason);
        writer.add("max_delta_ratio", -0.01, largest->reason);
        break;
    case Cost::Fees:
        writer.multiply("replace_rate_per_min", 0.90, largest->reason);
        break;
    }
}

} // namespace soak
