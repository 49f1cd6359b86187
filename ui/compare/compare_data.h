// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that the compare view shows of its runs: asked of the core in a job, immutable then.
#pragma once

#include "core/analysis/compared_means.h"
#include "core/analysis/compared_overrides.h"
#include "core/analysis/distribution.h"
#include "core/analysis/envelope.h"
#include "core/analysis/normalised_series.h"
#include "core/analysis/place_arms.h"
#include "core/analysis/relations.h"
#include "core/analysis/run_alignment.h"
#include "core/analysis/run_comparison.h"
#include "ui/charts/chart_marks.h"
#include "ui/charts/series_cache.h"

#include <QString>

#include <array>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace soak::ui
{

// In the order of the charts.
inline constexpr std::array kComparedKpis{Metric::P95LatencyMs, Metric::RiskRatio, Metric::NetBps,
                                          Metric::MakerTakerRatio};

// Over each other, the baseline and the candidate each in a column, or what each run has above the
// baseline.
enum class CompareForm { Overlaid, SideBySide, Difference };
enum class LineMode { Auto, Lines, Envelope }; // Auto: an envelope beyond kMostLines runs

struct CompareChoice {
    Alignment alignment = Alignment::Iteration;
    ComparedWindow window = ComparedWindow::Steady;
    Normalisation normalisation = Normalisation::Raw;
    CompareForm form = CompareForm::Overlaid;
    LineMode lines = LineMode::Auto;
    bool operator==(const CompareChoice&) const = default;
};

// A run that is compared. The first one is the baseline, the second the candidate.
struct ComparedInput {
    QString identity;
    std::string name; // as people call it
    std::shared_ptr<const SoakRun> run;
    std::shared_ptr<const Judgement> judgement;
    int offset = 0;      // by which it is moved along the axis, in its unit
    Arm arm = Arm::None; // that the person put it in
    bool operator==(const ComparedInput&) const = default;
};

// One metric of one run on the common axis: a value for each of its places.
struct ComparedLine {
    std::vector<double> values;
    std::vector<std::uint64_t> presence;
    SeriesCache::Entry shape; // extent, count, pyramid
    std::string why;          // why there is none
};

struct ComparedMetric {
    Metric metric = Metric::NetBps;
    std::vector<ComparedLine> lines;                            // by run
    std::shared_ptr<const std::vector<EnvelopePoint>> envelope; // nullptr: lines
    std::optional<double> factor; // thresholds are to be multiplied by; absent: they have no place
};

struct CompareCharts {
    CompareChoice choice;
    std::vector<ComparedInput> runs;
    AlignedRuns aligned;
    std::vector<std::vector<int>> numbers; // iterations, by run and place
    std::vector<ComparedMetric> metrics;   // kComparedKpis
    std::vector<QList<ChartFlag>> flags;   // on the axis, by run
    std::optional<int> steadyAt;           // where the compared part of the baseline begins
    int steadyFrom = 1;                    // its first iteration
    PlotRange domain;
};

// One metric's values in the compared iterations.
struct ComparedDistribution {
    Metric metric = Metric::NetBps;
    std::vector<std::vector<EcdfStep>> ecdf; // by run
    std::vector<std::optional<BoxStatistics>> boxes;
    Histogram histogram;
    std::vector<std::vector<DensityPoint>> densities;
    std::vector<Series> series;
};

struct CompareFacts {
    CompareChoice choice;
    std::vector<ComparedInput> runs;
    int steadyFrom = 1;
    std::vector<ComparedDistribution> distributions; // of kComparedKpis
    std::vector<std::vector<ComparedMean>> means;    // by run; of kComparedKpis
    // Of two or more runs: their effects by kComparedKpis, the overrides, the change points.
    std::optional<RunComparison> comparison;
    ComparedArms arms;
    ParallelCoordinates parallel;
    RelatedParameters parameters;
};

using ChartsRef = std::shared_ptr<const CompareCharts>;
using FactsRef = std::shared_ptr<const CompareFacts>;

// nullptr when it was stopped. Any thread.
ChartsRef chartsOf(std::vector<ComparedInput> runs, const CompareChoice& choice,
                   const std::stop_token& stop);
FactsRef factsOf(std::vector<ComparedInput> runs, const CompareChoice& choice,
                 const std::stop_token& stop);

// The compared rows of each run, for relate().
std::vector<ComparedRun> comparedRuns(const CompareFacts& facts);
// What can be known of the candidate against the baseline; nullptr: there is no pair.
const ComparedPair* pairOf(const CompareFacts* facts);

} // namespace soak::ui
