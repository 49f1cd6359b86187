// SPDX-License-Identifier: GPL-3.0-or-later
// Runs held against a baseline (STATISTICS 2d): what differs, by how much, and whether that can be
// known. There is no overall "better": each KPI has its own verdict.
#pragma once

#include "core/analysis/override_rows.h"
#include "core/statistics/two_series.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
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
    std::optional<double> a12;          // chance that the baseline's value is the larger; ties half
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

} // namespace soak
