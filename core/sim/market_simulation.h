// SPDX-License-Identifier: GPL-3.0-or-later
// The event loop (SIMULATOR 2): one superposed Poisson process of all that others do, and what is
// scheduled: requests, acknowledgements, ticks.
#pragma once

#include "core/sim/digest.h"
#include "core/sim/flow.h"
#include "core/sim/gateway.h"
#include "core/sim/price_process.h"
#include "core/sim/quoting.h"
#include "core/sim/simulate.h"
#include "core/sim/venue.h"

namespace soak
{

class MarketSimulation final
{
public:
    explicit MarketSimulation(const SimInput& input);
    MarketSimulation(const MarketSimulation&) = delete; // parts of it refer to others
    MarketSimulation& operator=(const MarketSimulation&) = delete;

    // Runs until `end`, at most the duration; once or in steps, the events are the same.
    void runUntil(SimTime end);
    // What was measured; after the whole duration.
    SimResult finish();

    [[nodiscard]] const Venue& venue() const { return m_venue; }

    [[nodiscard]] const PriceProcess& price() const { return m_price; }

    [[nodiscard]] const Gateway& gateway() const { return m_gateway; }

    [[nodiscard]] std::int64_t events() const { return m_events; }

    [[nodiscard]] SimTime now() const { return m_now; }

private:
    void fillBook();
    [[nodiscard]] FlowRates rates() const;
    [[nodiscard]] bool canSweep(BookSide resting) const;
    void onFlow(FlowEvent event);
    void addLimitOrder(BookSide side);
    void addMarketOrder(BookSide buyer);
    void sweep(BookSide buyer);
    void onTick();
    void sample();
    void onRequest();
    void rescue(const BotRequest& request);
    void onAck();
    void followPrice();
    void book(const Taken& taken, BookSide resting, PriceUnits midBefore);
    [[nodiscard]] BotView view() const;

    MarketParameters m_market; // not the caller's: parts refer to it
    int m_iteration;
    SimTime m_duration;
    RandomStreams m_random;
    QuotingLimits m_limits;

    PriceProcess m_price;
    Venue m_venue;
    OrderFlow m_flow;
    Excitation m_excitation;
    Gateway m_gateway;
    QuotingBot m_bot;
    FillLedger m_ledger;
    RunDigest m_digest;

    SimTime m_now = 0;
    SimTime m_nextTick = 0;
    FlowRates m_rates; // with which m_drawn was drawn
    SimTime m_drawn = 0;
    bool m_hasDrawn = false;
    std::int64_t m_events = 0;
    std::int64_t m_ticksAtRisk = 0;
    MidPath m_mids;
    std::vector<PriceUnits> m_halfSpreads; // beside the mids
    std::vector<SimTime> m_latencies;
    std::vector<SimTime> m_ackTimes; // beside the latencies
    std::vector<LatencySample> m_samples;
    RequestCounts m_requests;
    KeepMids m_keepMids;
};

} // namespace soak
