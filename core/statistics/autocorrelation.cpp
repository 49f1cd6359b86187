// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/autocorrelation.h"

#include "core/model/compensated_sum.h"
#include "core/model/statistics.h"
#include "core/statistics/descriptive.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr double kSokalFactor = 5;

struct Deviations {
    std::vector<double> values;
    double squares = 0;
};

std::optional<Deviations> deviationsOf(const Series& series)
{
    const auto& values = series.values;
    if (values.size() < 2 ||
        *std::ranges::max_element(values) == *std::ranges::min_element(values)) {
        return std::nullopt;
    }
    const double centre = *mean(values);
    Deviations deviations;
    deviations.values.reserve(values.size());
    for (const double value : values) {
        deviations.values.push_back(value - centre);
    }
    deviations.squares = squaresAbout(values, centre);
    return deviations;
}

double correlationAt(const Deviations& deviations, std::size_t lag)
{
    CompensatedSum sum;
    for (std::size_t t = 0; t + lag < deviations.values.size(); ++t) {
        sum.add(deviations.values[t] * deviations.values[t + lag]);
    }
    return sum.total() / deviations.squares;
}

} // namespace

std::vector<double> autocorrelations(const Series& series, std::size_t lags)
{
    std::vector<double> found;
    if (const auto deviations = deviationsOf(series)) {
        for (std::size_t lag = 1; lag <= lags && lag < deviations->values.size(); ++lag) {
            found.push_back(correlationAt(*deviations, lag));
        }
    }
    return found;
}

std::optional<SokalTime> sokalTime(const Series& series)
{
    if (series.values.empty()) {
        return std::nullopt;
    }
    SokalTime time;
    const auto deviations = deviationsOf(series);
    if (!deviations) {
        return time;
    }
    for (std::size_t lag = 1; lag < deviations->values.size(); ++lag) {
        time.tau += 2 * correlationAt(*deviations, lag);
        time.window = lag;
        if (static_cast<double>(lag) >= kSokalFactor * time.tau) {
            break;
        }
    }
    return time;
}

} // namespace soak
