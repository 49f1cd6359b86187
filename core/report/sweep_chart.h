// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a sweep as a picture.
#pragma once

#include "core/sweep/sweep_table.h"

#include <string>
#include <vector>

namespace soak
{

// A group per scenario and start, a line per tuner: the share of green soaks as a mark, its 95 %
// interval as a bar, both as numbers at the right. SVG of its own; a tuner has a shape as well as a
// colour.
std::string sweepChartSvg(const std::vector<SweepRow>& rows);

} // namespace soak
