// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/price_process.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr SimTime kShortestDwell = 200 * kMillisecond;
constexpr SimTime kNewsLength = 2 * kSecond;
constexpr SimTime kNewsUnrest = 15 * kSecond; // in the wildest regime, from the start of the news
constexpr PriceUnits kLeastNewsMove = 12;     // a tick
constexpr PriceUnits kMostNewsMove = 23;
constexpr int kWildestRegime = 2;

} // namespace

PriceProcess::PriceProcess(const MarketParameters& market, SimTime duration, SimRandom& random)
    : m_market(market), m_random(random)
{
    enterRegime(market.regimes.first, 0);
    m_driftSign = m_random.chance(1, 2) ? 1 : -1;
    if (market.hasNews) {
        m_newsAt = duration / 4 + m_random.below(duration / 2);
        m_newsSign = m_random.chance(1, 2) ? 1 : -1;
    }
}

void PriceProcess::moveBy(PriceUnits change)
{
    m_price = std::clamp(m_price + change, kLowestPrice, kHighestPrice);
}

void PriceProcess::enterRegime(int regime, SimTime now)
{
    m_regime = regime;
    const SimTime mean = m_market.regimes.meanDwell[static_cast<std::size_t>(regime)];
    m_regimeUntil = now + kShortestDwell + m_random.exponential(mean);
}

void PriceProcess::changeRegime(SimTime now)
{
    const auto here = static_cast<std::size_t>(m_regime);
    const std::int64_t drawn = m_random.below(1000);
    const std::int64_t rises = m_market.regimes.risesPermille[here];
    const std::int64_t falls = m_market.regimes.fallsPermille[here];
    int next = m_regime;
    if (drawn < rises) {
        ++next;
    } else if (drawn < rises + falls) {
        --next;
    }
    enterRegime(next, now);
}

void PriceProcess::drift()
{
    if (m_market.driftMilliUnitsPerTick == 0) {
        return;
    }
    if (m_random.chance(1, m_market.driftFlipTicks)) {
        m_driftSign = -m_driftSign;
    }
    m_driftRest += m_driftSign * m_market.driftMilliUnitsPerTick;
    const PriceUnits whole = floorDiv(m_driftRest, 1000);
    m_driftRest -= whole * 1000;
    moveBy(whole);
}

void PriceProcess::hearNews(SimTime now)
{
    m_shock = 0;
    if (m_newsAt < 0 || now < m_newsAt || now >= m_newsAt + kNewsLength) {
        return;
    }
    if (now - m_newsAt < kTick) {
        m_regime = kWildestRegime;
        m_regimeUntil = now + kNewsUnrest;
    }
    m_shock = m_newsSign;
    moveBy(m_newsSign * m_random.between(kLeastNewsMove, kMostNewsMove));
}

void PriceProcess::onTick(SimTime now)
{
    if (now >= m_regimeUntil) {
        changeRegime(now);
    }
    drift();
    hearNews(now);
}

void PriceProcess::jump()
{
    const std::int64_t multiplier =
        m_market.regimes.multiplierPermille[static_cast<std::size_t>(m_regime)];
    // At most 44 times the mean of a few hundred units.
    const PriceUnits size = roundDiv(m_random.exponentialQ16() * m_market.jumpMean * multiplier,
                                     std::int64_t{1000} << 16U);
    moveBy(m_random.chance(1, 2) ? size : -size);
}

void PriceProcess::addImpact(Lots filled, int sign, MilliHertz buyRate, MilliHertz sellRate,
                             std::int64_t permille)
{
    // The surprise is sign - (buyRate - sellRate) / (buyRate + sellRate). An order has under 10^4
    // lots and a rate is under 10^7 mHz (kMostExcitation), so the product is under 10^18.
    const std::int64_t push = filled * m_market.impactPer100Lots * permille;
    const MilliHertz surprise = sign > 0 ? 2 * sellRate : -2 * buyRate;
    moveBy(roundDiv(push * surprise, std::int64_t{100} * 1000 * (buyRate + sellRate)));
}

} // namespace soak
