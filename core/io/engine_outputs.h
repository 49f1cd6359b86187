// SPDX-License-Identifier: GPL-3.0-or-later
// What an engine leaves behind in an iteration, and the summary that is made of it
// (DOMAIN 1.4, 2.1, 2.2, 2.3).
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/model/finding.h"
#include "core/model/iteration.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// Texts of the files, as found; absent = no such file.
struct EngineOutputs {
    std::optional<std::string> edgeReport;   // EDGE_REPORT.json
    std::optional<std::string> kpiGate;      // KPI_GATE.json
    std::optional<std::string> edgeSentinel; // EDGE_SENTINEL.json
    std::optional<std::string> auditLog;     // audit.jsonl
    std::optional<std::string> weeklyRollup; // WEEKLY_ROLLUP.json
    bool operator==(const EngineOutputs&) const = default;
};

// Errors: BadInput when EDGE_REPORT.json is absent or unusable (message says why).
Result<IterationSummary> summaryFromOutputs(const EngineOutputs& outputs, int iteration,
                                            std::vector<Finding>& findings);

// How long the iteration took by the engine's own clock, `elapsed_ms` of EDGE_REPORT.json; nullopt
// when it does not say. A finding when it is no time: a number above 0, at most a day.
std::optional<Millis> elapsedFromOutputs(const EngineOutputs& outputs, int iteration,
                                         std::vector<Finding>& findings);

// A summary from an object of summary fields of 1.2 (the `kpis` of a script), compact or not.
Result<IterationSummary> summaryFromFields(std::string_view json, int iteration,
                                           std::vector<Finding>& findings);

} // namespace soak
