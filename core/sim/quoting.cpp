// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/quoting.h"

#include <algorithm>
#include <cstdlib>

namespace soak
{

namespace
{

constexpr std::int64_t kVolatilityTicks = 128;
constexpr PriceUnits kMostVolatilityAdd = 300;
constexpr SimTime kSlowLatency = 220 * kMillisecond;
constexpr std::int64_t kLatencySamples = 16; // of the average
constexpr PriceUnits kSkew = 260;            // with the position at its limit
constexpr SimTime kRescuePause = kSecond;
constexpr std::int64_t kRescuePercent = 55; // of the position limit
constexpr Lots kLeastQuote = 2;
constexpr Lots kLeastShareOfQuote = 4; // a quarter

} // namespace

QuotingBot::QuotingBot(const QuotingLimits& limits)
    : m_limits(limits), m_gates(limits), m_lastRescue(-kRescuePause)
{
}

void QuotingBot::observe(PriceUnits mid)
{
    const PriceUnits change = m_hasSeenMid ? std::abs(mid - m_lastMid) : 0;
    m_hasSeenMid = true;
    m_lastMid = mid;
    // Whole units, rounded towards 0: having once moved, it does not fall below 1.27 bps again.
    m_volatility += (change * kVolatilityTicks - m_volatility) / kVolatilityTicks;
    m_gates.onTick();
}

PriceUnits QuotingBot::halfSpread() const
{
    const bool isSlow = m_latencyQ4 > kSlowLatency * kLatencySamples;
    return m_limits.halfSpread + std::min(m_volatility / 2, kMostVolatilityAdd) +
           (isSlow ? m_limits.latencySpreadAdd : 0);
}

PriceUnits QuotingBot::target(BookSide side, const BotView& view) const
{
    const PriceUnits skew = roundDiv(kSkew * view.position, m_limits.positionLimit);
    return view.mid - signOf(side) * halfSpread() - skew;
}

Decisions QuotingBot::decide(const BotView& view)
{
    Decisions decisions;
    rescue(view, decisions);
    // Neither side is always the one that the gates refuse.
    const BookSide first = view.tick % 2 == 0 ? BookSide::Bid : BookSide::Ask;
    quote(first, view, decisions);
    quote(opposite(first), view, decisions);
    return decisions;
}

void QuotingBot::send(BotRequest request, const BotView& view, Decisions& decisions)
{
    request.midAtDecision = view.mid;
    request.sentAt = view.now;
    if (request.kind != RequestKind::Ioc) {
        m_pending[indexOf(request.side)] = {true, request.quantity};
    }
    decisions.add(request);
}

void QuotingBot::rescue(const BotView& view, Decisions& decisions)
{
    const Lots size = std::abs(view.position);
    if (size * 100 < kRescuePercent * m_limits.positionLimit ||
        view.now - m_lastRescue < kRescuePause || view.halfSpread > m_limits.rescueSpreadCap) {
        return;
    }
    const Lots quantity = size * m_limits.rescueMillionths / 1'000'000;
    if (quantity == 0 || !m_gates.admit(RequestKind::Ioc, view.now)) {
        return;
    }
    m_lastRescue = view.now;
    const BookSide side = view.position > 0 ? BookSide::Ask : BookSide::Bid;
    const PriceUnits limit = view.mid + signOf(side) * 2 * m_limits.rescueSpreadCap;
    send({.kind = RequestKind::Ioc, .side = side, .price = limit, .quantity = quantity}, view,
         decisions);
}

void QuotingBot::quote(BookSide side, const BotView& view, Decisions& decisions)
{
    if (m_pending[indexOf(side)].isSent) {
        return;
    }
    const RestingOrder& order = view.orders[indexOf(side)];
    const PriceUnits price = target(side, view);
    const bool isOff = order.isLive() && std::abs(order.price - price) >= m_limits.rebidThreshold;
    const bool isOld = order.isLive() && view.now - order.placedAt >= m_limits.tailAge;
    if (order.isLive() && !isOff && !isOld) {
        return;
    }
    const Lots room = m_limits.positionLimit - signOf(side) * view.position - order.quantity;
    const Lots quantity = std::min(m_limits.size, room);
    if (quantity < std::max(kLeastQuote, m_limits.size / kLeastShareOfQuote)) {
        m_gates.countRiskRefusal();
        if (isOff && m_gates.admit(RequestKind::Cancel, view.now)) {
            send({.kind = RequestKind::Cancel, .side = side}, view, decisions);
        }
        return;
    }
    const RequestKind kind = order.isLive() ? RequestKind::Replace : RequestKind::New;
    if (m_gates.admit(kind, view.now)) {
        send({.kind = kind, .side = side, .price = price, .quantity = quantity}, view, decisions);
    }
}

void QuotingBot::onEffect(const BotRequest& request)
{
    if (request.kind != RequestKind::Ioc) {
        m_pending[indexOf(request.side)].quantity = 0; // counted as resting from now on
    }
}

void QuotingBot::onAck(const BotRequest& request)
{
    m_gates.onAck(request.kind);
    const SimTime latency = request.ackAt - request.sentAt;
    m_latencyQ4 += latency - m_latencyQ4 / kLatencySamples;
    if (request.kind != RequestKind::Ioc) {
        m_pending[indexOf(request.side)] = {};
    }
}

bool QuotingBot::isAtRisk(const BotView& view) const
{
    for (const BookSide side : kBookSides) {
        const Lots exposure = signOf(side) * view.position + view.orders[indexOf(side)].quantity +
                              m_pending[indexOf(side)].quantity + m_limits.size;
        if (exposure > m_limits.positionLimit) {
            return true;
        }
    }
    return false;
}

} // namespace soak
