// SPDX-License-Identifier: GPL-3.0-or-later
// The market-making bot: two quotes around the mid that it sees, leaning against its position, and
// a taker order when the position grows too large (SIMULATOR 6).
#pragma once

#include "core/sim/send_gates.h"
#include "core/sim/venue.h"

#include <array>

namespace soak
{

// What the bot knows when it decides.
struct BotView {
    SimTime now = 0;
    std::int64_t tick = 0;
    PriceUnits mid = 0;        // by its feed, so some time ago
    PriceUnits halfSpread = 0; // of the book, by the same feed
    Lots position = 0;
    PerSide<RestingOrder> orders; // its own
};

// At most a rescue and a request per side.
struct Decisions {
    std::array<BotRequest, 3> requests;
    std::size_t count = 0;

    void add(const BotRequest& request) { requests[count++] = request; }
};

class QuotingBot final
{
public:
    explicit QuotingBot(const QuotingLimits& limits);

    // Once per tick, also while the bot makes no decisions: what it sees moves on.
    void observe(PriceUnits mid);
    // What to send now. Nothing is decided during an outage; the caller then does not ask.
    Decisions decide(const BotView& view);
    // The venue has acted on a request: what it would add is in the book, or refused.
    void onEffect(const BotRequest& request);
    void onAck(const BotRequest& request);

    // Whether on some side the position, what rests, what is on its way and one quote more would
    // exceed the limit.
    [[nodiscard]] bool isAtRisk(const BotView& view) const;

    [[nodiscard]] const RefusalCounts& refusals() const { return m_gates.refusals(); }

    [[nodiscard]] bool hasPending(BookSide side) const { return m_pending[indexOf(side)].isSent; }

    [[nodiscard]] PriceUnits halfSpread() const; // as volatility and latency make it now
    [[nodiscard]] PriceUnits target(BookSide side, const BotView& view) const;

private:
    struct Pending {
        bool isSent = false;
        Lots quantity = 0;
    };

    void rescue(const BotView& view, Decisions& decisions);
    void quote(BookSide side, const BotView& view, Decisions& decisions);
    void send(BotRequest request, const BotView& view, Decisions& decisions);

    QuotingLimits m_limits;
    SendGates m_gates;
    PerSide<Pending> m_pending{};
    PriceUnits m_volatility = 0; // |change of the mid| in 128 ticks, averaged
    PriceUnits m_lastMid = 0;
    bool m_hasSeenMid = false;
    std::int64_t m_latencyQ4 = 0; // averaged, 16ths of a microsecond
    SimTime m_lastRescue;
};

} // namespace soak
