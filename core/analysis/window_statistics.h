// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/judgement.h"

#include <array>
#include <cstddef>

namespace soak
{

using RunStatistics = std::array<MetricStatistics, kMetricCount>;

// Of every metric over the rows from `firstRow` on. The harmonic mean is that of values that are
// not negative: it means nothing for others, and is absent.
RunStatistics statisticsOf(const IterationTable& table, std::size_t firstRow);

} // namespace soak
