// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/stylised_facts.h"

#include <cmath>

namespace soak
{

namespace
{

double momentOf(const ReturnSeries& series, int power)
{
    double sum = 0;
    double count = 0;
    for (const std::vector<double>& one : series) {
        for (const double value : one) {
            sum += std::pow(value, power);
            ++count;
        }
    }
    return sum / count;
}

} // namespace

ReturnSeries returnsOver(const std::vector<MidPath>& paths, std::size_t ticks)
{
    ReturnSeries series;
    for (const MidPath& path : paths) {
        std::vector<double> returns;
        for (std::size_t i = 0; i + ticks < path.size(); i += ticks) {
            returns.push_back(static_cast<double>(path[i + ticks] - path[i]) /
                              static_cast<double>(kUnitsPerBps));
        }
        series.push_back(std::move(returns));
    }
    return series;
}

double deviationOfReturns(const ReturnSeries& series)
{
    return std::sqrt(momentOf(series, 2));
}

double kurtosisOfReturns(const ReturnSeries& series)
{
    const double variance = momentOf(series, 2);
    return momentOf(series, 4) / (variance * variance);
}

double autocorrelation(const ReturnSeries& series, std::size_t lag, ReturnForm form)
{
    ReturnSeries values = series;
    if (form == ReturnForm::Absolute) {
        for (std::vector<double>& one : values) {
            for (double& value : one) {
                value = std::fabs(value);
            }
        }
    }
    const double mean = momentOf(values, 1);
    double products = 0;
    double pairs = 0;
    for (const std::vector<double>& one : values) {
        for (std::size_t i = 0; i + lag < one.size(); ++i) {
            products += (one[i] - mean) * (one[i + lag] - mean);
            ++pairs;
        }
    }
    return products / pairs / (momentOf(values, 2) - mean * mean);
}

double varianceRatio(const ReturnSeries& longReturns, const ReturnSeries& shortReturns,
                     std::size_t many)
{
    return momentOf(longReturns, 2) / (static_cast<double>(many) * momentOf(shortReturns, 2));
}

} // namespace soak
