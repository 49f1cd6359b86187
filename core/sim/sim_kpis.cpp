// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/sim_kpis.h"

#include "core/model/statistics.h"

#include <vector>

namespace soak
{

namespace
{

constexpr double kP95 = 0.95;
constexpr double kBpsOfWhole = 10'000;

std::optional<double> share(std::int64_t part, std::int64_t whole)
{
    if (whole == 0) {
        return std::nullopt;
    }
    return static_cast<double>(part) / static_cast<double>(whole);
}

std::optional<double> bps(Money value, Money notional)
{
    if (notional == 0) {
        return std::nullopt;
    }
    return kBpsOfWhole * static_cast<double>(value) / static_cast<double>(notional);
}

double costBps(Money valuePerLot, PriceUnits price)
{
    return kBpsOfWhole * static_cast<double>(-valuePerLot) / static_cast<double>(price);
}

void addProfit(const MeasuredIteration& measured, SimKpis& kpis)
{
    const ProfitParts& parts = measured.parts;
    kpis.netBps = bps(parts.net, parts.notional);
    kpis.grossBps = bps(parts.gross, parts.notional);
    kpis.feesBps = bps(parts.fees, parts.notional);
    kpis.slippageBps = bps(parts.slippage, parts.notional);
    kpis.adverseBps = bps(parts.adverse, parts.notional);
    kpis.inventoryBps = bps(parts.inventory, parts.notional);
}

void addFills(const MeasuredIteration& measured, SimKpis& kpis)
{
    std::vector<double> adverse;
    std::vector<double> slippage;
    std::vector<SimTime> ages;
    for (const SimFill& fill : measured.fills) {
        const std::int64_t sign = signOf(fill.side);
        const bool isMaker = fill.kind == FillKind::Maker;
        const PriceUnits later = midOneSecondAfter(fill.at, measured.mids, measured.closing);
        const PriceUnits wanted = isMaker ? fill.midAtDecision : fill.price;
        adverse.push_back(costBps(sign * (later - fill.midBefore), fill.price));
        slippage.push_back(costBps(sign * (fill.midBefore - wanted), fill.price));
        if (isMaker) {
            ages.push_back(fill.age);
        }
    }
    kpis.adverseP95Bps = nearestRank(adverse, kP95);
    kpis.slippageP95Bps = nearestRank(slippage, kP95);
    kpis.orderAgeP95Ms = p95Ms(ages);
    const FillCounts counts = countFills(measured.fills);
    kpis.makerShare = share(counts.makerLots, counts.makerLots + counts.takerLots);
}

void addRequests(const MeasuredIteration& measured, SimKpis& kpis)
{
    const RequestCounts& requests = measured.requests;
    const std::int64_t quotes = requests.placed + requests.replaced + requests.cancelled;
    kpis.cancelRatio = share(requests.cancelled, quotes);
    kpis.replaceRatio = share(requests.replaced, quotes);
    const RefusalCounts& refusals = measured.refusals;
    kpis.minIntervalRatio = share(refusals.minInterval, refusals.total());
    kpis.concurrencyRatio = share(refusals.concurrency, refusals.total());
    kpis.throttleRatio = share(refusals.throttle, refusals.total());
    kpis.riskBlockRatio = share(refusals.risk, refusals.total());
}

} // namespace

std::optional<double> p95Ms(std::span<const SimTime> times)
{
    const std::vector<double> millis = [&times] {
        std::vector<double> out;
        out.reserve(times.size());
        for (const SimTime time : times) {
            out.push_back(static_cast<double>(time) / static_cast<double>(kMillisecond));
        }
        return out;
    }();
    return nearestRank(millis, kP95);
}

std::optional<double> asCost(std::optional<double> contribution)
{
    return contribution ? std::optional(0.0 - *contribution) : std::nullopt;
}

FillCounts countFills(std::span<const SimFill> fills)
{
    FillCounts counts;
    for (const SimFill& fill : fills) {
        const bool isMaker = fill.kind == FillKind::Maker;
        (isMaker ? counts.maker : counts.taker) += 1;
        (isMaker ? counts.makerLots : counts.takerLots) += fill.quantity;
    }
    return counts;
}

SimKpis kpisOf(const MeasuredIteration& measured)
{
    SimKpis kpis;
    addProfit(measured, kpis);
    addFills(measured, kpis);
    addRequests(measured, kpis);
    kpis.latencyP95Ms = p95Ms(measured.latencies);
    kpis.riskRatio = share(measured.ticksAtRisk, measured.ticks);
    return kpis;
}

} // namespace soak
