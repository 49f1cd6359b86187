// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/gate_summary.h"

#include "core/report/json_text.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

namespace soak
{

std::string gateSummaryJson(const Judgement& judgement, const ReportContext& context)
{
    nlohmann::json gates = nlohmann::json::object();
    for (const GateResult& result : judgement.gates) {
        const bool known = result.outcome != GateOutcome::NoData;
        gates[result.gate.id] = {
            {"threshold", result.gate.threshold},
            {"actual", jsonOrNull(result.observed)},
            {"pass",
             known ? nlohmann::json(result.outcome == GateOutcome::Pass) : nlohmann::json()},
            {"severity", std::string(keyOf(result.gate.severity))},
        };
    }
    return jsonText({{"schema", "soak-gate-summary/1"},
                     {"tool_version", context.toolVersion},
                     {"profile", judgement.profile.name},
                     {"verdict", std::string(keyOf(judgement.gateVerdict))},
                     {"gates", std::move(gates)}});
}

} // namespace soak
