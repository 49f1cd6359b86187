// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/influence.h"

namespace soak
{

namespace
{

constexpr std::array kInfluenceGoalTable{
    InfluenceGoal{Metric::MakerTakerRatio, 0.10}, InfluenceGoal{Metric::P95LatencyMs, -30},
    InfluenceGoal{Metric::RiskRatio, -0.15}, InfluenceGoal{Metric::NetBps, 0.8}};

constexpr std::array<std::string_view, kInfluenceParams> kInfluenceParamTable{
    "base_spread_bps_delta", "impact_cap_ratio",   "max_delta_ratio",   "min_interval_ms",
    "replace_rate_per_min",  "tail_age_ms",        "concurrency_limit", "rescue_max_ratio",
    "rescue_spread_cap_bps", "rebid_threshold_bps"};

double widthOf(const ParameterSpec& spec)
{
    SOAK_ASSERT(spec.apply.has_value() && spec.apply->high > spec.apply->low);
    return spec.apply->high - spec.apply->low;
}

} // namespace

std::span<const InfluenceGoal, kInfluenceGoals> influenceGoals()
{
    return kInfluenceGoalTable;
}

std::span<const std::string_view, kInfluenceParams> influenceParams()
{
    return kInfluenceParamTable;
}

double positionOf(const ParameterSpec& spec, double value)
{
    return (value - spec.apply->low) / widthOf(spec);
}

double amountOf(const ParameterSpec& spec, double position)
{
    return position * widthOf(spec);
}

} // namespace soak
