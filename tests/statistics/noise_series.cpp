// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/statistics/noise_series.h"

namespace soak
{

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
