// SPDX-License-Identifier: GPL-3.0-or-later
// One run of a comparison, without its effects.
#pragma once

#include "core/analysis/run_comparison.h"

namespace soak
{

// Rows are not placed, change points not looked for.
ComparedSide comparedSide(const CompareInput& input);

// The first iteration compared, of Steady: chosen by hand, or that of the side which settles last.
int firstCompared(std::span<const ComparedSide> sides, const CompareOptions& options);

// The hash of the one set of overrides that was in force in all `rows`; nullopt: several were, or
// they are not recorded.
std::optional<std::string> stateHashIn(const SoakRun& run, const RowSpan& rows);

// Which iterations of it are compared, and what is said of them: guards, overrides, gaps.
void placeRows(ComparedSide& side, ComparedWindow window, int from);

} // namespace soak
