// SPDX-License-Identifier: GPL-3.0-or-later
// What an iteration is judged by (SIMULATOR 7). The only doubles behind the simulation.
#pragma once

#include "core/sim/accounting.h"
#include "core/sim/send_gates.h"

#include <optional>
#include <span>

namespace soak
{

struct RequestCounts {
    std::int64_t placed = 0;
    std::int64_t replaced = 0;
    std::int64_t cancelled = 0;
    std::int64_t rescues = 0;
    std::int64_t rejected = 0; // of those placed or replaced: would have traded at once

    [[nodiscard]] std::int64_t total() const { return placed + replaced + cancelled + rescues; }

    bool operator==(const RequestCounts&) const = default;
};

struct FillCounts {
    std::int64_t maker = 0;
    std::int64_t taker = 0;
    Lots makerLots = 0;
    Lots takerLots = 0;

    bool operator==(const FillCounts&) const = default;
};

// Absent is what could not be measured: without a fill there is no net, without a request no
// latency. Contributions are signed (costs negative); the p95 of adverse and slippage are of costs.
struct SimKpis {
    std::optional<double> netBps; // of the traded notional, as the five parts
    std::optional<double> grossBps;
    std::optional<double> feesBps;
    std::optional<double> slippageBps;
    std::optional<double> adverseBps;
    std::optional<double> inventoryBps;
    std::optional<double> makerShare; // of lots, 0..1
    std::optional<double> latencyP95Ms;
    std::optional<double> riskRatio; // share of ticks
    std::optional<double> adverseP95Bps;
    std::optional<double> slippageP95Bps;
    std::optional<double> orderAgeP95Ms; // at the fill
    std::optional<double> cancelRatio;   // of new, replaced and cancelled
    std::optional<double> replaceRatio;
    std::optional<double> minIntervalRatio; // of all blocked intents
    std::optional<double> concurrencyRatio;
    std::optional<double> throttleRatio;
    std::optional<double> riskBlockRatio;

    bool operator==(const SimKpis&) const = default;
};

struct MeasuredIteration {
    std::span<const SimFill> fills{};
    ProfitParts parts{};
    std::span<const PriceUnits> mids{};
    PriceUnits closing = 0;
    std::span<const SimTime> latencies{};
    RequestCounts requests{};
    RefusalCounts refusals{};
    std::int64_t ticks = 0;
    std::int64_t ticksAtRisk = 0;
};

// A contribution as a cost; of none 0, not minus 0. Absent stays absent.
std::optional<double> asCost(std::optional<double> contribution);

FillCounts countFills(std::span<const SimFill> fills);
SimKpis kpisOf(const MeasuredIteration& measured);
// The nearest-rank p95 in milliseconds (DOMAIN 2.3); nullopt of none.
std::optional<double> p95Ms(std::span<const SimTime> times);

} // namespace soak
