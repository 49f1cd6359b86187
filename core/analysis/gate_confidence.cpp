// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/gate_confidence.h"

#include "core/analysis/compared_rows.h"
#include "core/analysis/phrases.h"
#include "core/analysis/run_changes.h"
#include "core/analysis/steady_state.h"
#include "core/base/text.h"

#include <cmath>
#include <map>

namespace soak
{

namespace
{

// Of our own form, and without its end: somebody may look again when it is longer. Of a run of
// another tool nobody knows.
bool isGrowing(const SoakRun& run)
{
    return run.info && !run.end;
}

struct Start {
    int from = 1;
    SteadySince since = SteadySince::WarmUp;
};

// From where on nothing is known to have changed.
class Starts final
{
public:
    explicit Starts(const SoakRun& run)
        : m_run(run), m_warm(steadyStateOf(run).from()), m_overrides(lastOverrideChange(run))
    {
    }

    Start of(Metric metric)
    {
        const auto found = m_found.find(metric);
        return found != m_found.end() ? found->second : m_found[metric] = search(metric);
    }

private:
    [[nodiscard]] Start search(Metric metric) const
    {
        Start start{m_warm, SteadySince::WarmUp};
        const KpiChanges changes = kpiChanges(m_run, metric, {});
        if (!changes.confirmed.empty() && changes.confirmed.back().iteration > start.from) {
            start = {changes.confirmed.back().iteration, SteadySince::ChangePoint};
        }
        if (m_overrides && *m_overrides > start.from) {
            start = {*m_overrides, SteadySince::Overrides};
        }
        return start;
    }

    const SoakRun& m_run;
    int m_warm;
    std::optional<int> m_overrides;
    std::map<Metric, Start> m_found;
};

std::string boundText(const GateSpec& gate, double value)
{
    return std::isinf(value) ? "not bounded by the data" : valueText(gate, value);
}

std::string shareText(double share)
{
    return fixedText(100 * share, 1) + " %";
}

std::string windowsText(const ConfidenceGate& found)
{
    return std::to_string(found.broken) + " of " + std::to_string(*found.windows) +
           " windows of 8 break it: " + shareText(found.brokenShare->low) + " to " +
           shareText(found.brokenShare->high) + " of all would, and 20 % may";
}

std::string neededText(const ConfidenceGate& found)
{
    return found.needed ? "; about " + std::to_string(*found.needed) + " iterations needed" : "";
}

std::string whyOf(const GateConfidenceRow& row)
{
    const ConfidenceGate& found = *row.confidence;
    const std::string target = goalText(row.gate);
    switch (found.reason) {
    case ConfidenceReason::TooFewValues:
        return std::to_string(found.n) + " values since #" + std::to_string(row.from) +
               ", at least 16 are needed" + neededText(found);
    case ConfidenceReason::TooFewIndependent:
        return std::to_string(found.n) + " values are worth " + fixedText(*found.ess, 1) +
               " independent ones, at least 5 are needed" + neededText(found);
    case ConfidenceReason::NoSuchMethod:
        return "there is no interval for this aggregate";
    case ConfidenceReason::NotEnded:
        return "the run has not ended: a verdict is given once, at its end";
    case ConfidenceReason::None:
    case ConfidenceReason::ThresholdInside:
        break;
    }
    if (found.windows) {
        return windowsText(found) + neededText(found);
    }
    return std::string(found.reason == ConfidenceReason::None ? "" : "the target lies inside: ") +
           "one-sided 95 % bounds " + boundText(row.gate, found.bounds->low) + " and " +
           boundText(row.gate, found.bounds->high) + " against " + target + neededText(found);
}

GateConfidenceRow rowOf(const GateResult& result, const SoakRun& run, Starts& starts)
{
    GateConfidenceRow row;
    row.gate = result.gate;
    row.point = result.outcome;
    const auto metric = metricFromKey(result.gate.metric);
    if (!metric) {
        row.why = "no metric of the iterations: the point verdict is all there is";
        return row;
    }
    const Start start = starts.of(*metric);
    row.from = start.from;
    row.since = start.since;
    const Series series =
        comparedSeries(run, *metric, comparedRows(run, ComparedWindow::Steady, start.from));
    row.missing = series.missing();
    const bool isAtLeast = result.gate.op == GateOp::AtLeast || result.gate.op == GateOp::Above;
    row.confidence = confidenceGate(series, result.gate.aggregate, isAtLeast, result.gate.threshold,
                                    isGrowing(run) ? Looks::WhileItGrows : Looks::Once);
    row.why = whyOf(row);
    return row;
}

struct Counted {
    std::string ids;
    std::size_t count = 0;

    void add(const std::string& id) { ids += (count++ == 0 ? "" : ", ") + id; }
};

void decideRelease(GateConfidence& result)
{
    Counted missed;
    Counted refuted;
    Counted unproven;
    for (const GateConfidenceRow& row : result.rows) {
        if (row.gate.severity == GateSeverity::Soft) {
            continue;
        }
        if (row.point != GateOutcome::Pass) {
            missed.add(row.gate.id);
        } else if (row.confidence && row.confidence->verdict == ConfidenceVerdict::Fail) {
            refuted.add(row.gate.id);
        } else if (row.confidence && row.confidence->verdict != ConfidenceVerdict::Pass) {
            unproven.add(row.gate.id);
        }
    }
    if (missed.count + refuted.count > 0) {
        result.call = ReleaseCall::NoGo;
        result.why = missed.count > 0 ? "the point verdict is not PASS: " + missed.ids
                                      : "the steady state misses the target: " + refuted.ids;
    } else if (unproven.count > 0) {
        result.call = ReleaseCall::GoUnproven;
        result.why = "every target is met, not proved: " + unproven.ids;
    } else {
        result.call = ReleaseCall::Go;
        result.why = "every target is met and proved";
    }
}

} // namespace

std::string_view keyOf(SteadySince since)
{
    switch (since) {
    case SteadySince::WarmUp:
        return "warm_up";
    case SteadySince::ChangePoint:
        return "change_point";
    case SteadySince::Overrides:
        return "overrides";
    }
    return "";
}

std::string_view keyOf(ReleaseCall call)
{
    switch (call) {
    case ReleaseCall::Go:
        return "GO";
    case ReleaseCall::GoUnproven:
        return "GO-UNPROVEN";
    case ReleaseCall::NoGo:
        return "NO-GO";
    }
    return "";
}

GateConfidence gateConfidence(const Judgement& judgement)
{
    GateConfidence result;
    Starts starts(*judgement.run);
    for (const GateResult& gate : judgement.gates) {
        result.rows.push_back(rowOf(gate, *judgement.run, starts));
    }
    decideRelease(result);
    return result;
}

ExitCode confidenceExitCode(const GateConfidence& confidence)
{
    switch (confidence.call) {
    case ReleaseCall::Go:
        return ExitCode::Ok;
    case ReleaseCall::GoUnproven:
        return ExitCode::BadInput;
    case ReleaseCall::NoGo:
        break;
    }
    return ExitCode::NegativeVerdict;
}

} // namespace soak
