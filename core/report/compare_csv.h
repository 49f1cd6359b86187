// SPDX-License-Identifier: GPL-3.0-or-later
// The table of compared runs for spreadsheets: RFC 4180, a line for each run and KPI, no value =
// empty cell. `soak compare --format csv` and the window give the same lines.
#pragma once

#include "core/analysis/compared_means.h"
#include "core/analysis/run_comparison.h"

#include <span>
#include <string>
#include <vector>

namespace soak
{

struct NamedMeans {
    std::string name;
    std::vector<ComparedMean> means;
};

// The baseline first. Numbers are the shortest that read back the same, in the unit of the metric;
// `relative` is a share (0.1 is 10 %).
std::string compareCsv(std::span<const NamedMeans> runs);
std::string compareCsv(const RunComparison& comparison);

} // namespace soak
