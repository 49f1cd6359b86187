// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind a comparison: how the values are distributed, and which overrides go with
// which KPIs, over the compared iterations.
#pragma once

#include "core/analysis/run_comparison.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace soak
{

// Quantiles of each KPI in each run; then Spearman's rho of each override that varies with each
// KPI.
std::string compareDetailsText(const RunComparison& comparison);
// {distributions, relations}; box statistics, rho with n, and what to keep in mind.
nlohmann::json compareDetailsJson(const RunComparison& comparison);

} // namespace soak
