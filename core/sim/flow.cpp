// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/flow.h"

#include <algorithm>

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
        m_slow[indexOf(side)] -= m_slow[indexOf(side)] * kSlowDecayPermille / 1000;
    }
    updateRates();
}

void Excitation::updateRates()
{
    for (const BookSide side : kBookSides) {
        m_rate[indexOf(side)] = (m_fast[indexOf(side)] + m_slow[indexOf(side)]) / kNanoPerMilli;
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
