// SPDX-License-Identifier: GPL-3.0-or-later
// The metrics of EDGE_REPORT.json (DOMAIN 1.4, 2.1 to 2.3). For .cpp files of this layer.
#pragma once

#include "core/base/result.h"
#include "core/io/finding_sink.h"
#include "core/model/iteration.h"

#include <nlohmann/json_fwd.hpp>

namespace soak
{

// Metrics, block counts, drivers, time and version; not the maker ratio where it is from a rollup.
// Errors: BadInput.
Result<IterationSummary> summaryFromEdgeReport(const nlohmann::json& report, FindingSink& sink);

} // namespace soak
