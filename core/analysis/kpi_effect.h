// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a comparison: a KPI of a run against the baseline.
#pragma once

#include "core/analysis/run_comparison.h"

#include <span>
#include <vector>

namespace soak
{

// What is needed of a series however many others it is held against.
struct PreparedSeries {
    Series series;
    std::optional<MeanVariance> mean; // absent: fewer than 8 values
    std::vector<double> sorted;
};

PreparedSeries prepareSeries(Series series);

// Undecided: verdict, Holm's p and the reason come with the other KPIs of the pair.
KpiEffect kpiEffect(Metric metric, const PreparedSeries& baseline, const PreparedSeries& other,
                    const CompareOptions& options);

// All KPIs of one pair of runs, which Holm's correction takes together.
void decideEffects(std::span<KpiEffect> effects, double alpha);

// Of effects that are decided.
VerdictCounts countVerdicts(std::span<const KpiEffect> effects);

} // namespace soak
