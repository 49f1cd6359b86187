// SPDX-License-Identifier: GPL-3.0-or-later
// How often the comparison calls runs different that have one configuration (STATISTICS 2d): its
// real error rate on these machines and nights, and the variance between runs that it lacks.
#pragma once

#include "core/analysis/run_comparison.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace soak
{

// What runs have in common whose differences are not the overrides: the state hash of the one set
// that was in force in all steady iterations, the engine and the scenario. nullopt: the overrides
// changed there, or are not recorded.
std::optional<std::string> configurationOf(const SoakRun& run);

// A run whose overrides did not change in its steady iterations.
struct CalibrationRun {
    std::string name;
    std::string configuration;                      // configurationOf()
    std::vector<std::optional<MeanVariance>> means; // by metric
};

// nullopt: its overrides changed, or are not recorded.
std::optional<CalibrationRun> calibrationRun(const std::string& name, const SoakRun& run,
                                             std::span<const Metric> metrics);

struct KpiCalibration {
    Metric metric = Metric::NetBps;
    std::size_t pairs = 0;  // of one configuration, that could be compared
    std::size_t alarms = 0; // of them called better or worse
    // 95 %, one-sided each, as if pairs were independent, which those of one run are not.
    std::optional<Interval> share;
    // Found missing: the lower bound of the share is above alpha.
    std::optional<BetweenRuns> between;
    bool operator==(const KpiCalibration&) const = default;
};

struct Calibration {
    std::size_t runs = 0;           // in groups of two or more
    std::size_t configurations = 0; // such groups
    std::vector<KpiCalibration> kpis;
};

// `options`: metrics, margins and alpha filled in, as of a RunComparison.
Calibration calibrate(std::span<const CalibrationRun> runs, const CompareOptions& options);

} // namespace soak
