// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/gateway.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr SimTime kNetworkLeast = 26 * kMillisecond; // one way
constexpr SimTime kNetworkMean = 5200;               // beyond that
constexpr SimTime kServiceLeast = 76'500;
constexpr SimTime kServiceMean = 25'500; // beyond that
constexpr SimTime kFeedDelay = 40 * kMillisecond;
constexpr SimTime kOutageLength = 6 * kSecond;
constexpr MilliHertz kBusiest = 12'000; // a greater burst slows the venue no further
constexpr MilliHertz kDoubling = 30'000;
constexpr std::array<std::int64_t, kRequestKinds> kWeightPermille{1000, 1300, 700, 1000};

SimTime ofPermille(SimTime time, std::int64_t permille)
{
    return time * permille / 1000;
}

} // namespace

Gateway::Gateway(const MarketParameters& market, SimTime duration, SimRandom& random)
    : m_market(market), m_random(random)
{
    if (market.hasOutage) {
        m_outFrom = duration / 4 + m_random.below(duration / 2);
        m_outUntil = m_outFrom + kOutageLength;
    }
}

void Gateway::onTick(SimTime now)
{
    const StormTable& storm = m_market.storm;
    if (storm.onsetPerMillionTicks == 0) {
        return;
    }
    if (m_isStormy && now >= m_stormUntil) {
        m_isStormy = false;
    } else if (!m_isStormy && m_random.chance(storm.onsetPerMillionTicks, 1'000'000)) {
        m_isStormy = true;
        m_stormUntil = now + storm.shortest + m_random.exponential(storm.meanBeyond);
    }
}

SimTime Gateway::feedDelay() const
{
    return m_isStormy ? ofPermille(kFeedDelay, m_market.storm.feedDelayPermille) : kFeedDelay;
}

SimTime Gateway::networkDelay()
{
    const SimTime delay = kNetworkLeast + m_random.exponential(kNetworkMean);
    return m_isStormy ? ofPermille(delay, m_market.storm.networkPermille) : delay;
}

SimTime Gateway::serviceTime(RequestKind kind, MilliHertz burst)
{
    SimTime time = kServiceLeast + m_random.exponential(kServiceMean);
    time = ofPermille(time, kWeightPermille[static_cast<std::size_t>(kind)]);
    time = ofPermille(time, m_market.servicePermille);
    time += time * std::min(burst, kBusiest) / kDoubling;
    return m_isStormy ? ofPermille(time, m_market.storm.servicePermille) : time;
}

void Gateway::send(BotRequest request, MilliHertz burst)
{
    SimTime start = std::max(request.sentAt + networkDelay(), m_freeAt);
    if (isOut(start)) {
        start = m_outUntil;
    }
    m_freeAt = start + serviceTime(request.kind, burst);
    request.effectAt = m_freeAt;
    m_lastAck = std::max(m_lastAck, m_freeAt + networkDelay());
    request.ackAt = m_lastAck;
    m_requests.push_back(request);
}

BotRequest Gateway::takeRequest()
{
    const BotRequest request = m_requests.front();
    m_requests.pop_front();
    m_acks.push_back(request);
    return request;
}

BotRequest Gateway::takeAck()
{
    const BotRequest request = m_acks.front();
    m_acks.pop_front();
    return request;
}

} // namespace soak
