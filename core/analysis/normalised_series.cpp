// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/normalised_series.h"

#include "core/model/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace soak
{

namespace
{

constexpr double kLeastMean = 1e-12; // as STATISTICS 2d: below it a percentage says nothing
constexpr double kPercent = 100;

struct NormalWords {
    Normalisation normalisation;
    std::string_view key;
    std::string_view unit;
};

constexpr std::array kNormalWords{
    NormalWords{Normalisation::Raw, "raw", ""},
    NormalWords{Normalisation::ZScore, "z_score", "sd of the run"},
    NormalWords{Normalisation::PercentOfBaseline, "percent", "% of the baseline's mean"},
    NormalWords{Normalisation::MinMax, "min_max", "0 to 1 of the run"},
};

NormalScale noScale(std::string_view why)
{
    NormalScale scale;
    scale.why = why;
    return scale;
}

std::optional<double> sampleDeviation(const std::vector<double>& values, double centre)
{
    if (values.size() < 2) {
        return std::nullopt;
    }
    std::vector<double> squares(values.size());
    std::ranges::transform(values, squares.begin(),
                           [&](double value) { return (value - centre) * (value - centre); });
    const auto n = static_cast<double>(values.size());
    return std::sqrt(*mean(squares) * n / (n - 1));
}

} // namespace

std::string_view keyOf(Normalisation normalisation)
{
    return kNormalWords.at(static_cast<std::size_t>(normalisation)).key;
}

std::optional<Normalisation> normalisationFromKey(std::string_view key)
{
    const auto found = std::ranges::find(kNormalWords, key, &NormalWords::key);
    return found == kNormalWords.end() ? std::nullopt : std::optional(found->normalisation);
}

std::string_view unitText(Normalisation normalisation)
{
    return kNormalWords.at(static_cast<std::size_t>(normalisation)).unit;
}

bool isCommonScale(Normalisation normalisation)
{
    return normalisation == Normalisation::Raw || normalisation == Normalisation::PercentOfBaseline;
}

NormalScale normalScale(Normalisation normalisation, const Series& own, const Series& baseline)
{
    if (normalisation == Normalisation::Raw) {
        return {};
    }
    if (normalisation == Normalisation::PercentOfBaseline) {
        const std::optional<double> level = mean(baseline.values);
        if (!level) {
            return noScale("the baseline has no value");
        }
        if (std::abs(*level) < kLeastMean) {
            return noScale("the mean of the baseline is 0");
        }
        return {0, kPercent / std::abs(*level), {}};
    }
    if (own.values.empty()) {
        return noScale("the run has no value");
    }
    const auto [low, high] = std::ranges::minmax_element(own.values);
    if (*low == *high) {
        return noScale("the values of the run are all the same");
    }
    if (normalisation == Normalisation::MinMax) {
        return {*low, 1 / (*high - *low), {}};
    }
    const double centre = *mean(own.values);
    return {centre, 1 / *sampleDeviation(own.values, centre), {}};
}

} // namespace soak
