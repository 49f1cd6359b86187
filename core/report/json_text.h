// SPDX-License-Identifier: GPL-3.0-or-later
// How reports write JSON: sorted keys, ASCII, 2-space indent, final newline, absent = null.
#pragma once

#include "core/analysis/judgement.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

inline constexpr int kJsonDecimals = 4; // DOMAIN 1.7

// Bytes that are not UTF-8 become U+FFFD.
std::string jsonText(const nlohmann::json& json);

nlohmann::json jsonOrNull(std::optional<double> value);
nlohmann::json jsonOrNull(const std::optional<std::string>& value);
nlohmann::json jsonOrNull(std::optional<bool> value);
// Rounded to kJsonDecimals.
nlohmann::json roundedOrNull(std::optional<double> value);
// As read by people: without the noise of binary fractions, 12 decimals.
nlohmann::json cleanOrNull(std::optional<double> value);

nlohmann::json statisticsJson(const MetricStatistics& statistics);
// The four goals: {maker_taker_ok, p95_latency_ok, risk_ok, net_bps_ok}, null = unknown.
nlohmann::json goalsJson(const Goals& goals);
nlohmann::json gateJsonRow(const GateResult& result);
nlohmann::json findingJson(const Finding& finding);
nlohmann::json gapsJson(const std::vector<IterationGap>& gaps, std::size_t most);

} // namespace soak
