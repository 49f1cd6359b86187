// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/metrics.h"

#include "core/report/exposition.h"
#include "core/report/metrics_parts.h"
#include "core/report/report_text.h"

namespace soak
{

namespace
{

std::optional<double> flag(std::optional<bool> value)
{
    return value ? std::optional(*value ? 1.0 : 0.0) : std::nullopt;
}

double number(std::size_t count)
{
    return static_cast<double>(count);
}

const MetricStatistics& windowOf(const Judgement& judgement, Metric metric)
{
    return judgement.windowStatistics[indexOf(metric)];
}

// The five names of the first exporter, which stay as they are (DOMAIN 7.4).
void addFirstFive(Exposition& out, const Judgement& judgement, const Labels& window)
{
    out.family("maker_taker_ratio_hmean", MetricType::Gauge,
               "Harmonic mean of the maker share over the window");
    out.sample(windowOf(judgement, Metric::MakerTakerRatio).harmonicMean, window);
    out.family("latency_spread_add_bps", MetricType::Gauge,
               "latency.spread_add_bps in force after the last iteration, bps");
    out.sample(latencySpreadAddBps(*judgement.run));
    out.family("partial_freeze_active", MetricType::Gauge,
               "Whether a partial freeze was active after the last iteration");
    out.sample(flag(judgement.partialFreezeActive));
    out.family("delta_nested_miss_paths_total", MetricType::Counter,
               "Proposed parameters that were missing or lay under another path");
    out.sample(number(judgement.verification.nestedMissPaths.size()));
    out.family("maker_share_pct", MetricType::Gauge,
               "Maker share of the last iteration's fills, percent");
    out.sample(judgement.makerSharePct);
}

void addWindow(Exposition& out, const Judgement& judgement, const Labels& window)
{
    const MetricStatistics& risk = windowOf(judgement, Metric::RiskRatio);
    const MetricStatistics& latency = windowOf(judgement, Metric::P95LatencyMs);
    out.family("soak_kpi_risk_ratio_mean", MetricType::Gauge, "Mean risk ratio of the window");
    out.sample(risk.mean);
    out.family("soak_kpi_maker_taker_mean", MetricType::Gauge, "Mean maker share of the window");
    out.sample(windowOf(judgement, Metric::MakerTakerRatio).mean);
    out.family("soak_kpi_net_bps_mean", MetricType::Gauge, "Mean net of the window, bps");
    out.sample(windowOf(judgement, Metric::NetBps).mean);
    out.family("soak_kpi_latency_p95_seconds_mean", MetricType::Gauge,
               "Mean p95 latency of the window");
    out.sample(secondsOf(latency.mean));
    out.family("risk_ratio_mean", MetricType::Gauge, "Mean risk ratio by window size");
    out.sample(risk.mean, window);
    out.family("p95_latency_seconds_max", MetricType::Gauge, "Highest p95 latency by window size");
    out.sample(secondsOf(latency.max), window);
    out.family("p95_latency_seconds_mean", MetricType::Gauge, "Mean p95 latency by window size");
    out.sample(secondsOf(latency.mean), window);
    out.family("soak_window_iterations", MetricType::Gauge, "Iterations in the window");
    out.sample(number(judgement.windowIterations.size()));
    out.family("soak_window_iterations_passing", MetricType::Gauge,
               "Iterations of the window that meet all four goals by themselves");
    out.sample(judgement.iterationsPassing);
    out.family("soak_anomalies", MetricType::Gauge, "Anomalies in the window");
    out.sample(number(judgement.anomalies.size()));
}

void addGuards(Exposition& out, const Judgement& judgement)
{
    if (!hasTuning(*judgement.run)) {
        return;
    }
    out.family("soak_guards_window", MetricType::Gauge,
               "Iterations of the window in which a guard was active");
    for (std::size_t i = 0; i < kGuardTypeCount; ++i) {
        out.sample(number(judgement.guardsWindow[i].size()),
                   {{"type", std::string(keyOf(static_cast<GuardType>(i)))}});
    }
    out.family("guard_triggers_total", MetricType::Counter,
               "Iterations of the run in which a guard was active; restarts with each run");
    for (std::size_t i = 0; i < kGuardTypeCount; ++i) {
        out.sample(number(judgement.guardsAll[i].size()),
                   {{"type", std::string(keyOf(static_cast<GuardType>(i)))}});
    }
}

void addVerification(Exposition& out, const Verification& verification)
{
    out.family("soak_delta_full_apply_ratio", MetricType::Gauge,
               "Share of the verifiable proposals that were applied or withheld with a reason");
    out.sample(verification.fullApplyRatio);
    out.family("soak_delta_pairs", MetricType::Gauge,
               "Pairs of iterations by what delta verification found");
    const auto add = [&out](std::string_view status, int count) {
        out.sample(count, {{"status", std::string(status)}});
    };
    add("proposed", verification.proposedCount);
    add("full", verification.fullApplyCount);
    add("partial_ok", verification.partialOkCount);
    add("fail", verification.failCount);
    add("stuck", verification.signatureStuckCount);
    add("not_verifiable", verification.notVerifiableCount);
}

double verdictValue(RunVerdict verdict)
{
    switch (verdict) {
    case RunVerdict::Fail:
        return 0;
    case RunVerdict::Warn:
        return 1;
    case RunVerdict::Pass:
        break;
    }
    return 2;
}

void addVerdict(Exposition& out, const Judgement& judgement)
{
    out.family("soak_run_verdict", MetricType::Gauge,
               "Verdict of the four goals: 0 FAIL, 1 WARN, 2 PASS");
    out.sample(verdictValue(judgement.verdict), {{"run", runLabel(*judgement.run)}});
    out.family("soak_gate_passed", MetricType::Gauge,
               "Whether a row of the gate profile passed; no data, no sample");
    for (const GateResult& result : judgement.gates) {
        if (result.outcome != GateOutcome::NoData) {
            out.sample(result.outcome == GateOutcome::Pass ? 1 : 0, {{"gate", result.gate.id}});
        }
    }
    out.family(
        "soak_gate_value", MetricType::Gauge,
        "What a row of the gate profile compares, in the row's own unit; no data, no sample");
    for (const GateResult& result : judgement.gates) {
        out.sample(result.observed, {{"gate", result.gate.id}});
    }
    out.family("soak_freeze_ready", MetricType::Gauge,
               "Whether the configuration may be frozen for production");
    out.sample(judgement.freezeReady ? 1 : 0);
    out.family("soak_release_ready", MetricType::Gauge,
               "Whether the run may be released: freeze ready, and every delta verified");
    out.sample(judgement.releaseReady ? 1 : 0);
}

void addExporterError(Exposition& out, double value)
{
    out.family("warmup_exporter_error", MetricType::Gauge,
               "Whether this export failed; a failed one writes no other series");
    out.sample(value);
}

void addRun(Exposition& out, const Judgement& judgement, const ReportContext& context)
{
    const SoakRun& run = *judgement.run;
    Labels labels{{"run_id", runLabel(run)}, {"tool_version", context.toolVersion}};
    if (run.info) {
        labels.emplace_back("engine", run.info->engine);
        if (!run.info->scenario.empty()) {
            labels.emplace_back("scenario", run.info->scenario);
        }
    }
    labels.emplace_back("gates_profile", judgement.profile.name);
    out.family("soak_run_info", MetricType::Gauge, "The run that this file tells of; always 1");
    out.sample(1, labels);
    out.family("soak_last_run_timestamp_seconds", MetricType::Gauge,
               "When the run started; of a foreign run, its last runtime_utc");
    out.sample(secondsOf(runTimeMs(run)));
    out.family("soak_iterations_missing", MetricType::Gauge,
               "Iterations without a file, or with one that cannot be read");
    out.sample(number(missingCount(run.gaps) + run.unreadable.size()));
    out.family("soak_metric_missing_total", MetricType::Counter,
               "Iterations of the run without a value of the metric; restarts with each run");
    for (const KpiSpec& spec : kpiSpecs()) {
        out.sample(number(judgement.allStatistics[indexOf(spec.metric)].missing),
                   {{"metric", std::string(spec.key)}});
    }
    addExporterError(out, 0);
}

} // namespace

std::string metricsText(const Judgement& judgement, const ReportContext& context,
                        ExpositionFormat format)
{
    const Labels window{
        {"window", judgement.windowSize == 0 ? "all" : std::to_string(judgement.windowSize)}};
    Exposition out;
    addFirstFive(out, judgement, window);
    addWindow(out, judgement, window);
    addGuards(out, judgement);
    addVerification(out, judgement.verification);
    addVerdict(out, judgement);
    addRun(out, judgement, context);
    addLastIteration(out, judgement);
    addIterations(out, judgement);
    return out.text(format);
}

std::string failedMetricsText(ExpositionFormat format)
{
    Exposition out;
    addExporterError(out, 1);
    return out.text(format);
}

} // namespace soak
