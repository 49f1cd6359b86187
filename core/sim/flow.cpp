// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/flow.h"

#include <algorithm>

namespace soak
{

namespace
{

// In nanohertz.
constexpr std::int64_t kFastSame = 380'000'000;
constexpr std::int64_t kFastOther = 110'000'000;
constexpr std::int64_t kNewsKick = 45'000'000;
constexpr std::int64_t kFastDecayPerMyriad = 165; // of a tick: 1.65/s
// The slow kernel has whole grains, and what a tick leaves is rounded down: it fades by 0.1/s, and
// at the end by a grain a tick, so that it ends. Were it left to fade for minutes (branching ratio
// 0.64), half as many orders more would come, and neither fills nor latencies would be those that
// SIMULATOR 13 measured; with grains of 1 mHz they are too few.
constexpr std::int64_t kSlowSame = 48; // grains: 0.034 Hz
constexpr std::int64_t kSlowGrain = 34'000'000 / kSlowSame;
constexpr std::int64_t kSlowLeftPermille = 999;
constexpr std::int64_t kMostNano = Excitation::kMostExcitation / 2 * 1'000'000;

constexpr PriceUnits kDistanceCap = 5000;
constexpr Lots kLargeOrderFactor = 4;

void raise(std::int64_t& excitation, std::int64_t by, std::int64_t most = kMostNano)
{
    excitation = std::min(excitation + by, most);
}

} // namespace

void Excitation::onOrder(BookSide buyer)
{
    raise(m_fast[indexOf(buyer)], kFastSame);
    raise(m_fast[indexOf(opposite(buyer))], kFastOther);
    raise(m_slow[indexOf(buyer)], kSlowSame, kMostNano / kSlowGrain);
    updateRates();
}

void Excitation::onNews(BookSide buyer)
{
    raise(m_fast[indexOf(buyer)], kNewsKick);
    updateRates();
}

void Excitation::decay()
{
    for (const BookSide side : kBookSides) {
        m_fast[indexOf(side)] -= m_fast[indexOf(side)] * kFastDecayPerMyriad / 10'000;
        m_slow[indexOf(side)] = m_slow[indexOf(side)] * kSlowLeftPermille / 1000;
    }
    updateRates();
}

void Excitation::updateRates()
{
    for (const BookSide side : kBookSides) {
        m_rate[indexOf(side)] =
            (m_fast[indexOf(side)] + m_slow[indexOf(side)] * kSlowGrain) / kNanoPerMilli;
    }
}

OrderFlow::OrderFlow(const MarketParameters& market)
    : m_market(market),
      m_refillSlopeQ16((market.limitRate * 3 << 16U) / (2 * referenceDepth(market))),
      m_mostLimitRate(market.limitRate * 5 / 2), m_leastLimitRate(market.limitRate / 2)
{
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
