// SPDX-License-Identifier: GPL-3.0-or-later
// Iterations that stand out from those around them (STATISTICS 2f). They are marked, and never
// taken out of a mean or a gate.
#pragma once

#include "core/analysis/judgement.h"

#include <cstddef>
#include <vector>

namespace soak
{

struct UnusualIteration {
    int iteration = 0;
    double value = 0; // in the metric's unit
    double z = 0;     // robust; beyond 3.5 unusual, beyond 5 extreme
    bool operator==(const UnusualIteration&) const = default;
};

struct UnusualIterations {
    Metric metric = Metric::NetBps;
    std::vector<UnusualIteration> found; // ascending
    std::size_t looked = 0;              // values looked at: those of stretches of at least 12
    double expected = 0;                 // so many would stand out in clean normal noise
    bool operator==(const UnusualIterations&) const = default;
};

// Stretch by stretch between the change points, after the warm-up.
UnusualIterations unusualIterations(const SoakRun& run, Metric metric);

// Share of values of clean normal noise beyond 3.5 in a stretch of `n` >= 12, as measured.
double unusualRate(std::size_t n);

} // namespace soak
