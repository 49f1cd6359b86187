// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/flow.h"

#include <algorithm>
#include <numeric>

namespace soak
{

namespace
{

// In nanohertz. Branching ratio: (0.38 + 0.11) / 1.65 + 0.034 / 0.1 = 0.64.
constexpr std::int64_t kFastSame = 380'000'000;
constexpr std::int64_t kFastOther = 110'000'000;
constexpr std::int64_t kSlowSame = 34'000'000;
constexpr std::int64_t kNewsKick = 45'000'000;
constexpr std::int64_t kFastDecayPerMyriad = 165; // of a tick: 1.65/s
constexpr std::int64_t kSlowDecayPermille = 1;    // 0.1/s
constexpr std::int64_t kMostNano = Excitation::kMostExcitation / 2 * 1'000'000;

constexpr MilliHertz kSweepRate = 6000;
constexpr Lots kMeanCancelled = 8;
constexpr PriceUnits kDistanceCap = 5000;
constexpr Lots kLargeOrderFactor = 4;

void raise(std::int64_t& excitation, std::int64_t by)
{
    excitation = std::min(excitation + by, kMostNano);
}

} // namespace

void Excitation::onOrder(BookSide buyer)
{
    raise(m_fast[indexOf(buyer)], kFastSame);
    raise(m_fast[indexOf(opposite(buyer))], kFastOther);
    raise(m_slow[indexOf(buyer)], kSlowSame);
}

void Excitation::onNews(BookSide buyer)
{
    raise(m_fast[indexOf(buyer)], kNewsKick);
}

void Excitation::decay()
{
    for (const BookSide side : kBookSides) {
        m_fast[indexOf(side)] -= m_fast[indexOf(side)] * kFastDecayPerMyriad / 10'000;
        m_slow[indexOf(side)] -= m_slow[indexOf(side)] * kSlowDecayPermille / 1000;
    }
}

OrderFlow::OrderFlow(const MarketParameters& market)
    : m_market(market),
      m_refillSlopeQ16((market.limitRate * 3 << 16U) / (2 * referenceDepth(market)))
{
}

// The thinner a side, the faster it refills: 2.5 - 1.5 depth / reference, from 0.5 to 2.5.
MilliHertz OrderFlow::limitRate(Lots depth) const
{
    const MilliHertz most = m_market.limitRate * 5 / 2;
    return std::max(most - ((depth * m_refillSlopeQ16) >> 16U), m_market.limitRate / 2);
}

FlowRates OrderFlow::rates(const FlowState& state) const
{
    const auto [bids, asks] = state.depth;
    const auto [buying, selling] = state.excitation;
    FlowRates out;
    out.rates = {m_market.jumpRate * state.regimePermille / 1000,
                 limitRate(bids),
                 limitRate(asks),
                 (bids + asks) * m_market.cancelRatePerLot / kMeanCancelled,
                 m_market.marketRate + buying,
                 m_market.marketRate + selling,
                 state.canSweepBuy ? kSweepRate : 0,
                 state.canSweepSell ? kSweepRate : 0};
    out.total = std::accumulate(out.rates.begin(), out.rates.end(), MilliHertz{0});
    return out;
}

SimTime OrderFlow::wait(const FlowRates& rates, SimRandom& random)
{
    // 10^9 microseconds times millihertz are one event.
    const std::int64_t drawn = (random.exponentialQ16() * 1'000'000'000) >> 16U;
    return std::max<SimTime>(1, drawn / rates.total);
}

FlowEvent OrderFlow::draw(const FlowRates& rates, SimRandom& random)
{
    MilliHertz left = random.below(rates.total);
    std::size_t event = 0;
    while (left >= rates.rates[event]) {
        left -= rates.rates[event];
        ++event;
    }
    return static_cast<FlowEvent>(event);
}

Lots OrderFlow::limitSize(SimRandom& random) const
{
    return 1 + random.exponentialFloor(m_market.limitSizeMean);
}

Lots OrderFlow::cancelSize(SimRandom& random)
{
    return random.between(1, 2 * kMeanCancelled - 1);
}

Lots OrderFlow::marketSize(SimRandom& random) const
{
    const Lots size = 1 + random.exponentialFloor(m_market.marketSizeMean);
    return random.chance(1, 16) ? size * kLargeOrderFactor : size;
}

Lots OrderFlow::sweepSize(SimRandom& random)
{
    return random.between(10, 49);
}

PriceUnits OrderFlow::limitDistance(SimRandom& random) const
{
    return std::min(m_market.touch + random.exponential(m_market.depthMean), kDistanceCap);
}

} // namespace soak
