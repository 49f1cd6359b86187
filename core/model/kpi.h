// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of metrics (DOMAIN 2): gates, charts, reports, metrics and compare iterate over it;
// nothing else lists them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace soak
{

enum class Metric : std::uint8_t {
    NetBps,
    MakerTakerRatio,
    P95LatencyMs,
    RiskRatio,
    AdverseBpsP95,
    SlippageBpsP95,
    CancelRatio,
    OrderAgeP95Ms,
    WsLagP95Ms,
    GrossBps,
    FeesEffBps,
    SlippageBps,
    AdverseBps,
    InventoryBps,
    MinIntervalRatio,
    ConcurrencyRatio,
    ThrottleRatio,
    ReplaceRatio,
    MakerSharePct,
    TakerSharePct,
    MakerCount,
    TakerCount,
    MakerVolume,
    TakerVolume,
};

inline constexpr std::size_t kMetricCount = 24;

constexpr std::size_t indexOf(Metric metric)
{
    return static_cast<std::size_t>(metric);
}

enum class Direction { HigherIsBetter, LowerIsBetter, Neither };
enum class MetricUnit { Bps, Ratio, Ms, Percent, Count, Notional };
enum class Aggregate { Mean, Median, Min, Max, Last, HarmonicMean };

// `key` is the JSON key in a summary, and the metric's name everywhere (files, CLI, gates).
// `aliases` are further keys that a reader accepts, in order (DOMAIN 1.2; "risk_percent/100" is the
// reader's business). `windowAggregate` is what the mission gate takes of the window, or Mean.
struct KpiSpec {
    Metric metric;
    std::string_view key;
    std::string_view title;
    MetricUnit unit;
    Direction direction;
    int decimals;
    Aggregate windowAggregate;
    double trendEpsilon;                     // DOMAIN 2.4: ratios 0.005, bps 0.02, ms 1
    std::array<std::string_view, 4> aliases; // empty = unused
};

// All metrics, ordered by `Metric`.
std::span<const KpiSpec, kMetricCount> kpiSpecs();
const KpiSpec& specOf(Metric metric);
std::optional<Metric> metricFromKey(std::string_view key); // `key` only, no alias

// The seven of the snapshot's kpi_last_n, in its order (DOMAIN 1.7).
std::span<const Metric> snapshotMetrics();
// The four KPI goals: maker_taker_ratio, p95_latency_ms, risk_ratio, net_bps.
std::span<const Metric> goalMetrics();

std::string_view unitText(MetricUnit unit);          // "bps", "", "ms", "%", "", ""
std::string_view aggregateText(Aggregate aggregate); // mean, median, min, max, last, hmean
std::optional<Aggregate> aggregateFromText(std::string_view text);

} // namespace soak
