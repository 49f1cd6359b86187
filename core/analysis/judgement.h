// SPDX-License-Identifier: GPL-3.0-or-later
// Everything concluded from a run, in one immutable value (DESIGN 3). Reports, metrics, exit codes
// and windows read it and conclude nothing themselves.
#pragma once

#include "core/analysis/verify_deltas.h"
#include "core/base/exit_code.h"
#include "core/model/gate_profile.h"
#include "core/model/soak_run.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

enum class Trend : std::uint8_t { Flat, Up, Down };
enum class RunVerdict : std::uint8_t { Pass, Warn, Fail };
enum class GateOutcome : std::uint8_t { Pass, Fail, NoData };
enum class IterationStatus : std::uint8_t { Ok, Warn, Fail };

std::string_view keyOf(Trend trend);            // flat, up, down
std::string_view keyOf(RunVerdict verdict);     // PASS, WARN, FAIL
std::string_view keyOf(GateOutcome outcome);    // PASS, FAIL, NO DATA
std::string_view keyOf(IterationStatus status); // OK, WARN, FAIL

// Of one metric over some rows; unrounded. All optional values absent when count is 0.
struct MetricStatistics {
    std::optional<double> mean;
    std::optional<double> median;
    std::optional<double> min;
    std::optional<double> max;
    std::optional<double> last;
    std::optional<double> harmonicMean;
    Trend trend = Trend::Flat;
    std::size_t count = 0;
    std::size_t missing = 0;
    std::optional<int> iterationOfMin;
    std::optional<int> iterationOfMax;
    bool operator==(const MetricStatistics&) const = default;
};

std::optional<double> aggregateOf(const MetricStatistics& statistics, Aggregate aggregate);

struct GateResult {
    GateSpec gate;
    std::optional<double> observed;
    GateOutcome outcome = GateOutcome::NoData;
    std::optional<double> margin; // positive = met by so much, negative = missed
    std::vector<int> brokenBy;    // iterations of the window whose own value misses the threshold
    std::vector<int> missingIn;   // iterations of the window without a value
    std::size_t count = 0;        // values used
    std::string why;              // rule and values, one sentence
    bool operator==(const GateResult&) const = default;
};

// The four goals, nullopt = unknown (DOMAIN 1.7).
struct Goals {
    std::optional<bool> makerTaker;
    std::optional<bool> p95Latency;
    std::optional<bool> risk;
    std::optional<bool> netBps;
    bool operator==(const Goals&) const = default;
};

// Warn: every hard row passed, a soft one did not.
enum class GateResultVerdict : std::uint8_t { Pass, Warn, Fail, NoData };

// Guard activations: iterations by type, in order.
using GuardActivations = std::array<std::vector<int>, kGuardTypeCount>;

struct Anomaly {
    int iteration = 0;
    std::string kind; // latency_spike, risk_jump, maker_drop, signature_loop, guard_storm
    std::optional<double> value;
    std::optional<double> limit;
    std::string text;
    bool operator==(const Anomaly&) const = default;
};

// The per-iteration soft gate (DOMAIN 2.8).
struct IterationGate {
    int iteration = 0;
    IterationStatus status = IterationStatus::Ok;
    bool warnMode = false; // warm-up
    std::vector<std::string> failReasons;
    std::vector<std::string> warnReasons;
    bool operator==(const IterationGate&) const = default;
};

struct TuningSummary {
    std::vector<int> appliedIterations;
    std::vector<std::string> changedKeys;   // sorted
    std::map<std::string, int> skipReasons; // note -> count
    bool operator==(const TuningSummary&) const = default;
};

// One suggested change for an unmet goal (DOMAIN 4.11), bounded by 4.5 from the run's final
// overrides.
struct Recommendation {
    std::string goal; // maker_taker, p95_latency, risk, net_bps
    std::string parameter;
    std::optional<double> current;
    double delta = 0;
    std::optional<double> suggested; // current + delta, bounded
    Bound bound = Bound::None;
    std::string reason;
    bool operator==(const Recommendation&) const = default;
};

struct RecommendationPlan {
    bool allGoalsMet = false;
    std::vector<Recommendation> required; // per failed goal
    std::vector<Recommendation> optional; // optimisations when all goals are met (DOMAIN 1.8)
    std::vector<std::string> notes;       // why a goal has no suggestion
    bool operator==(const RecommendationPlan&) const = default;
};

struct Judgement {
    std::shared_ptr<const SoakRun> run;
    GateProfile profile;

    // The window: the last N readable iterations (DOMAIN 0 P8). Rows of run->table.
    int windowSize = kDefaultWindow;
    std::size_t firstWindowRow = 0;
    std::vector<int> windowIterations;
    bool windowShort = false;

    std::array<MetricStatistics, kMetricCount> windowStatistics;
    std::array<MetricStatistics, kMetricCount> allStatistics;

    Goals goals; // by the mission profile's four KPI rows of `profile`'s window
    // The same four goals as rows, in the order of goalMetrics(): value, target, margin, iterations
    // that broke them. Always four, whatever `profile` is; `goals` says the same (Pass true, Fail
    // false, NoData unknown).
    std::vector<GateResult> goalGates;
    int goalsMet = 0;
    RunVerdict verdict = RunVerdict::Fail;
    std::string verdictWhy;
    std::vector<GateResult> gates; // every row of `profile`, in its order
    GateResultVerdict gateVerdict = GateResultVerdict::NoData;
    int iterationsPassing =
        0; // of the window: all goal thresholds met by the iteration's own values

    GuardActivations guardsWindow;
    GuardActivations guardsAll;
    TuningSummary tuning;
    std::vector<Anomaly> anomalies;
    std::vector<IterationGate> iterationGates; // every row
    Verification verification;
    RecommendationPlan recommendations;

    std::vector<int> failedIterations; // the engine failed in them
    // "the run has not ended", "the run ended as interrupted"; empty when it was completed, and of
    // a run of another tool, which says nothing of its end.
    std::string endedHow;

    bool loadErrorInWindow = false;
    bool freezeReady = false;
    bool releaseReady = false;
    std::vector<std::string> releaseBlockers; // why not, each one sentence
    std::optional<bool> partialFreezeActive;  // DOMAIN 7.4
    std::optional<double> makerSharePct;      // of the last iteration's fills
};

struct JudgeOptions {
    std::optional<int> window = std::nullopt; // overrides the profile's
    VerifyOptions verify = {};
    const ParameterRegistry* registry = nullptr; // nullptr = builtin
};

Judgement judge(std::shared_ptr<const SoakRun> run, const GateProfile& profile,
                const JudgeOptions& options = {});

// Exit codes of DESIGN 6: one place that every face uses.
ExitCode reportExitCode(const Judgement& judgement); // 0 PASS and WARN, 1 FAIL of the four goals
ExitCode gateExitCode(
    const Judgement& judgement); // any hard row failed 1, else any hard row without data 3, else 0
ExitCode verifyExitCode(const Verification& verification); // DOMAIN 6.4
// `code`, or Integrity when the hash chain of the run is broken: what is judged is then not what
// was written. The three above but verifyExitCode do so themselves.
ExitCode withIntegrity(ExitCode code, const SoakRun& run);

} // namespace soak
