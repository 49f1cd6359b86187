// SPDX-License-Identifier: GPL-3.0-or-later
// Words and numbers as all reports write them: one spelling each.
#pragma once

#include "core/analysis/run_verdict.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

inline constexpr std::string_view kNotAvailable = "n/a";

// [OK] [WARN] [FAIL] [NO DATA]
std::string markOf(RunVerdict verdict);
std::string markOf(VerifyVerdict verdict);
// A soft row that is not met warns.
std::string markOf(const GateResult& gate);

// Shortest text of a number that was set by somebody: 340, 0.83, 2.5.
std::string shortNumber(double value);
std::string shortNumber(std::optional<double> value); // n/a
// With a sign always: "+5", "-0.01".
std::string signedNumber(double value);
// Fixed decimals, and more (up to 12) when all that is shown would be zeros though `value` is not
// 0: a shortfall of 0.00004 is not "0.000".
std::string visibleNumber(double value, int decimals);

// Of `metric`, in its decimals, without unit; "n/a" when absent.
std::string metricNumber(Metric metric, std::optional<double> value);
std::string metricText(Metric metric, std::optional<double> value); // with unit: "180.0 ms"
// Of a gate row: its metric may be none of ours.
std::string gateNumber(const GateSpec& gate, std::optional<double> value);
std::string gateText(const GateSpec& gate, std::optional<double> value);
std::string gateTitle(const GateSpec& gate);      // "P95 latency", or the metric's key
std::string targetText(const GateSpec& gate);     // ">= 0.83", "<= 340 ms"
std::string marginText(const GateResult& result); // "+0.020", "-30.0 ms", "n/a"
std::string unitSuffix(std::string_view unit);    // " ms", "" for ratios and none

// "29-36", "1-3, 7, 9-12"; "none" when empty. At most `most` ranges, then "(+k more)", k counting
// iterations. `iterations` ascending.
std::string rangesText(std::span<const int> iterations, std::size_t most = 12);
std::string gapsText(std::span<const IterationGap> gaps, std::size_t most = 12);
std::size_t missingCount(std::span<const IterationGap> gaps);
// "1, 3, 7", at most `most`, then "(+k more)"; "none" when empty.
std::string iterationList(std::span<const int> iterations, std::size_t most = 10);

// "iterations 29-36, the last 8 of 36": the window in words.
std::string windowText(const Judgement& judgement);
std::string timestampText(const std::optional<std::string>& timestamp);
// The run's id, or "FOREIGN_" and twelve digits of its first summary's hash.
std::string runLabel(const SoakRun& run);

// Number of findings by severity: "2 errors, 1 warning"; "none".
std::string findingCountsText(std::span<const Finding> findings);

} // namespace soak
