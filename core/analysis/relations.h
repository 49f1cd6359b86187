// SPDX-License-Identifier: GPL-3.0-or-later
// Overrides against KPIs, over the iterations of several runs. A relation is not a cause, and
// iterations that follow each other are alike: the warnings say so.
#pragma once

#include "core/analysis/compared_rows.h"
#include "core/model/kpi.h"
#include "core/model/soak_run.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace soak
{

// A run and which of its iterations are looked at.
struct ComparedRun {
    const SoakRun* run = nullptr;
    RowSpan rows;
};

struct RelationPoint {
    std::size_t run = 0; // of those given
    int iteration = 0;
    double x = 0; // the parameter in force during the iteration
    double y = 0; // the metric of the iteration
    bool operator==(const RelationPoint&) const = default;
};

inline constexpr std::size_t kFewPoints = 8;

struct Relation {
    std::vector<RelationPoint> points; // by run, then by iteration
    std::size_t missing = 0;           // iterations without the parameter or the metric
    std::optional<double> rho;         // Spearman's, ties by their mid-rank
    std::string why;                   // why there is no rho
    std::vector<std::string> warnings; // what to keep in mind about it
    bool operator==(const Relation&) const = default;
};

Relation relate(std::span<const ComparedRun> runs, const std::string& parameter, Metric metric);

// Spearman's rank correlation; nullopt with fewer than three pairs or when one side is constant.
std::optional<double> spearman(std::span<const double> x, std::span<const double> y);

// The parameters that relate() finds values of in the iterations, sorted; `varying`: those with
// more than one value there.
struct RelatedParameters {
    std::vector<std::string> all;
    std::vector<std::string> varying;
    bool operator==(const RelatedParameters&) const = default;
};

RelatedParameters relatedParameters(std::span<const ComparedRun> runs);

struct ParallelAxis {
    std::string parameter; // "" = it is a metric's
    Metric metric = Metric::NetBps;
    double low = 0; // of all runs; equal to high where they agree
    double high = 0;
    bool operator==(const ParallelAxis&) const = default;
};

struct ParallelCoordinates {
    std::vector<ParallelAxis> axes;                         // parameters first, then the goals
    std::vector<std::vector<std::optional<double>>> values; // by run, then by axis
    bool operator==(const ParallelCoordinates&) const = default;
};

// One line for each run: the overrides that differ between the runs, as each ended with them
// (numbers alone), and the means of the four goals over its iterations. An axis that no run has a
// value on is left out.
ParallelCoordinates parallelCoordinates(std::span<const ComparedRun> runs);

} // namespace soak
