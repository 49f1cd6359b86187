// SPDX-License-Identifier: GPL-3.0-or-later
// Series with a known truth, the same on every run.
#pragma once

#include "core/statistics/series.h"
#include "tests/support/noise.h"

namespace soak
{

class NoiseSeries final
{
public:
    explicit NoiseSeries(std::uint64_t seed) : m_noise(seed) {}

    double normal() { return m_noise.normal(); }

    Series ar1(std::size_t n, double phi, double mean = 0)
    {
        return seriesOf(m_noise.ar1Values(n, phi, mean));
    }

private:
    Noise m_noise;
};

// `series` with every value from `from` on moved by `step`.
Series stepped(Series series, std::size_t from, double step);
// `series` times `scale` plus `offset`.
Series scaled(Series series, double scale, double offset);
// `series` without the values at every `every`th place.
Series withGaps(const Series& series, std::size_t every);

} // namespace soak
