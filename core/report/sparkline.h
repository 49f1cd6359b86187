// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of ASCII that show the course of a metric (DOMAIN 1.8).
#pragma once

#include "core/model/iteration_table.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace soak
{

inline constexpr std::size_t kSparklineWidth = 40;
inline constexpr char kSparklineHole = '.'; // no value

// Levels from low to high: ` `, `-`, `=`, `+`, `#`; a constant series is all `-`; holes stay holes.
// min(n, kSparklineWidth) characters; with more values each shows the mean of its share of them.
std::string sparkline(std::span<const std::optional<double>> values);
std::string sparkline(const MetricColumn& column, std::size_t rows);

} // namespace soak
