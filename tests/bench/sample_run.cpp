// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sample_run.h"

#include "core/base/hash.h"
#include "core/io/artifacts.h"
#include "core/io/iteration_json.h"
#include "core/io/run_files.h"
#include "core/runner/iteration_step.h"
#include "tests/support/builders.h"
#include "tests/support/mock_kpis.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <set>
#include <string_view>

namespace soak::bench
{
namespace
{

using Json = nlohmann::json;

constexpr EpochMs kStart = 1767608400000; // 2026-01-05T10:20:00Z
constexpr double kIterationMs = 300000;
constexpr double kNoise = 0.02;

// 0..1, the same for the same two numbers (splitmix64).
double noiseOf(int iteration, std::size_t metric)
{
    std::uint64_t x = static_cast<std::uint64_t>(iteration) * 64 + metric + 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return static_cast<double>((x ^ (x >> 31)) >> 11) / 9007199254740992.0;
}

double fourDecimals(double value)
{
    return std::round(value * 1e4) / 1e4;
}

RunInfo sampleInfo(int iterations)
{
    RunInfo info;
    info.runId = "RUN_" + std::to_string(kStart);
    info.startedMs = kStart;
    info.engine = "mock";
    info.iterations = iterations;
    info.autoTune = true;
    info.initialOverrides = bestCell();
    return info;
}

Measurement measurementOf(int iteration)
{
    Measurement measurement;
    IterationSummary& summary = measurement.summary;
    summary.metrics = noisyKpis(iteration);
    summary.runtimeUtc = kStart + static_cast<EpochMs>(iteration * kIterationMs);
    summary.blocks = BlockCounts{120, 80, 40, 10, 700, 5};
    summary.notes.version = "mock";
    summary.notes.symbol = "BTCUSDT";
    summary.notes.kpiVerdict = "PASS";
    summary.notes.kpiReasons = {"net_bps", "risk_ratio"};
    summary.notes.negEdgeDrivers = {"slippage_bps", "adverse_bps"};
    summary.notes.sentinelAdvice = {"widen spreads"};
    summary.notes.makerTakerSource = "fills_volume";
    EngineSample sample;
    sample.at = Millis{iteration * kIterationMs};
    sample.p95LatencyMs = summary.at(Metric::P95LatencyMs);
    measurement.samples = {sample};
    return measurement;
}

void keepOnly(Json& object, const std::set<std::string_view>& kept)
{
    for (auto it = object.begin(); it != object.end();) {
        it = kept.contains(it.key()) ? std::next(it) : object.erase(it);
    }
}

// What older tools wrote of it.
std::string oldFormOf(const std::string& text)
{
    Json tree = Json::parse(text);
    keepOnly(tree, {"iteration", "summary", "tuning"});
    keepOnly(tree["summary"], {"adverse_bps",
                               "adverse_bps_p95",
                               "blocks",
                               "concurrency_ratio",
                               "fees_eff_bps",
                               "fills",
                               "gross_bps",
                               "inventory_bps",
                               "kpi_reasons",
                               "kpi_verdict",
                               "maker_taker_ratio",
                               "maker_taker_source",
                               "min_interval_ratio",
                               "neg_edge_drivers",
                               "net_bps",
                               "order_age_p95_ms",
                               "p95_latency_ms",
                               "risk_ratio",
                               "runtime_utc",
                               "sentinel_advice",
                               "slippage_bps",
                               "slippage_bps_p95",
                               "version"});
    tree["summary"]["blocks"].erase("ratios01");
    Json& tuning = tree["tuning"];
    keepOnly(tuning, {"applied", "changed_keys", "conditions", "deltas", "proposed_deltas",
                      "rationale", "skip_reason", "state_hash", "old_hash"});
    tuning["old_hash"] = nullptr; // theirs were
    tuning["state_hash"] = nullptr;
    if (tuning["skip_reason"].is_object()) {
        keepOnly(tuning["skip_reason"],
                 {"cooldown", "freeze", "no_op", "note", "oscillation", "velocity"});
    }
    return tree.dump(2);
}

Status write(const fs::path& path, std::string_view text)
{
    std::ofstream out(path, std::ios::binary);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    out.close();
    return out ? Status(Done{}) : Error{Errc::NotWritable, "cannot write", path.string()};
}

Status writeEnds(const fs::path& folder, const RunInfo& info, const LoopState& state)
{
    const auto& registry = ParameterRegistry::builtin();
    RunEnd end;
    end.runId = info.runId;
    end.iterationsCompleted = state.completed;
    end.lastSummarySha256 = hexText(state.lastHash);
    SOAK_CHECK(write(folder / kRunFile, runInfoText(info, registry)));
    SOAK_CHECK(write(folder / kRunEndFile, runEndText(end)));
    SOAK_CHECK(write(folder / kTuningStateFile, tuningStateText(state.tuning)));
    return write(folder / kOverridesFile,
                 overridesText(state.effective, OverridesForm::Nested, registry));
}

} // namespace

MetricValues noisyKpis(int iteration)
{
    constexpr int kSettled = 4;
    constexpr int kPeriod = 30;
    MetricValues values = mockKpis(kSettled + iteration % kPeriod);
    for (std::size_t metric = 0; metric < values.size(); ++metric) {
        if (values[metric]) {
            const double factor = 1 + kNoise * (2 * noiseOf(iteration, metric) - 1);
            values[metric] = fourDecimals(*values[metric] * factor);
        }
    }
    double gross = *values[indexOf(Metric::NetBps)]; // consistent, as a bot's own numbers are
    for (const Metric cost :
         {Metric::FeesEffBps, Metric::SlippageBps, Metric::AdverseBps, Metric::InventoryBps}) {
        gross += *values[indexOf(cost)];
    }
    values[indexOf(Metric::GrossBps)] = fourDecimals(gross);
    return values;
}

Result<WrittenRun> writeSampleRun(const fs::path& folder, int iterations, SummaryForm form,
                                  const std::stop_token& stop)
{
    const auto& registry = ParameterRegistry::builtin();
    const RunInfo info = sampleInfo(iterations);
    LoopState state = initialState(info, sha256(runInfoText(info, registry)));
    WrittenRun written;
    for (int iteration = 1; iteration <= iterations; ++iteration) {
        if (stop.stop_requested()) {
            return Error{Errc::Cancelled, "stopped", ""};
        }
        const StepResult step = stepOf(info, state, measurementOf(iteration));
        const std::string own = iterationText(step.record, registry);
        const std::string text = form == SummaryForm::Own ? own : oldFormOf(own);
        SOAK_CHECK(write(folder / summaryFileName(iteration), text));
        advance(info, state, step.record, sha256(own));
        state.tuning = step.tuning;
        ++written.files;
        written.bytes += text.size();
    }
    if (form == SummaryForm::Own) {
        SOAK_CHECK(writeEnds(folder, info, state));
    }
    return written;
}

} // namespace soak::bench
