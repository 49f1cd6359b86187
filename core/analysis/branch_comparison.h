// SPDX-License-Identifier: GPL-3.0-or-later
// A run beside the one that it was branched off.
#pragma once

#include "core/model/soak_run.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace soak
{

// Means over the iterations from the branch on in which both runs have a value; in the unit of the
// metric.
struct BranchKpi {
    Metric metric;
    std::optional<double> source; // absent: no iteration has both
    std::optional<double> branch;
    std::size_t count = 0; // iterations in the means

    [[nodiscard]] std::optional<double> change() const;
    bool operator==(const BranchKpi&) const = default;
};

struct BranchComparison {
    int from = 0; // the iterations that are compared; none when `to` is less
    int to = 0;
    // The first iteration, of all that both have, whose file is not the same to the byte, and the
    // first of which a metric is not the same.
    std::optional<int> firstOtherFile;
    std::optional<int> firstOtherMetric;
    std::vector<BranchKpi> kpis; // metrics that either run has there, by Metric
    bool operator==(const BranchComparison&) const = default;
};

// `at`: the first iteration that may differ. Files of runs that were loaded without their hashes
// are all alike.
BranchComparison compareBranch(const SoakRun& source, const SoakRun& branch, int at);

} // namespace soak
