// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a sweep, as text and as JSON.
#pragma once

#include "core/sweep/sweep.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace soak
{

// A row per scenario and tuner, and a line that says what it is evidence of.
std::string sweepText(const std::vector<SweepRow>& rows);
nlohmann::json sweepJson(const SweepPlan& plan, const std::vector<SweepRow>& rows);

} // namespace soak
