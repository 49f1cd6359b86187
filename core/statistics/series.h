// SPDX-License-Identifier: GPL-3.0-or-later
// What the functions of this folder work on (STATISTICS.md 1): the values of one metric in order of
// iteration, and where they stood, as a missing one keeps its place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace soak
{

struct Interval {
    double low = 0; // -inf, inf: not bounded by the data
    double high = 0;
    bool operator==(const Interval&) const = default;
};

struct Series {
    std::vector<double> values;   // finite
    std::vector<std::int64_t> at; // ascending, one for each value: its place, 0 to length - 1
    std::size_t length = 0;       // places there are
    bool operator==(const Series&) const = default;

    [[nodiscard]] std::size_t missing() const { return length - values.size(); }
};

// One place an entry; absent and non-finite ones are missing.
Series seriesOf(std::span<const std::optional<double>> entries);
Series seriesOf(std::span<const double> entries);

} // namespace soak
