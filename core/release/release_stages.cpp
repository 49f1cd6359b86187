// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/release_stages.h"

#include "core/base/text.h"
#include "core/report/report_text.h"

#include <array>

namespace soak
{

namespace
{

constexpr std::array kTriggers{
    RollbackTrigger{"maker_taker_ratio", "Maker share", GateOp::Below, 0.70, "", 5, "quick"},
    RollbackTrigger{"p95_latency_ms", "P95 latency", GateOp::Above, 500, "ms", 3, "quick"},
    RollbackTrigger{"risk_ratio", "Risk ratio", GateOp::Above, 0.60, "", 2, "full"},
    RollbackTrigger{"net_bps", "Net", GateOp::Below, 0, "bps", 10, "quick"},
    RollbackTrigger{"error_rate", "Error rate", GateOp::Above, 5, "%", 1, "full"},
};

GateSpec gate(Metric metric, GateOp op, double threshold)
{
    const KpiSpec& spec = specOf(metric);
    return {.id = std::string(spec.key),
            .metric = std::string(spec.key),
            .aggregate = spec.windowAggregate,
            .op = op,
            .threshold = threshold,
            .severity = GateSeverity::Hard,
            .unit = std::string(unitText(spec.unit))};
}

std::vector<GateSpec> missionGates()
{
    std::vector<GateSpec> gates;
    for (const GateSpec& one : missionProfile().gates) {
        if (metricFromKey(one.metric)) {
            gates.push_back(one);
        }
    }
    return gates;
}

std::vector<CanaryStage> makeStages()
{
    const auto early = [](double maker, double latency, double risk) {
        return std::vector<GateSpec>{gate(Metric::MakerTakerRatio, GateOp::AtLeast, maker),
                                     gate(Metric::P95LatencyMs, GateOp::AtMost, latency),
                                     gate(Metric::RiskRatio, GateOp::AtMost, risk)};
    };
    std::vector<CanaryStage> stages{
        {"H1", "canary, first hour", 5, "1 h", early(0.75, 400, 0.50), true},
        {"H6", "canary, six hours", 5, "6 h", early(0.80, 350, 0.45), false},
        {"H24", "canary, a day or two", 5, "24-48 h", missionGates(), false},
        {"R25", "ramp 1", 25, "12 h", missionGates(), false},
        {"R50", "ramp 2", 50, "6 h", missionGates(), false},
        {"FULL", "full", 100, "-", missionGates(), false}};
    stages[1].gates.push_back(gate(Metric::NetBps, GateOp::Above, 0));
    return stages;
}

} // namespace

std::span<const RollbackTrigger> rollbackTriggers()
{
    return kTriggers;
}

std::string triggerText(const RollbackTrigger& trigger)
{
    return std::string(trigger.title) + " " + std::string(keyOf(trigger.op)) + " " +
           shortNumber(trigger.threshold) + unitSuffix(trigger.unit) + " for " +
           std::to_string(trigger.minutes) + " min";
}

const std::vector<CanaryStage>& canaryStages()
{
    static const std::vector<CanaryStage> stages = makeStages();
    return stages;
}

const CanaryStage* findCanaryStage(std::string_view id)
{
    for (const CanaryStage& stage : canaryStages()) {
        if (toLower(stage.id) == toLower(id)) {
            return &stage;
        }
    }
    return nullptr;
}

} // namespace soak
