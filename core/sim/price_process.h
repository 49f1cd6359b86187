// SPDX-License-Identifier: GPL-3.0-or-later
// The efficient price, which fast participants see at once (SIMULATOR 2, 3): jumps whose size
// follows a volatility regime, a drift, a shock of news, and the impact of trades.
#pragma once

#include "core/sim/random.h"
#include "core/sim/scenario.h"

#include <cstdint>

namespace soak
{

// Far outside of what any scenario reaches; it is there so that no product can overflow.
inline constexpr PriceUnits kLowestPrice = kReferencePrice / 2;
inline constexpr PriceUnits kHighestPrice = kReferencePrice * 3 / 2;

class PriceProcess final
{
public:
    // `random` outlives the process. The shock of news, where there is one, begins in the middle
    // half of `duration`.
    PriceProcess(const MarketParameters& market, SimTime duration, SimRandom& random);

    [[nodiscard]] PriceUnits price() const { return m_price; }

    [[nodiscard]] int regime() const { return m_regime; }

    // The direction in which news drive the price during this tick: +1, -1, or 0 without.
    [[nodiscard]] int shock() const { return m_shock; }

    void onTick(SimTime now); // regime, drift, news
    void jump();
    // Trades of `filled` lots that buy (+1) or sell (-1) while orders came at these rates: only
    // what the rates did not foretell moves the price. Shares of 1000 of the usual impact.
    void addImpact(Lots filled, int sign, MilliHertz buyRate, MilliHertz sellRate,
                   std::int64_t permille);

private:
    void moveBy(PriceUnits change);
    void enterRegime(int regime, SimTime now);
    void changeRegime(SimTime now);
    void drift();
    void hearNews(SimTime now);

    const MarketParameters& m_market;
    SimRandom& m_random;
    PriceUnits m_price = kReferencePrice;
    int m_regime = 0;
    SimTime m_regimeUntil = 0;
    int m_driftSign = 1;
    std::int64_t m_driftRest = 0; // thousandths of a unit, not yet moved
    SimTime m_newsAt = -1;        // -1: there are none
    int m_newsSign = 1;
    int m_shock = 0;
};

} // namespace soak
