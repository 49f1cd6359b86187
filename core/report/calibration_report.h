// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/calibration.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace soak
{

// A row for each KPI: pairs, alarms, their share with bounds, the variance between runs.
std::string calibrationText(const Calibration& calibration);
nlohmann::json calibrationJson(const Calibration& calibration);

} // namespace soak
