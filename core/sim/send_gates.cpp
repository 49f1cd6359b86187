// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/send_gates.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr std::int64_t kTokensPerRequest = 60 * kSecond / kTick;
constexpr std::int64_t kBurstTicks = 2 * kSecond / kTick;

int weightOf(RequestKind kind)
{
    return kind == RequestKind::Replace ? 2 : 1; // a cancel and a new order
}

// Two seconds' worth, but at least one request, or a slow rate would never send.
std::int64_t bucketSize(std::int64_t requestsPerMinute)
{
    return std::max(requestsPerMinute * kBurstTicks, kTokensPerRequest);
}

} // namespace

SendGates::SendGates(const QuotingLimits& limits)
    : m_minInterval(limits.minInterval), m_concurrency(limits.concurrency),
      m_requestsPerMinute(limits.requestsPerMinute), m_tokens(bucketSize(limits.requestsPerMinute)),
      m_lastSent(-limits.minInterval)
{
}

void SendGates::onTick()
{
    m_tokens = std::min(m_tokens + m_requestsPerMinute, bucketSize(m_requestsPerMinute));
}

bool SendGates::admit(RequestKind kind, SimTime now)
{
    if (now - m_lastSent < m_minInterval) {
        ++m_refusals.minInterval;
        return false;
    }
    // What needs more room than there is at all is sent alone.
    if (m_inFlight > 0 && m_inFlight + weightOf(kind) > m_concurrency) {
        ++m_refusals.concurrency;
        return false;
    }
    if (m_tokens < kTokensPerRequest) {
        ++m_refusals.throttle;
        return false;
    }
    m_lastSent = now;
    m_inFlight += weightOf(kind);
    m_tokens -= kTokensPerRequest;
    return true;
}

void SendGates::onAck(RequestKind kind)
{
    m_inFlight -= weightOf(kind);
}

} // namespace soak
