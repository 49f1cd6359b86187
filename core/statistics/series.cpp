// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/series.h"

#include <cmath>

namespace soak
{

Series seriesOf(std::span<const std::optional<double>> entries)
{
    Series series;
    series.length = entries.size();
    for (std::size_t place = 0; place < entries.size(); ++place) {
        if (entries[place] && std::isfinite(*entries[place])) {
            series.values.push_back(*entries[place]);
            series.at.push_back(static_cast<std::int64_t>(place));
        }
    }
    return series;
}

Series seriesOf(std::span<const double> entries)
{
    Series series;
    series.length = entries.size();
    for (std::size_t place = 0; place < entries.size(); ++place) {
        if (std::isfinite(entries[place])) {
            series.values.push_back(entries[place]);
            series.at.push_back(static_cast<std::int64_t>(place));
        }
    }
    return series;
}

} // namespace soak
