// SPDX-License-Identifier: GPL-3.0-or-later
// Runs whose goals are noise with a known truth.
#pragma once

#include "tests/support/builders.h"
#include "tests/support/noise.h"

#include <cstddef>
#include <cstdint>

namespace soak
{

// All four goals are noise about good values; net edge is moved by `shift` standard deviations.
inline RunBuilder noisyGoals(int iterations, std::uint64_t seed, double phi = 0, double shift = 0)
{
    const auto size = static_cast<std::size_t>(iterations);
    Noise noise(seed);
    const auto net = noise.ar1Values(size, phi, shift);
    const auto risk = noise.ar1Values(size, phi);
    const auto maker = noise.ar1Values(size, phi);
    const auto p95 = noise.ar1Values(size, phi);
    return aRun().withIterations(iterations).editKpis([=](int k, MetricValues& kpis) {
        const auto at = static_cast<std::size_t>(k - 1);
        kpis[indexOf(Metric::NetBps)] = 3 + .3 * net[at];
        kpis[indexOf(Metric::RiskRatio)] = .3 + .02 * risk[at];
        kpis[indexOf(Metric::MakerTakerRatio)] = .9 + .01 * maker[at];
        kpis[indexOf(Metric::P95LatencyMs)] = 250 + 10 * p95[at];
    });
}

} // namespace soak
