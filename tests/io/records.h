// SPDX-License-Identifier: GPL-3.0-or-later
// Records, and runs on disk, as the tests of this layer want them.
#pragma once

#include "core/base/hash.h"
#include "core/io/artifacts.h"
#include "core/io/iteration_json.h"
#include "core/io/load_run.h"
#include "core/io/run_files.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace soak
{

using Findings = std::vector<Finding>;

inline const ParameterRegistry& builtin()
{
    return ParameterRegistry::builtin();
}

inline bool hasFinding(const Findings& findings, FindingKind kind, std::string_view field = "")
{
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
        return finding.kind == kind && (field.empty() || finding.field == field);
    });
}

inline std::string kindsText(const Findings& findings)
{
    std::string out;
    for (const Finding& finding : findings) {
        out += std::string(keyOf(finding.kind)) + " " + finding.file + " " + finding.field + ": " +
               finding.text + "\n";
    }
    return out;
}

inline Overrides sampleOverrides()
{
    Overrides overrides;
    overrides.values = {
        {"min_interval_ms", {60}}, {"tail_age_ms", {600}}, {"impact_cap_ratio", {0.1}}};
    return overrides;
}

inline IterationSummary sampleSummary(int iteration)
{
    IterationSummary summary;
    MetricValues& metrics = summary.metrics;
    metrics[indexOf(Metric::NetBps)] = 2.5 + 0.01 * iteration;
    metrics[indexOf(Metric::GrossBps)] = 8.5 + 0.01 * iteration;
    metrics[indexOf(Metric::FeesEffBps)] = 2;
    metrics[indexOf(Metric::SlippageBps)] = 2;
    metrics[indexOf(Metric::AdverseBps)] = 1.5;
    metrics[indexOf(Metric::InventoryBps)] = 0.5;
    metrics[indexOf(Metric::P95LatencyMs)] = 300 + iteration;
    metrics[indexOf(Metric::RiskRatio)] = 0.3;
    metrics[indexOf(Metric::MakerTakerRatio)] = 0.8;
    metrics[indexOf(Metric::MakerCount)] = 800 + iteration;
    metrics[indexOf(Metric::TakerCount)] = 200;
    summary.runtimeUtc = 1760000000000 + 300000LL * iteration;
    summary.blocks = BlockCounts{5, 3, 7, 10, 100, 0};
    summary.notes.version = "sim-3";
    summary.notes.kpiVerdict = "PASS";
    summary.notes.makerTakerSource = "fills_count";
    summary.notes.phase = Phase::Steady;
    return summary;
}

inline TuningStep sampleTuning(int iteration)
{
    TuningStep step;
    step.hasProposal = true;
    step.proposed = {{"min_interval_ms", {5}}, {"impact_cap_ratio", {-0.005}}};
    step.rationale = "MODERATE";
    step.reasons = {"MODERATE"};
    step.applied = true;
    step.changedKeys = {"min_interval_ms"};
    step.stateHash = sha256Hex("a");
    step.oldHash = sha256Hex("b");
    step.signature = step.stateHash;
    step.velocityViolation = true;
    step.appliedDeltas = Deltas{{"min_interval_ms", {5}}};
    step.bounded["min_interval_ms"] = {60, 5, 65, 65, Bound::None};
    step.dropped.emplace();
    (*step.dropped)["impact_cap_ratio"] = DropReason::Velocity;
    step.guards.emplace();
    step.guards->action = "none";
    step.guards->clock = Millis(5000.0 * iteration);
    step.guards->frozenUntilIter = iteration + 4;
    return step;
}

// An iteration of ours with everything in it.
inline IterationRecord sampleRecord(int iteration)
{
    IterationRecord record;
    record.iteration = iteration;
    record.schemaVersion = kSummarySchemaVersion;
    record.runId = "RUN_1760000000000";
    record.summary = sampleSummary(iteration);
    record.tuning = sampleTuning(iteration);
    record.during = sampleOverrides();
    record.next = sampleOverrides();
    record.next->values["min_interval_ms"] = {65};
    return record;
}

inline Result<IterationRecord> parseText(std::string_view text, Findings& findings,
                                         int iteration = 1)
{
    return parseIteration(text, summaryFileName(iteration), iteration, builtin(), findings);
}

// The record of a text that must be readable.
inline IterationRecord recordOf(std::string_view text, Findings& findings, int iteration = 1)
{
    Result<IterationRecord> record = parseText(text, findings, iteration);
    EXPECT_TRUE(record) << (record ? "" : describe(record.error()));
    return record ? std::move(*record) : IterationRecord{};
}

inline RunInfo sampleInfo()
{
    RunInfo info;
    info.toolVersion = "1.0";
    info.runId = "RUN_1760000000000";
    info.startedMs = 1760000000000;
    info.engine = "mock";
    info.seed = 18446744073709551615ULL;
    info.iterations = 8;
    info.autoTune = true;
    info.initialOverrides = sampleOverrides();
    return info;
}

// Writes iterations 1..count of a run of ours into the folder "run", with RUN.json, RUN_END.json,
// the tuning report and an unbroken chain. Returns the folder.
inline fs::path writeRun(const TempDir& dir, int count)
{
    const std::string runText = runInfoText(sampleInfo(), builtin());
    dir.write(fs::path("run") / kRunFile, runText);
    Sha256 previous = sha256(runText);
    std::vector<IterationRecord> records;
    for (int k = 1; k <= count; ++k) {
        IterationRecord record = sampleRecord(k);
        record.chainPrevious = previous;
        const std::string text = iterationText(record, builtin());
        previous = sha256(text);
        dir.write(fs::path("run") / summaryFileName(k), text);
        records.push_back(std::move(record));
    }
    dir.write(fs::path("run") / kTuningReportFile, tuningReportText(records));
    RunEnd end;
    end.runId = sampleInfo().runId;
    end.iterationsCompleted = count;
    end.lastSummarySha256 = hexText(previous);
    dir.write(fs::path("run") / kRunEndFile, runEndText(end));
    return dir / "run";
}

inline std::shared_ptr<const SoakRun> loaded(const fs::path& folder,
                                             const LoadOptions& options = {})
{
    auto run = loadRun(folder, options);
    EXPECT_TRUE(run) << (run ? "" : describe(run.error()));
    return run ? *run : nullptr;
}

inline fs::path fixturePath(std::string_view relative)
{
    return testDataPath("fixtures/" + std::string(relative));
}

} // namespace soak
