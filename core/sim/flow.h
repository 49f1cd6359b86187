// SPDX-License-Identifier: GPL-3.0-or-later
// How often others act, and with how much (SIMULATOR 2).
#pragma once

#include "core/sim/random.h"
#include "core/sim/scenario.h"

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

    [[nodiscard]] MilliHertz rate(BookSide buyer) const
    {
        return (m_fast[indexOf(buyer)] + m_slow[indexOf(buyer)]) / kNanoPerMilli;
    }

    // What a burst adds on both sides: the fast kernels alone.
    [[nodiscard]] MilliHertz burst() const { return (m_fast[0] + m_fast[1]) / kNanoPerMilli; }

private:
    using NanoHertz = std::int64_t; // a decay of 1 in 1000 needs the digits
    static constexpr NanoHertz kNanoPerMilli = 1'000'000;

    PerSide<NanoHertz> m_fast{};
    PerSide<NanoHertz> m_slow{};
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

    [[nodiscard]] FlowRates rates(const FlowState& state) const;

    // Time to the next event: exponential, at least a microsecond, so that an iteration has an end.
    [[nodiscard]] static SimTime wait(const FlowRates& rates, SimRandom& random);
    // One event with the chance of its rate.
    [[nodiscard]] static FlowEvent draw(const FlowRates& rates, SimRandom& random);

    [[nodiscard]] Lots limitSize(SimRandom& random) const;
    [[nodiscard]] static Lots cancelSize(SimRandom& random);
    [[nodiscard]] Lots marketSize(SimRandom& random) const;
    [[nodiscard]] static Lots sweepSize(SimRandom& random);
    // How far from the efficient price a limit order is placed.
    [[nodiscard]] PriceUnits limitDistance(SimRandom& random) const;

private:
    [[nodiscard]] MilliHertz limitRate(Lots depth) const;

    MarketParameters m_market;
    std::int64_t m_refillSlopeQ16 = 0;
};

} // namespace soak
