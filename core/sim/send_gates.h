// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps the bot from sending too much (SIMULATOR 6.5): minimum interval, requests in flight, a
// token bucket. Each refusal is counted by its reason.
#pragma once

#include "core/sim/gateway.h"
#include "core/sim/quoting_limits.h"

namespace soak
{

struct RefusalCounts {
    std::int64_t minInterval = 0;
    std::int64_t concurrency = 0;
    std::int64_t throttle = 0;
    std::int64_t risk = 0; // by the limit on the position, before these gates

    [[nodiscard]] std::int64_t total() const { return minInterval + concurrency + throttle + risk; }

    bool operator==(const RefusalCounts&) const = default;
};

class SendGates final
{
public:
    explicit SendGates(const QuotingLimits& limits);

    void onTick(); // refills the bucket
    // Whether a request may be sent now; it is then in flight.
    bool admit(RequestKind kind, SimTime now);
    void onAck(RequestKind kind);

    void countRiskRefusal() { ++m_refusals.risk; }

    [[nodiscard]] const RefusalCounts& refusals() const { return m_refusals; }

    [[nodiscard]] int inFlight() const { return m_inFlight; } // a replace counts as two

private:
    SimTime m_minInterval;
    int m_concurrency;
    std::int64_t m_requestsPerMinute;
    std::int64_t m_tokens; // in 6000ths, what a request per minute earns in a tick
    SimTime m_lastSent;
    int m_inFlight = 0;
    RefusalCounts m_refusals;
};

} // namespace soak
