// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/run_comparison.h"

#include <string>

namespace soak
{

// The effects of one pair of runs in margins, better to the right, the margin itself shaded: inline
// SVG in the colours of the page. A KPI without an interval has its name and verdict alone.
std::string forestSvg(const ComparedPair& pair);

} // namespace soak
