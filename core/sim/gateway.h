// SPDX-License-Identifier: GPL-3.0-or-later
// From the bot to the venue and back: a network both ways and one server with a queue, whose load
// is the bot's own doing (SIMULATOR 5). Latencies are drawn from a model, not measured.
#pragma once

#include "core/sim/random.h"
#include "core/sim/scenario.h"

#include <deque>

namespace soak
{

enum class RequestKind : std::uint8_t { New, Replace, Cancel, Ioc };

inline constexpr std::size_t kRequestKinds = 4;

struct BotRequest {
    RequestKind kind = RequestKind::New;
    BookSide side = BookSide::Bid; // of the order; of an IOC: Bid buys
    PriceUnits price = 0;          // of an IOC: the limit
    Lots quantity = 0;             // 0 for a cancel
    PriceUnits midAtDecision = 0;
    SimTime sentAt = 0;
    SimTime effectAt = 0; // the venue acts on it
    SimTime ackAt = 0;    // the bot hears of it
};

class Gateway final
{
public:
    // `random` outlives the gateway. The outage, where there is one, begins in the middle half of
    // `duration`.
    Gateway(const MarketParameters& market, SimTime duration, SimRandom& random);

    // Begins and ends storms.
    void onTick(SimTime now);

    [[nodiscard]] bool isOut(SimTime now) const { return now >= m_outFrom && now < m_outUntil; }

    [[nodiscard]] bool isStormy() const { return m_isStormy; }

    // How old what the bot sees of the market is.
    [[nodiscard]] SimTime feedDelay() const;

    // Takes a request in; a `burst` of market orders is what the venue is busy with besides.
    // Requests are served, and acknowledged, in the order in which they were sent.
    void send(BotRequest request, MilliHertz burst);

    // When the next request reaches the venue, and the next acknowledgement the bot; kNever.
    [[nodiscard]] SimTime nextEffect() const
    {
        return m_requests.empty() ? kNever : m_requests.front().effectAt;
    }

    [[nodiscard]] SimTime nextAck() const { return m_acks.empty() ? kNever : m_acks.front().ackAt; }

    BotRequest takeRequest(); // the front one; its acknowledgement is then on its way
    BotRequest takeAck();     // the front one

    static constexpr SimTime kNever = INT64_MAX;

private:
    [[nodiscard]] SimTime networkDelay();
    [[nodiscard]] SimTime serviceTime(RequestKind kind, MilliHertz burst);

    const MarketParameters& m_market;
    SimRandom& m_random;
    std::deque<BotRequest> m_requests; // bounded by what the bot may have in flight
    std::deque<BotRequest> m_acks;
    SimTime m_freeAt = 0;
    SimTime m_lastAck = 0;
    bool m_isStormy = false;
    SimTime m_stormUntil = 0;
    SimTime m_outFrom = kNever;
    SimTime m_outUntil = kNever;
};

} // namespace soak
