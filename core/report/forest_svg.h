// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/run_comparison.h"

#include <span>
#include <string>
#include <string_view>

namespace soak
{

// The effects of one pair of runs, or arms, in margins, better to the right, the margin itself
// shaded: inline SVG in the colours of the page. A KPI without an interval has its name and verdict
// alone. `counted`: what their `n` counts.
std::string forestSvg(std::span<const KpiEffect> effects, std::string_view counted = "n");

} // namespace soak
