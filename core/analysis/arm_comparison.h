// SPDX-License-Identifier: GPL-3.0-or-later
// Two arms of runs held against each other (STATISTICS 2d, preferred from 3 runs an arm): the mean
// of the compared iterations of each run is one value, so that what differs between nights is in
// the interval. No two iterations are taken as independent; the runs are.
#pragma once

#include "core/analysis/run_comparison.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace soak
{

// One run in one KPI.
struct ArmValue {
    std::optional<double> mean; // of the compared iterations; absent: none has a value
    std::size_t n = 0;          // values in it
    std::size_t missing = 0;    // compared iterations without one
    std::string whyLeftOut;     // it counts in no arm; empty: it counts
    bool operator==(const ArmValue&) const = default;
};

// One KPI of arm B against arm A.
struct ArmEffect {
    // Its two sides are the arms: n = runs that count, missing = runs that are left out, mean and
    // sd of the means of those that count; sd is that between runs. What is of one series alone
    // (ess, phi, a12, Mann and Whitney's p, iterationsNeeded) is absent.
    KpiEffect effect;
    std::optional<double> df;            // Welch and Satterthwaite's
    std::vector<ArmValue> values;        // in the order of ArmComparison::runs
    std::optional<std::size_t> moreRuns; // about so many more an arm; of Inconclusive
    bool operator==(const ArmEffect&) const = default;
};

struct ArmComparison {
    CompareOptions options; // as used: metrics and margins filled in
    int from = 1;           // first iteration compared, of Steady; the same of all runs
    // The runs of A, then those of B. Their change points are not looked for.
    std::vector<ComparedSide> runs;
    std::size_t runsOfA = 0;
    std::vector<ArmEffect> effects; // in the order of CompareOptions::metrics
    VerdictCounts counts;           // `needed`: the most runs that an arm lacks
    // All runs had one and the same set of overrides in force.
    bool isSameConfiguration = false;
    RunsOverrides overrides; // of all runs
    std::vector<std::string> notes;
};

// A run whose KPI has no value, or fewer than 8, is left out of that KPI, and so is one that stands
// in its arm twice. Fewer than 3 runs that count in an arm: Inconclusive. Errors: Usage (an empty
// arm, as filledIn(), variance between runs in the options, which is in the means already),
// Cancelled.
Result<ArmComparison> compareArms(std::span<const CompareInput> a, std::span<const CompareInput> b,
                                  CompareOptions options = {});

// "1 better, 3 not known (about 4 more runs an arm needed)".
std::string countsText(const ArmComparison& comparison);

// "Welch's t of the means of runs, Holm over 4 KPIs, alpha 0.05".
std::string methodText(const ArmComparison& comparison);

// A run of the comparison: "A1", "A2", ... "B1".
std::string armRunLabel(const ArmComparison& comparison, std::size_t at);

} // namespace soak
