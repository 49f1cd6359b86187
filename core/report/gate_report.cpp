// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/gate_report.h"

#include "core/base/escape.h"
#include "core/report/confidence_report.h"
#include "core/report/json_text.h"
#include "core/report/markdown_table.h"
#include "core/report/quality_notes.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr std::string_view kGateSchema = "soak-gate/1";

std::string rowVerdict(const GateResult& result)
{
    if (result.outcome != GateOutcome::Pass && result.gate.severity == GateSeverity::Soft) {
        return std::string(keyOf(result.outcome)) + " (soft)";
    }
    return std::string(keyOf(result.outcome));
}

} // namespace

std::string gateJson(const Judgement& judgement, const ReportContext& context,
                     const GateConfidence* confidence)
{
    Json rows = Json::array();
    for (const GateResult& result : judgement.gates) {
        rows.push_back(gateJsonRow(result));
    }
    const SoakRun& run = *judgement.run;
    Json json{{"schema", kGateSchema},
              {"tool_version", context.toolVersion},
              {"timestamp", jsonOrNull(context.timestamp)},
              {"run_id", run.info ? Json(run.info->runId) : Json()},
              {"profile", judgement.profile.name},
              {"verdict", keyOf(judgement.gateVerdict)},
              {"passed", judgement.gateVerdict == GateResultVerdict::Pass ||
                             judgement.gateVerdict == GateResultVerdict::Warn},
              {"notes", qualityNotes(judgement)},
              {"exit_code", static_cast<int>(gateExitCode(judgement))},
              {"run_verdict", keyOf(judgement.verdict)},
              {"run_verdict_why", judgement.verdictWhy},
              {"window", judgement.windowIterations},
              {"window_n", judgement.windowSize},
              {"window_short", judgement.windowShort},
              {"rows", std::move(rows)}};
    if (confidence != nullptr) {
        json["confidence"] = confidenceJson(*confidence);
        json["passed"] = confidence->call == ReleaseCall::Go;
        json["exit_code"] = static_cast<int>(withIntegrity(confidenceExitCode(*confidence), run));
    }
    return jsonText(json);
}

std::string gateText(const Judgement& judgement)
{
    TextTable table({{"gate"},
                     {"aggregate"},
                     {"threshold"},
                     {"value", ColumnAlign::Right},
                     {"margin", ColumnAlign::Right},
                     {"n", ColumnAlign::Right},
                     {"missing", ColumnAlign::Right},
                     {"verdict"}});
    std::string whys;
    for (const GateResult& result : judgement.gates) {
        const GateSpec& gate = result.gate;
        table.addRow({gate.id, std::string(aggregateText(gate.aggregate)), targetText(gate),
                      gateText(gate, result.observed), marginText(result),
                      std::to_string(result.count), std::to_string(result.missingIn.size()),
                      rowVerdict(result)});
        if (result.outcome != GateOutcome::Pass) {
            whys += escapeTerminal(gate.id + ": " + result.why) + "\n";
            if (!result.brokenBy.empty()) {
                whys += "  broken by iterations " + rangesText(result.brokenBy) + "\n";
            }
        }
    }
    std::string out = table.isEmpty() ? "" : table.text() + "\n";
    for (const std::string& note : qualityNotes(judgement)) {
        whys += "note: " + escapeTerminal(note) + "\n";
    }
    out += whys.empty() ? "" : whys + "\n";
    return out + std::string(keyOf(judgement.gateVerdict)) + " (" +
           escapeTerminal(judgement.profile.name) + ", " + windowText(judgement) + ")\n";
}

} // namespace soak
