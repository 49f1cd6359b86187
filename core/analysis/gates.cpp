// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/gates.h"

#include "core/analysis/value_text.h"
#include "core/base/text.h"

#include <algorithm>

namespace soak
{

namespace
{

std::string iterationsText(std::size_t count)
{
    return countText(count, "iteration", "iterations");
}

void compare(GateResult& result, double observed)
{
    const GateSpec& gate = result.gate;
    const bool wantsMore = gate.op == GateOp::AtLeast || gate.op == GateOp::Above;
    result.observed = observed;
    result.margin = wantsMore ? observed - gate.threshold : gate.threshold - observed;
    result.outcome =
        meets(observed, gate.op, gate.threshold) ? GateOutcome::Pass : GateOutcome::Fail;
}

// "is 0.85 over 8 iterations, >= 0.83" or "..., not >= 0.83".
std::string comparisonText(const GateResult& result, const std::string& over)
{
    const GateSpec& gate = result.gate;
    return " is " + plainNumber(*result.observed, gate.threshold) + over +
           (result.outcome == GateOutcome::Pass ? ", " : ", not ") + std::string(keyOf(gate.op)) +
           " " + plainNumber(gate.threshold);
}

void evaluateMetric(GateResult& result, Metric metric, const GateEvidence& evidence)
{
    const MetricColumn column = evidence.run.table.column(metric);
    const auto iterations = evidence.run.table.iterations();
    for (std::size_t row = evidence.window.firstRow; row < iterations.size(); ++row) {
        if (!column.isPresent(row)) {
            result.missingIn.push_back(iterations[row]);
        } else if (!meets(column.values()[row], result.gate.op, result.gate.threshold)) {
            result.brokenBy.push_back(iterations[row]);
        }
    }
    const MetricStatistics& statistics = evidence.statistics[indexOf(metric)];
    result.count = statistics.count;
    const std::string rows = iterationsText(statistics.count + statistics.missing);
    const auto observed = aggregateOf(statistics, result.gate.aggregate);
    const std::string subject =
        std::string(aggregateText(result.gate.aggregate)) + " of " + result.gate.metric;
    if (!observed) {
        result.why = statistics.count == 0
                         ? result.gate.metric + " is in none of the " + rows + " of the window"
                         : subject + " is not defined for negative values";
        return;
    }
    compare(result, *observed);
    const std::string over =
        " over " + (statistics.missing == 0 ? "" : std::to_string(statistics.count) + " of ") +
        rows;
    result.why = subject + comparisonText(result, over);
}

void evaluateFullApply(GateResult& result, const Verification& verification)
{
    const int verifiable = verification.proposedCount - verification.notVerifiableCount;
    result.count = static_cast<std::size_t>(std::max(verifiable, 0));
    if (verification.verdict == VerifyVerdict::Unverified || !verification.fullApplyRatio) {
        result.why = "the deltas are not verified: " + verification.reason;
        return;
    }
    const int applied = verification.fullApplyCount + verification.partialOkCount;
    compare(result, verifiable > 0 ? static_cast<double>(applied) / verifiable : 1.0);
    const std::string over = verifiable > 0 ? " (" + std::to_string(applied) + " of " +
                                                  std::to_string(verifiable) + " proposals)"
                                            : " (nothing proposed)";
    result.why = result.gate.metric + comparisonText(result, over);
    for (const PairCheck& pair : verification.pairs) {
        if (pair.status == PairStatus::Fail) {
            result.brokenBy.push_back(pair.to);
        }
    }
}

void evaluateMissing(GateResult& result, const GateEvidence& evidence)
{
    const SoakRun& run = evidence.run;
    const auto iterations = run.table.iterations();
    result.count = iterations.size();
    std::size_t missing = run.unreadable.size();
    for (const IterationGap& gap : run.gaps) {
        missing += static_cast<std::size_t>(gap.to) - static_cast<std::size_t>(gap.from) + 1;
    }
    std::string over = " (of a run that does not say how many it should have)";
    if (run.info) {
        const auto end =
            std::upper_bound(iterations.begin(), iterations.end(), run.info->iterations);
        const auto asked = static_cast<std::size_t>(std::max(run.info->iterations, 0));
        const auto present = static_cast<std::size_t>(end - iterations.begin());
        missing = asked > present ? asked - present : 0;
        over = " (" + std::to_string(present) + " of " + iterationsText(asked) + " present)";
    } else if (missing == 0) {
        result.why = "the run does not say how many iterations it should have";
        return;
    }
    compare(result, static_cast<double>(missing));
    result.why = result.gate.metric + comparisonText(result, over);
}

} // namespace

GateResult evaluateGate(const GateSpec& gate, const GateEvidence& evidence)
{
    GateResult result;
    result.gate = gate;
    if (const auto metric = metricFromKey(gate.metric)) {
        evaluateMetric(result, *metric, evidence);
    } else if (gate.metric == "full_apply_ratio") {
        evaluateFullApply(result, evidence.verification);
    } else if (gate.metric == "iterations_missing") {
        evaluateMissing(result, evidence);
    } else {
        result.missingIn = iterationsOf(evidence.run, evidence.window);
        result.why = "soak runs do not record " + gate.metric;
    }
    return result;
}

std::vector<GateResult> evaluateGates(std::span<const GateSpec> gates, const GateEvidence& evidence)
{
    std::vector<GateResult> results;
    results.reserve(gates.size());
    for (const GateSpec& gate : gates) {
        results.push_back(evaluateGate(gate, evidence));
    }
    return results;
}

GateResultVerdict gateVerdictOf(std::span<const GateResult> gates)
{
    bool lacksData = gates.empty();
    bool warns = false;
    for (const GateResult& result : gates) {
        if (result.gate.severity != GateSeverity::Hard) {
            warns = warns || result.outcome != GateOutcome::Pass;
            continue;
        }
        if (result.outcome == GateOutcome::Fail) {
            return GateResultVerdict::Fail;
        }
        lacksData = lacksData || result.outcome == GateOutcome::NoData;
    }
    if (lacksData) {
        return GateResultVerdict::NoData;
    }
    return warns ? GateResultVerdict::Warn : GateResultVerdict::Pass;
}

} // namespace soak
