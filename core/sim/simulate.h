// SPDX-License-Identifier: GPL-3.0-or-later
// One iteration of a market-making bot in a simulated market (SIMULATOR): the overrides drive the
// bot, the KPIs are measured from its fills, requests and ticks. The market is synthetic, and its
// profit is evidence about a tuner, never about a market.
#pragma once

#include "core/model/overrides.h"
#include "core/sim/sim_kpis.h"

#include <optional>
#include <vector>

namespace soak
{

enum class KeepMids : std::uint8_t { No, Yes };

struct SimInput {
    Overrides overrides;
    MarketParameters market;
    std::uint64_t seed = 0;              // of the run
    int iteration = 1;                   // iterations depend on nothing of each other
    SimTime duration = kIterationLength; // whole ticks, at least one
    KeepMids keepMids = KeepMids::No;
};

// The p95 of the latencies that the bot heard of in the last kSampleWindow; nullopt of none.
struct LatencySample {
    SimTime at = 0;
    std::optional<double> p95Ms;

    bool operator==(const LatencySample&) const = default;
};

inline constexpr SimTime kSampleInterval = kSecond;
// About 180 requests. With those of 10 s the p95 of a calm market crosses the limit of the guards,
// 360 ms, in 14 % of all seconds, by chance alone; with those of a minute in 3 %.
inline constexpr SimTime kSampleWindow = 60 * kSecond;

struct SimResult {
    SimKpis kpis;
    ProfitParts parts;
    FillCounts fills;
    RequestCounts requests;
    RefusalCounts refusals;
    Lots position = 0;                  // at the end, marked at the mid
    std::vector<LatencySample> samples; // one a second
    std::int64_t events = 0;            // of all kinds, ticks among them
    std::uint64_t digest = 0; // fills, acknowledgements and profit: equal for equal input, anywhere
    std::optional<MidPath> mids; // a tick apart, when asked for

    bool operator==(const SimResult&) const = default;
};

// Any thread; no clock, no files. The same input gives the same result to the bit with every
// compiler.
SimResult simulateIteration(const SimInput& input);

} // namespace soak
