// SPDX-License-Identifier: GPL-3.0-or-later
// Runs held against a baseline (STATISTICS 2d): what differs, by how much, and whether that can be
// known. There is no overall "better": each KPI has its own verdict.
#pragma once

#include "core/analysis/compared_overrides.h"
#include "core/analysis/compared_rows.h"
#include "core/analysis/judgement.h"
#include "core/analysis/run_changes.h"
#include "core/analysis/steady_state.h"
#include "core/statistics/two_series.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// One run's part of a row. Absent: not computable from so few values.
struct EffectSide {
    std::size_t n = 0;       // values used
    std::size_t missing = 0; // iterations in the compared range without a value
    std::optional<double> mean;
    std::optional<double> sd; // of one iteration
    std::optional<double> ess;
    std::optional<double> phi;
    bool operator==(const EffectSide&) const = default;
};

// One KPI of one run against the baseline. All in the KPI's unit unless said otherwise.
struct KpiEffect {
    Metric metric = Metric::NetBps;
    double margin = 0; // D: a difference within it does not matter
    EffectSide baseline;
    EffectSide other;
    std::optional<double> difference;   // mean of the other - mean of the baseline
    std::optional<double> relative;     // difference / |mean of the baseline|
    std::optional<double> standardized; // difference in standard deviations of one iteration
    std::optional<double> a12; // chance that a value of the baseline is the larger; ties half
    std::optional<Interval> ci95;
    std::optional<Interval> ci90;
    std::optional<double> p;
    std::optional<double> holmP;        // over the KPIs of this pair of runs
    std::optional<double> mannWhitneyP; // assumes independence: for the details only
    bool isDeterministic = false;       // both are constant
    EffectVerdict verdict = EffectVerdict::Inconclusive;
    InconclusiveReason reason = InconclusiveReason::None; // of Inconclusive
    std::optional<std::size_t> iterationsNeeded;          // about so many a run; of Inconclusive
    std::string why;                                      // rule and values, one sentence
    bool operator==(const KpiEffect&) const = default;
};

struct VerdictCounts {
    std::size_t better = 0;
    std::size_t same = 0;
    std::size_t worse = 0;
    std::size_t inconclusive = 0;
    std::optional<std::size_t> needed; // the most iterations that an inconclusive KPI needs
    bool operator==(const VerdictCounts&) const = default;
};

// "1 better, 1 same, 1 worse, 2 not known (about 220 iterations needed)".
std::string countsText(const VerdictCounts& counts, std::string_view needed = "iterations needed");

struct ComparedSide {
    std::string name; // as people call it
    std::shared_ptr<const SoakRun> run;
    RunVerdict verdict = RunVerdict::Fail;
    GateResultVerdict gateVerdict = GateResultVerdict::NoData;
    RowSpan rows; // of the table, compared
    SteadyState steady;
    // Of the overrides that were in force throughout the compared iterations; absent: they changed,
    // or are not recorded.
    std::optional<std::string> stateHash;
    bool hasOverrides = false;          // they are recorded in the compared iterations
    std::vector<KpiChanges> changes;    // of the whole run, one for each KPI
    std::vector<EffectiveDelta> deltas; // verified changes of the overrides
    GuardActivations guards;            // of the compared iterations
    std::size_t iterationsMissing = 0;  // gaps and unreadable files of the compared range
    std::size_t problems = 0;           // findings that are errors or warnings
    std::vector<std::string> notes;     // what to keep in mind about this run
};

struct ComparedPair {
    std::vector<KpiEffect> effects; // in the order of CompareOptions::metrics
    VerdictCounts counts;
    // Both had one and the same set of overrides in force: a difference is not the overrides.
    bool isSameConfiguration = false;
    std::vector<std::string> notes; // assumptions and warnings, one sentence each
};

struct CompareOptions {
    std::vector<Metric> metrics;      // empty: the four goals
    std::map<Metric, double> margins; // beside or instead of defaultMargin()
    double alpha = .05;
    ComparedWindow window = ComparedWindow::Steady;
    std::optional<int> from;               // a cut chosen by hand: marks the result exploratory
    std::map<Metric, BetweenRuns> between; // by `--calibrate`
    std::function<bool()> isTimeUp;        // ends the search for change points; called by threads
    std::stop_token stop;
};

struct RunComparison {
    CompareOptions options; // as used: metrics and margins filled in
    int from = 1;           // first iteration compared, of Steady
    bool isExploratory = false;
    std::vector<ComparedSide> runs;  // the baseline first
    std::vector<ComparedPair> pairs; // one for each run after it
    RunsOverrides overrides;         // of all runs
};

// Maker share .01, p95 latency 5 ms, risk .01, net edge .1 bps; nullopt of any other metric.
std::optional<double> defaultMargin(Metric metric);

// With the goals where no metric is named, and the usual margins. Errors: as compareRuns().
Result<CompareOptions> filledIn(CompareOptions options);

struct CompareInput {
    std::string name;
    const Judgement* judgement = nullptr; // of the whole run
};

// The first input is the baseline. Takes the change points out of all runs in parallel. Errors:
// Usage (fewer than two runs; a metric without a margin; a margin that is not above 0), Cancelled.
Result<RunComparison> compareRuns(std::span<const CompareInput> inputs,
                                  CompareOptions options = {});

// 1 when a KPI of a run is better or worse, 3 when nothing is known of any, else 0 (DESIGN 6).
ExitCode compareExitCode(const RunComparison& comparison);
ExitCode exitCodeOf(const VerdictCounts& counts); // the same of one pair

// How it was computed, in one line: "AR(1) t with batch-means guard, Holm over 4 KPIs, alpha 0.05".
std::string methodText(const RunComparison& comparison);
std::string methodText(std::string_view test, const CompareOptions& options);

} // namespace soak
