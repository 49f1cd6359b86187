// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/seeded_intervals.h"

#include "core/base/result.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

// What rounding makes of whole numbers must not move an interval by one.
constexpr double kRounding = 1e-9;

std::vector<SeededInterval> layerOf(std::size_t n, double length, double factor)
{
    const auto count = 2 * static_cast<std::size_t>(std::ceil(factor - kRounding)) - 1;
    const double total = static_cast<double>(n);
    const double shift = count > 1 ? (total - length) / static_cast<double>(count - 1) : 0;
    std::vector<SeededInterval> layer;
    for (std::size_t i = 0; i < count; ++i) {
        const double from = static_cast<double>(i) * shift;
        const SeededInterval interval{
            static_cast<std::size_t>(std::floor(from + kRounding)),
            std::min(n, static_cast<std::size_t>(std::ceil(from + length - kRounding)))};
        if (layer.empty() || layer.back() != interval) {
            layer.push_back(interval);
        }
    }
    return layer;
}

} // namespace

std::vector<std::vector<SeededInterval>> seededIntervals(std::size_t n, std::size_t shortest)
{
    SOAK_ASSERT(shortest > 0);
    std::vector<std::vector<SeededInterval>> layers;
    for (int k = 0;; ++k) {
        const double factor = std::pow(2.0, k / 2.0);
        const double length = static_cast<double>(n) / factor;
        if (length < static_cast<double>(shortest) - kRounding) {
            return layers;
        }
        layers.push_back(layerOf(n, length, factor));
    }
}

} // namespace soak
