// SPDX-License-Identifier: GPL-3.0-or-later
// Series with a known truth, the same on every run.
#pragma once

#include "core/statistics/series.h"

#include <cstddef>
#include <cstdint>

namespace soak
{

class Noise final
{
public:
    explicit Noise(std::uint64_t seed) : m_state(seed) {}

    double normal(); // mean 0, variance 1, by Box and Muller

    // Of variance 1 about `mean`, each value remembering `phi` of the one before it; from the start
    // in its steady state.
    Series ar1(std::size_t n, double phi, double mean = 0);

private:
    std::uint64_t m_state;
};

// `series` with every value from `from` on moved by `step`.
Series stepped(Series series, std::size_t from, double step);
// `series` times `scale` plus `offset`.
Series scaled(Series series, double scale, double offset);
// `series` without the values at every `every`th place.
Series withGaps(const Series& series, std::size_t every);

} // namespace soak
