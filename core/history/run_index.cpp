// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/run_index.h"

#include "core/base/result.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

WindowPoint pointAt(const Judgement& judgement, std::size_t row)
{
    const IterationTable& table = judgement.run->table;
    WindowPoint point;
    point.iteration = table.iterations()[row];
    point.mark = WindowMark::Met;
    bool lacksOne = false;
    for (const GateResult& goal : judgement.goalGates) {
        const GateSpec& gate = goal.gate;
        const auto value = table.at(*metricFromKey(gate.metric), row);
        if (!value) {
            lacksOne = true;
            continue;
        }
        if (!meets(*value, gate.op, gate.threshold)) {
            point.mark = WindowMark::Broke;
        }
        const bool wantsMore = gate.op == GateOp::AtLeast || gate.op == GateOp::Above;
        const double scale = gate.threshold == 0 ? 1 : std::abs(gate.threshold);
        const double margin =
            (wantsMore ? *value - gate.threshold : gate.threshold - *value) / scale;
        point.margin = std::min(point.margin.value_or(margin), margin);
    }
    if (lacksOne) {
        point.margin.reset();
        point.mark = point.mark == WindowMark::Broke ? WindowMark::Broke : WindowMark::Missing;
    }
    return point;
}

} // namespace

const std::string& shownName(const RunRow& row)
{
    return row.runId.empty() || row.isBranch ? row.name : row.runId;
}

std::optional<Overrides> lastInForce(const SoakRun& run)
{
    if (run.table.rowCount() == 0) {
        return std::nullopt;
    }
    const std::size_t last = run.table.rowCount() - 1;
    if (const Overrides* during = run.during.at(last)) {
        return *during;
    }
    const TuningStep* step = run.tuning.at(last);
    return step != nullptr && !step->applied ? run.finalOverrides : std::nullopt;
}

RunFigures figuresOf(const Judgement& judgement)
{
    SOAK_ASSERT(judgement.goalGates.size() == kGoalCount);
    RunFigures figures;
    figures.verdict = judgement.verdict;
    figures.gateVerdict = judgement.gateVerdict;
    for (std::size_t i = 0; i < kGoalCount; ++i) {
        figures.values[i] = judgement.goalGates[i].observed;
        figures.margins[i] = judgement.goalGates[i].margin;
        const double threshold = judgement.goalGates[i].gate.threshold;
        if (figures.margins[i] && threshold != 0) {
            figures.marginShares[i] = *figures.margins[i] / std::abs(threshold);
        }
    }
    const SoakRun& run = *judgement.run;
    for (std::size_t row = judgement.firstWindowRow; row < run.table.rowCount(); ++row) {
        figures.window.push_back(pointAt(judgement, row));
    }
    figures.iterationsRead = run.table.rowCount();
    figures.problems = static_cast<std::size_t>(
        std::count_if(run.findings.begin(), run.findings.end(),
                      [](const Finding& finding) { return finding.severity != Severity::Info; }));
    if (const auto overrides = lastInForce(run)) {
        figures.parameters = overrides->values;
        figures.stateHash = stateHash(*overrides, ParameterRegistry::builtin());
    }
    return figures;
}

} // namespace soak
