// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kpi.h"

#include "core/model/key_table.h"

#include <algorithm>

namespace soak
{

namespace
{

using enum Metric;
using enum MetricUnit;
using enum Direction;

constexpr double trendEpsilon(MetricUnit unit)
{
    switch (unit) {
    case Ratio:
        return 0.005;
    case Bps:
        return 0.02;
    case Ms:
        return 1;
    // DOMAIN 2.4 names the three above only: a percentage is a ratio of 100, amounts move in ones.
    case Percent:
        return 0.5;
    case Count:
        return 1;
    case Notional:
        return 1;
    }
    return 0;
}

constexpr KpiSpec row(Metric metric, std::string_view key, std::string_view title, MetricUnit unit,
                      Direction direction, int decimals,
                      std::array<std::string_view, 4> aliases = {},
                      Aggregate aggregate = Aggregate::Mean)
{
    return {metric, key, title, unit, direction, decimals, aggregate, trendEpsilon(unit), aliases};
}

// clang-format off
constexpr std::array<KpiSpec, kMetricCount> kSpecs{
    row(NetBps, "net_bps", "Net edge", Bps, HigherIsBetter, 2, {"net", "edge_bps"}),
    row(MakerTakerRatio, "maker_taker_ratio", "Maker share", Ratio, HigherIsBetter, 3, {"maker_ratio"}),
    row(P95LatencyMs, "p95_latency_ms", "p95 latency", Ms, LowerIsBetter, 1, {"latency_p95_ms", "p95", "latency_p95"}, Aggregate::Max),
    row(RiskRatio, "risk_ratio", "Risk ratio", Ratio, LowerIsBetter, 3, {"risk"}, Aggregate::Median),
    row(AdverseBpsP95, "adverse_bps_p95", "Adverse selection p95", Bps, LowerIsBetter, 2, {"adv_p95", "adverse_p95"}),
    row(SlippageBpsP95, "slippage_bps_p95", "Slippage p95", Bps, LowerIsBetter, 2, {"sl_p95", "slippage_p95"}),
    row(CancelRatio, "cancel_ratio", "Cancels", Ratio, LowerIsBetter, 3),
    row(OrderAgeP95Ms, "order_age_p95_ms", "Order age p95", Ms, LowerIsBetter, 1),
    row(WsLagP95Ms, "ws_lag_p95_ms", "Feed lag p95", Ms, LowerIsBetter, 1),
    row(GrossBps, "gross_bps", "Gross", Bps, HigherIsBetter, 2),
    row(FeesEffBps, "fees_eff_bps", "Fees", Bps, LowerIsBetter, 2, {"fees_bps"}),
    row(SlippageBps, "slippage_bps", "Slippage", Bps, LowerIsBetter, 2),
    row(AdverseBps, "adverse_bps", "Adverse selection", Bps, LowerIsBetter, 2),
    row(InventoryBps, "inventory_bps", "Inventory", Bps, LowerIsBetter, 2),
    row(MinIntervalRatio, "min_interval_ratio", "Blocked by min interval", Ratio, Neither, 3),
    row(ConcurrencyRatio, "concurrency_ratio", "Blocked by concurrency", Ratio, Neither, 3),
    row(ThrottleRatio, "throttle_ratio", "Blocked by throttle", Ratio, Neither, 3),
    row(ReplaceRatio, "replace_ratio", "Replaces", Ratio, Neither, 3),
    row(MakerSharePct, "maker_share_pct", "Maker share of fills", Percent, HigherIsBetter, 1),
    row(TakerSharePct, "taker_share_pct", "Taker share of fills", Percent, LowerIsBetter, 1),
    row(MakerCount, "maker_count", "Maker fills", Count, Neither, 0),
    row(TakerCount, "taker_count", "Taker fills", Count, Neither, 0),
    row(MakerVolume, "maker_volume", "Maker volume", Notional, Neither, 2),
    row(TakerVolume, "taker_volume", "Taker volume", Notional, Neither, 2),
};

// clang-format on

constexpr bool isOrderedByMetric()
{
    for (std::size_t i = 0; i < kSpecs.size(); ++i) {
        if (indexOf(kSpecs[i].metric) != i || kSpecs[i].key.empty()) {
            return false;
        }
    }
    return true;
}

static_assert(isOrderedByMetric(), "one row for each metric, in the order of the enumeration");
static_assert(kSpecs.size() == indexOf(TakerVolume) + 1, "kMetricCount is the number of metrics");

constexpr std::array kSnapshotMetrics{
    MakerTakerRatio, P95LatencyMs, RiskRatio, NetBps, AdverseBpsP95, SlippageBpsP95, CancelRatio,
};

constexpr std::array kGoalMetrics{MakerTakerRatio, P95LatencyMs, RiskRatio, NetBps};

constexpr std::array kAggregates{
    KeyRow{Aggregate::Mean, "mean"}, KeyRow{Aggregate::Median, "median"},
    KeyRow{Aggregate::Min, "min"},   KeyRow{Aggregate::Max, "max"},
    KeyRow{Aggregate::Last, "last"}, KeyRow{Aggregate::HarmonicMean, "hmean"},
};

} // namespace

std::span<const KpiSpec, kMetricCount> kpiSpecs()
{
    return kSpecs;
}

const KpiSpec& specOf(Metric metric)
{
    return kSpecs[indexOf(metric)];
}

std::optional<Metric> metricFromKey(std::string_view key)
{
    const auto found = std::find_if(kSpecs.begin(), kSpecs.end(),
                                    [key](const KpiSpec& spec) { return spec.key == key; });
    return found == kSpecs.end() ? std::nullopt : std::optional(found->metric);
}

std::span<const Metric> snapshotMetrics()
{
    return kSnapshotMetrics;
}

std::span<const Metric> goalMetrics()
{
    return kGoalMetrics;
}

std::string_view unitText(MetricUnit unit)
{
    switch (unit) {
    case Bps:
        return "bps";
    case Ms:
        return "ms";
    case Percent:
        return "%";
    case Ratio:
    case Count:
    case Notional:
        return "";
    }
    return "";
}

std::string_view aggregateText(Aggregate aggregate)
{
    return keyIn(kAggregates, aggregate);
}

std::optional<Aggregate> aggregateFromText(std::string_view text)
{
    return valueIn(kAggregates, text);
}

} // namespace soak
