// SPDX-License-Identifier: GPL-3.0-or-later
// How often others act, and with how much (SIMULATOR 2).
#pragma once

#include "core/sim/random.h"
#include "core/sim/scenario.h"

#include <algorithm>
#include <array>

namespace soak
{

// The self-exciting part of the market orders: each makes more of its own sign likely, fewer of
// the other. Two exponential kernels per side, which decay in steps of a tick, so that intensities
// are constant between events.
class Excitation final
{
public:
    // Far beyond what a branching ratio of 0.64 reaches; it bounds all products of rates.
    static constexpr MilliHertz kMostExcitation = 1'000'000;

    void onOrder(BookSide buyer); // Bid: the order buys
    void onNews(BookSide buyer);  // a tick of news that make one side act
    void decay();                 // once per tick

    [[nodiscard]] MilliHertz rate(BookSide buyer) const { return m_rate[indexOf(buyer)]; }

    // What a burst adds on both sides.
    [[nodiscard]] MilliHertz burst() const { return m_rate[0] + m_rate[1]; }

private:
    using NanoHertz = std::int64_t; // a decay of 1 in 100 needs the digits
    using SlowGrains = std::int64_t;
    static constexpr NanoHertz kNanoPerMilli = 1'000'000;

    void updateRates();

    PerSide<NanoHertz> m_fast{};
    PerSide<SlowGrains> m_slow{};
    PerSide<MilliHertz> m_rate{}; // asked for at every event, changed at few
};

enum class FlowEvent : std::uint8_t {
    Jump,
    LimitBid,
    LimitAsk,
    Cancel,
    MarketBuy,
    MarketSell,
    SweepBuy,
    SweepSell,
};

inline constexpr std::size_t kFlowEvents = 8;

struct FlowRates {
    std::array<MilliHertz, kFlowEvents> rates{};
    MilliHertz total = 0;

    [[nodiscard]] MilliHertz of(FlowEvent event) const
    {
        return rates[static_cast<std::size_t>(event)];
    }
};

// What the rates depend on.
struct FlowState {
    std::int64_t regimePermille = 1000;
    PerSide<Lots> depth{};
    PerSide<MilliHertz> excitation{}; // Bid: of orders that buy
    bool canSweepBuy = false;         // somebody offers at less than the efficient price
    bool canSweepSell = false;
};

// The intensities of a market, prepared once.
class OrderFlow final
{
public:
    explicit OrderFlow(const MarketParameters& market);

    [[nodiscard]] FlowRates rates(const FlowState& state) const
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
        for (const MilliHertz rate : out.rates) {
            out.total += rate;
        }
        return out;
    }

    // Time to the next event: exponential, at least a microsecond, so that an iteration has an end.
    [[nodiscard]] static SimTime wait(const FlowRates& rates, SimRandom& random)
    {
        // 10^9 microseconds times millihertz are one event.
        const std::int64_t drawn = (random.exponentialQ16() * 1'000'000'000) >> 16U;
        return std::max<SimTime>(1, drawn / rates.total);
    }

    // One event with the chance of its rate.
    [[nodiscard]] static FlowEvent draw(const FlowRates& rates, SimRandom& random)
    {
        MilliHertz left = random.below(rates.total);
        std::size_t event = 0;
        while (left >= rates.rates[event]) {
            left -= rates.rates[event];
            ++event;
        }
        return static_cast<FlowEvent>(event);
    }

    [[nodiscard]] Lots limitSize(SimRandom& random) const;
    [[nodiscard]] static Lots cancelSize(SimRandom& random);
    [[nodiscard]] Lots marketSize(SimRandom& random) const;
    [[nodiscard]] static Lots sweepSize(SimRandom& random);
    // How far from the efficient price a limit order is placed.
    [[nodiscard]] PriceUnits limitDistance(SimRandom& random) const;

private:
    static constexpr MilliHertz kSweepRate = 6000;

    // The thinner a side, the faster it refills: 2.5 - 1.5 depth / reference, from 0.5 to 2.5.
    [[nodiscard]] MilliHertz limitRate(Lots depth) const
    {
        return std::max(m_mostLimitRate - ((depth * m_refillSlopeQ16) >> 16U), m_leastLimitRate);
    }

    MarketParameters m_market;
    std::int64_t m_refillSlopeQ16 = 0;
    MilliHertz m_mostLimitRate = 0;
    MilliHertz m_leastLimitRate = 0;
};

} // namespace soak
