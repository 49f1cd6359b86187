// SPDX-License-Identifier: GPL-3.0-or-later
// One iteration as a row: what was measured, what the tuner did, which overrides were in force
// (DOMAIN 1.2).
#pragma once

#include "core/base/clock.h"
#include "core/base/hash.h"
#include "core/model/kpi.h"
#include "core/model/overrides.h"
#include "core/model/phase.h"
#include "core/model/tuning_step.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace soak
{

using MetricValues = std::array<std::optional<double>, kMetricCount>;

// Counts of audit.jsonl or block_reasons; absent when not recorded.
struct BlockCounts {
    std::int64_t minInterval = 0;
    std::int64_t concurrency = 0;
    std::int64_t risk = 0;
    std::int64_t throttle = 0;
    std::int64_t allowed = 0;
    std::int64_t other = 0;
    bool operator==(const BlockCounts&) const = default;
};

// What an iteration says besides numbers. Repeats a lot, so a table stores each distinct one once.
struct IterationNotes {
    std::optional<std::string> version;
    std::optional<std::string> symbol;
    std::optional<std::string> kpiVerdict; // PASS, FAIL, WARN
    std::vector<std::string> kpiReasons;
    std::vector<std::string> negEdgeDrivers;
    std::vector<std::string> sentinelAdvice;
    std::string makerTakerSource; // DOMAIN 2.1; "" = not recorded
    std::string riskSource;       // "" = blocked actions
    bool adverseP95FromMean = false;
    bool slippageP95FromMean = false;
    bool grossImputed = false;
    std::optional<Phase> phase;         // absent in foreign runs
    std::optional<std::string> failure; // why the engine failed in this iteration
    bool operator==(const IterationNotes&) const = default;
};

std::size_t hashOf(const IterationNotes& notes);

struct IterationSummary {
    MetricValues metrics{};
    std::optional<EpochMs> runtimeUtc;
    std::optional<BlockCounts> blocks;
    IterationNotes notes;

    [[nodiscard]] std::optional<double> at(Metric metric) const { return metrics[indexOf(metric)]; }

    bool operator==(const IterationSummary&) const = default;
};

// A whole ITER_SUMMARY file. `extras`: unknown members, path -> compact JSON text, written back as
// they were.
struct IterationRecord {
    int iteration = 0;
    std::string schemaVersion; // "" = foreign
    std::string runId;
    IterationSummary summary;
    std::optional<TuningStep> tuning;
    std::optional<Overrides> during;   // runtime_overrides
    std::optional<Overrides> next;     // runtime_overrides_next
    std::optional<Overrides> baseline; // baseline_overrides (while not STEADY)
    std::optional<Overrides> baselineNext;
    std::optional<Sha256> chainPrevious;
    std::map<JsonPath, std::string> extras;

    bool operator==(const IterationRecord&) const = default;
};

} // namespace soak
