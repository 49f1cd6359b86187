// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/metrics_parts.h"

#include "core/report/metrics.h"
#include "core/report/report_context.h"

#include <algorithm>
#include <functional>

namespace soak
{

namespace
{

constexpr std::string_view kSpreadAdd = "spread_add_bps";
constexpr std::string_view kUnknownPhase = "UNKNOWN"; // foreign runs record none

std::optional<Phase> phaseAt(const SoakRun& run, std::size_t row)
{
    const IterationNotes* notes = run.notes.at(row);
    return notes == nullptr ? std::nullopt : notes->phase;
}

std::optional<double> isPhase(const SoakRun& run, std::size_t row, Phase wanted)
{
    const std::optional<Phase> phase = phaseAt(run, row);
    return phase ? std::optional(*phase == wanted ? 1.0 : 0.0) : std::nullopt;
}

std::optional<double> warmupIndex(const SoakRun& run, std::size_t row)
{
    const std::optional<Phase> phase = phaseAt(run, row);
    if (!phase) {
        return std::nullopt;
    }
    return *phase == Phase::Warmup ? run.table.iterations()[row] : 0;
}

std::optional<double> phaseNumber(const SoakRun& run, std::size_t row)
{
    const std::optional<Phase> phase = phaseAt(run, row);
    return phase ? std::optional(static_cast<double>(*phase)) : std::nullopt;
}

std::optional<double> changedKeys(const SoakRun& run, std::size_t row)
{
    const TuningStep* step = run.tuning.at(row);
    return step == nullptr ? std::nullopt
                           : std::optional(static_cast<double>(step->changedKeys.size()));
}

std::optional<double> p95Seconds(const SoakRun& run, std::size_t row)
{
    return secondsOf(run.table.at(Metric::P95LatencyMs, row));
}

double gateNumber(IterationStatus status)
{
    switch (status) {
    case IterationStatus::Fail:
        return 0;
    case IterationStatus::Warn:
        return 1;
    case IterationStatus::Ok:
        break;
    }
    return 2;
}

// The label sets of the newest iterations, made once for all families.
struct IterationLabels {
    std::size_t firstRow = 0;
    std::vector<std::string> iterations;
    std::vector<std::string> phases;
};

IterationLabels labelsOf(const SoakRun& run)
{
    IterationLabels labels;
    const std::size_t rows = run.table.rowCount();
    labels.firstRow = rows - std::min(rows, kMostIterationSeries);
    for (std::size_t row = labels.firstRow; row < rows; ++row) {
        const std::optional<Phase> phase = phaseAt(run, row);
        labels.iterations.push_back(std::to_string(run.table.iterations()[row]));
        labels.phases.emplace_back(phase ? keyOf(*phase) : kUnknownPhase);
    }
    return labels;
}

using ValueAt = std::function<std::optional<double>(std::size_t row)>;

void addByPhase(Exposition& out, const IterationLabels& labels, const ValueAt& valueAt)
{
    for (std::size_t i = 0; i < labels.iterations.size(); ++i) {
        out.sample(valueAt(labels.firstRow + i),
                   {{"iteration", labels.iterations[i]}, {"phase", labels.phases[i]}});
    }
}

void addByIteration(Exposition& out, const IterationLabels& labels, const ValueAt& valueAt)
{
    for (std::size_t i = 0; i < labels.iterations.size(); ++i) {
        out.sample(valueAt(labels.firstRow + i), {{"iteration", labels.iterations[i]}});
    }
}

void addPhases(Exposition& out, const SoakRun& run, const IterationLabels& labels)
{
    out.family("warmup_active", MetricType::Gauge, "Whether the iteration was warm-up");
    addByIteration(out, labels,
                   [&run](std::size_t row) { return isPhase(run, row, Phase::Warmup); });
    out.family("warmup_iter_idx", MetricType::Gauge,
               "Number of the iteration while in warm-up, else 0");
    addByIteration(out, labels, [&run](std::size_t row) { return warmupIndex(run, row); });
    out.family("rampdown_active", MetricType::Gauge, "Whether the iteration was ramp-down");
    addByIteration(out, labels,
                   [&run](std::size_t row) { return isPhase(run, row, Phase::Rampdown); });
    out.family("soak_phase_name", MetricType::Gauge, "0 warm-up, 1 ramp-down, 2 steady");
    addByPhase(out, labels, [&run](std::size_t row) { return phaseNumber(run, row); });
}

} // namespace

std::optional<double> secondsOf(std::optional<double> ms)
{
    return ms ? std::optional(*ms / static_cast<double>(kMsPerSecond)) : std::nullopt;
}

std::optional<double> latencySpreadAddBps(const SoakRun& run)
{
    const ParameterSpec* spec = ParameterRegistry::builtin().find(kSpreadAdd);
    const std::size_t rows = run.table.rowCount();
    if (spec == nullptr) {
        return std::nullopt;
    }
    if (rows > 0) {
        const Overrides* last = run.next.at(rows - 1);
        last = last == nullptr ? run.during.at(rows - 1) : last;
        if (last != nullptr) {
            const std::optional<ParamValue> value = valueOrDefault(*last, *spec);
            return value ? std::optional(value->amount) : std::nullopt;
        }
    }
    if (run.finalOverrides) {
        const auto found = run.finalOverrides->values.find(kSpreadAdd);
        if (found != run.finalOverrides->values.end()) {
            return found->second.amount;
        }
    }
    return std::nullopt;
}

std::optional<double> runTimeMs(const SoakRun& run)
{
    const std::optional<EpochMs> time =
        run.info ? std::optional(run.info->startedMs) : lastRuntimeUtc(run);
    return time ? std::optional(static_cast<double>(*time)) : std::nullopt;
}

bool hasTuning(const SoakRun& run)
{
    return !run.tuning.distinct().empty();
}

void addLastIteration(Exposition& out, const Judgement& judgement)
{
    const SoakRun& run = *judgement.run;
    if (run.table.rowCount() == 0) {
        return;
    }
    const std::size_t row = run.table.rowCount() - 1;
    out.family("soak_last_iteration", MetricType::Gauge, "Number of the newest iteration");
    out.sample(run.table.iterations()[row]);
    out.family("soak_last_net_bps", MetricType::Gauge, "Net of the newest iteration, bps");
    out.sample(run.table.at(Metric::NetBps, row));
    out.family("soak_last_risk_ratio", MetricType::Gauge, "Risk ratio of the newest iteration");
    out.sample(run.table.at(Metric::RiskRatio, row));
    out.family("soak_last_maker_taker_ratio", MetricType::Gauge,
               "Maker share of the newest iteration");
    out.sample(run.table.at(Metric::MakerTakerRatio, row));
    out.family("soak_last_p95_latency_seconds", MetricType::Gauge,
               "p95 latency of the newest iteration");
    out.sample(p95Seconds(run, row));
    out.family("soak_last_tuner_keys_changed", MetricType::Gauge,
               "Parameters that the tuner changed in the newest iteration");
    out.sample(changedKeys(run, row));
    out.family("soak_last_warmup_active", MetricType::Gauge,
               "Whether the newest iteration was warm-up");
    out.sample(isPhase(run, row, Phase::Warmup));
}

void addIterations(Exposition& out, const Judgement& judgement)
{
    const SoakRun& run = *judgement.run;
    const IterationLabels labels = labelsOf(run);
    const auto of = [&run](Metric metric) {
        return [&run, metric](std::size_t row) { return run.table.at(metric, row); };
    };
    addPhases(out, run, labels);
    out.family("soak_maker_taker_ratio", MetricType::Gauge, "Maker share of one iteration");
    addByPhase(out, labels, of(Metric::MakerTakerRatio));
    out.family("soak_net_bps", MetricType::Gauge, "Net bps of one iteration");
    addByPhase(out, labels, of(Metric::NetBps));
    out.family("soak_risk_ratio", MetricType::Gauge, "Risk ratio of one iteration");
    addByPhase(out, labels, of(Metric::RiskRatio));
    out.family("soak_iteration_p95_latency_seconds", MetricType::Gauge,
               "p95 latency of one iteration");
    addByPhase(out, labels, [&run](std::size_t row) { return p95Seconds(run, row); });
    out.family("tuner_keys_changed", MetricType::Gauge,
               "Parameters that the tuner changed in one iteration");
    addByIteration(out, labels, [&run](std::size_t row) { return changedKeys(run, row); });
    out.family("kpi_gate_status", MetricType::Gauge,
               "Soft gate of one iteration: 0 FAIL, 1 WARN, 2 OK");
    addByIteration(out, labels, [&judgement](std::size_t row) {
        return row < judgement.iterationGates.size()
                   ? std::optional(gateNumber(judgement.iterationGates[row].status))
                   : std::nullopt;
    });
}

} // namespace soak
