// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers with a known truth, the same on every run.
#pragma once

#include "core/base/split_mix.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <vector>

namespace soak
{

class Noise final
{
public:
    explicit Noise(std::uint64_t seed) : m_state(seed) {}

    // Mean 0, variance 1, by Box and Muller.
    double normal()
    {
        const double radius = std::sqrt(-2 * std::log(1 - uniform53(m_state)));
        return radius * std::cos(2 * std::numbers::pi * uniform53(m_state));
    }

    // Of variance 1 about `mean`, each value remembering `phi` of the one before it; from the start
    // in its steady state.
    std::vector<double> ar1Values(std::size_t n, double phi, double mean = 0)
    {
        std::vector<double> values;
        double value = normal();
        for (std::size_t at = 0; at < n; ++at) {
            values.push_back(mean + value);
            value = phi * value + std::sqrt(1 - phi * phi) * normal();
        }
        return values;
    }

private:
    std::uint64_t m_state;
};

} // namespace soak
