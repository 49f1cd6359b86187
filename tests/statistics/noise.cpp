// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/statistics/noise.h"

#include "core/base/split_mix.h"

#include <cmath>
#include <numbers>

namespace soak
{

double Noise::normal()
{
    const double radius = std::sqrt(-2 * std::log(1 - uniform53(m_state)));
    return radius * std::cos(2 * std::numbers::pi * uniform53(m_state));
}

Series Noise::ar1(std::size_t n, double phi, double mean)
{
    std::vector<double> values;
    double value = normal();
    for (std::size_t at = 0; at < n; ++at) {
        values.push_back(mean + value);
        value = phi * value + std::sqrt(1 - phi * phi) * normal();
    }
    return seriesOf(values);
}

Series stepped(Series series, std::size_t from, double step)
{
    for (std::size_t at = from; at < series.values.size(); ++at) {
        series.values[at] += step;
    }
    return series;
}

Series scaled(Series series, double scale, double offset)
{
    for (double& value : series.values) {
        value = scale * value + offset;
    }
    return series;
}

Series withGaps(const Series& series, std::size_t every)
{
    Series result;
    result.length = series.length;
    for (std::size_t at = 0; at < series.values.size(); ++at) {
        if (at % every != every - 1) {
            result.values.push_back(series.values[at]);
            result.at.push_back(series.at[at]);
        }
    }
    return result;
}

} // namespace soak
