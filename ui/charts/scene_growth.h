// SPDX-License-Identifier: GPL-3.0-or-later
// A run that grows by an iteration moves one pixel of its charts: only there are they drawn again.
#pragma once

#include "ui/charts/chart_scene.h"

#include <optional>

namespace soak::ui
{

// The first iteration (inclusive) at which `after` may look otherwise than `before` did in the same
// frame, when it is the same but for rows at its end; nullopt: anything may be otherwise.
std::optional<int> grownFrom(const ChartScene& before, const ChartScene& after);

} // namespace soak::ui
