// SPDX-License-Identifier: GPL-3.0-or-later
// Geometry of charts, without a canvas: ranges, ticks, thinning. Pictures of all faces go by it.
#pragma once

#include "core/model/iteration_table.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace soak
{

struct PlotRange {
    double low = 0;
    double high = 1;
    bool operator==(const PlotRange&) const = default;
};

// Everything in `values` plus a margin of 5 % on both sides; a range of no height gets one of its
// own. nullopt when there is no value.
std::optional<PlotRange> rangeOf(std::span<const double> values);

// Multiples of 1, 2 or 5 times a power of ten inside `range`, at most `most` (2 or more, asserted).
// `step` is never below `leastStep` (1 for iterations).
struct Ticks {
    std::vector<double> at;
    int decimals = 0; // that tell neighbours apart
    bool operator==(const Ticks&) const = default;
};

Ticks niceTicks(PlotRange range, int most, double leastStep = 0);

// From data to pixels, and nothing outside of them: results are within `from`..`to` of the canvas.
struct PlotScale {
    PlotRange data;
    double from = 0; // pixel of data.low
    double to = 0;   // pixel of data.high

    [[nodiscard]] double operator()(double value) const;
};

struct PlotPoint {
    double x = 0;
    double y = 0;
    std::optional<std::size_t> row; // absent when it stands for several rows
    bool operator==(const PlotPoint&) const = default;
};

// A line in pieces: it is broken where a value or an iteration is missing.
struct PlotLine {
    std::vector<std::vector<PlotPoint>> pieces;
    std::size_t shown = 0; // points drawn
    std::size_t total = 0; // values there are
    bool operator==(const PlotLine&) const = default;
};

// `values` over `iterations` (ascending, as many as rows). With more than two values per pixel the
// first, lowest, highest and last of every pixel column stay, so no extreme is lost; the line is
// then broken where a column has no value at all.
PlotLine plotLine(std::span<const int> iterations, const MetricColumn& values, const PlotScale& x,
                  const PlotScale& y);

// Pixel spans that marks at `iterations` take, those that touch merged; each at least `width` wide.
struct PlotSpan {
    double from = 0;
    double to = 0;
    int firstIteration = 0;
    int lastIteration = 0;
    std::size_t count = 0;
    bool operator==(const PlotSpan&) const = default;
};

std::vector<PlotSpan> markSpans(std::span<const int> iterations, const PlotScale& x, double width);

// "12.5": a pixel position with at most two decimals.
std::string pixelText(double pixel);

} // namespace soak
