// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/iteration_gate.h"

#include "core/analysis/value_text.h"

#include <array>

namespace soak
{

namespace
{

struct Limit {
    Metric metric;
    GateOp broken; // the comparison that breaks it
    std::optional<double> fail;
    std::optional<double> warn;
    bool onlyInWarmup = false;
};

constexpr std::array kLimits{
    Limit{Metric::RiskRatio, GateOp::Above, 0.50, 0.40},
    Limit{Metric::NetBps, GateOp::Below, 2.0, std::nullopt},
    Limit{Metric::AdverseBpsP95, GateOp::Above, std::nullopt, 3.0},
    Limit{Metric::P95LatencyMs, GateOp::Above, std::nullopt, 350, true},
};

std::string reasonText(const Limit& limit, double value, double threshold)
{
    return std::string(specOf(limit.metric).key) + " " + plainNumber(value, threshold) + " " +
           std::string(keyOf(limit.broken)) + " " + plainNumber(threshold);
}

void apply(const Limit& limit, std::optional<double> value, IterationGate& gate)
{
    if (limit.onlyInWarmup && !gate.warnMode) {
        return;
    }
    if (!value) {
        gate.warnReasons.push_back("missing:" + std::string(specOf(limit.metric).key));
    } else if (limit.fail && meets(*value, limit.broken, *limit.fail)) {
        auto& reasons = gate.warnMode ? gate.warnReasons : gate.failReasons;
        reasons.push_back(reasonText(limit, *value, *limit.fail));
    } else if (limit.warn && meets(*value, limit.broken, *limit.warn)) {
        gate.warnReasons.push_back(reasonText(limit, *value, *limit.warn));
    }
}

void conclude(IterationGate& gate)
{
    gate.status = !gate.failReasons.empty()   ? IterationStatus::Fail
                  : !gate.warnReasons.empty() ? IterationStatus::Warn
                                              : IterationStatus::Ok;
}

bool isWarmup(const IterationNotes* notes)
{
    return notes != nullptr && notes->phase == Phase::Warmup;
}

} // namespace

IterationGate iterationGate(int iteration, const MetricValues& values, bool warnMode)
{
    IterationGate gate;
    gate.iteration = iteration;
    gate.warnMode = warnMode;
    for (const Limit& limit : kLimits) {
        apply(limit, values[indexOf(limit.metric)], gate);
    }
    conclude(gate);
    return gate;
}

std::vector<IterationGate> iterationGates(const SoakRun& run)
{
    const auto iterations = run.table.iterations();
    std::vector<IterationGate> gates(iterations.size());
    for (std::size_t row = 0; row < iterations.size(); ++row) {
        gates[row].iteration = iterations[row];
        gates[row].warnMode = isWarmup(run.notes.at(row));
    }
    for (const Limit& limit : kLimits) {
        const MetricColumn column = run.table.column(limit.metric);
        for (std::size_t row = 0; row < gates.size(); ++row) {
            apply(limit, column.at(row), gates[row]);
        }
    }
    for (IterationGate& gate : gates) {
        conclude(gate);
    }
    return gates;
}

} // namespace soak
