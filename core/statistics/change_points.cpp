// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/change_points.h"

#include "core/model/compensated_sum.h"
#include "core/model/statistics.h"
#include "core/statistics/cusum_node.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace soak
{

namespace
{

// Half of the 95 % interval of the place of a change, in long-run variances over squared steps
// (Yao).
constexpr double kPlaceFactor = 11.03;

struct Stretch {
    std::size_t from = 0;
    std::size_t end = 0;
};

struct Found {
    std::size_t index = 0;
    double p = 1;
};

struct Search {
    std::vector<Found> confirmed;
    std::vector<Found> candidates;
    SearchEnd end = SearchEnd::Complete;
};

Search searchIn(std::span<const double> values, const ChangeOptions& options)
{
    Search search;
    std::vector<Stretch> open{{0, values.size()}};
    while (!open.empty()) {
        if (options.isTimeUp && options.isTimeUp()) {
            search.end = SearchEnd::OutOfTime;
            break;
        }
        const Stretch stretch = open.back();
        open.pop_back();
        const auto node = cusumNode(values.subspan(stretch.from, stretch.end - stretch.from));
        if (!node || !(node->p < options.alpha)) {
            continue;
        }
        const Found found{stretch.from + node->split, node->p};
        if (node->effective < options.leastEffective) {
            search.candidates.push_back(found);
            continue;
        }
        if (search.confirmed.size() == kMostChangePoints) {
            search.end = SearchEnd::TooMany;
            break;
        }
        search.confirmed.push_back(found);
        open.push_back({found.index, stretch.end});
        open.push_back({stretch.from, found.index});
    }
    std::ranges::sort(search.confirmed, {}, &Found::index);
    std::ranges::sort(search.candidates, {}, &Found::index);
    return search;
}

// Where between its neighbours the step fits best.
std::size_t refined(std::span<const double> values, std::size_t before, std::size_t index,
                    std::size_t after)
{
    const std::span<const double> inside = values.subspan(before, after - before);
    if (inside.size() < 2 * kKeptEachSide) {
        return index;
    }
    const double centre = *mean(inside);
    const auto length = static_cast<double>(inside.size());
    CompensatedSum sum;
    std::size_t best = index;
    double largest = -1;
    for (std::size_t t = 1; t + kKeptEachSide <= inside.size(); ++t) {
        sum.add(inside[t - 1] - centre);
        if (t < kKeptEachSide) {
            continue;
        }
        const auto left = static_cast<double>(t);
        const double fit = sum.total() * sum.total() * length / (left * (length - left));
        if (fit > largest) {
            largest = fit;
            best = before + t;
        }
    }
    return best;
}

std::vector<std::size_t> allRefined(std::span<const double> values,
                                    const std::vector<Found>& confirmed)
{
    std::vector<std::size_t> indices;
    for (std::size_t at = 0; at < confirmed.size(); ++at) {
        const std::size_t before = at == 0 ? 0 : confirmed[at - 1].index;
        const std::size_t after =
            at + 1 == confirmed.size() ? values.size() : confirmed[at + 1].index;
        indices.push_back(refined(values, before, confirmed[at].index, after));
    }
    return indices;
}

struct Segments {
    std::vector<double> means;
    double longRunVariance = 0;
};

Segments segmentsOf(std::span<const double> values, const std::vector<std::size_t>& indices)
{
    Segments segments;
    std::vector<double> residuals;
    residuals.reserve(values.size());
    std::size_t from = 0;
    for (std::size_t at = 0; at <= indices.size(); ++at) {
        const std::size_t end = at < indices.size() ? indices[at] : values.size();
        const std::span<const double> segment = values.subspan(from, end - from);
        const double centre = *mean(segment);
        std::ranges::transform(segment, std::back_inserter(residuals),
                               [&](double value) { return value - centre; });
        segments.means.push_back(centre);
        from = end;
    }
    segments.longRunVariance = longRunOf(residuals, segments.means.size()).variance;
    return segments;
}

ChangePoint candidateAt(const Series& series, const Found& found)
{
    const std::span<const double> values = series.values;
    return {.index = found.index,
            .at = series.at[found.index],
            .p = found.p,
            .before = *mean(values.first(found.index)),
            .after = *mean(values.subspan(found.index))};
}

} // namespace

std::string_view keyOf(SearchEnd end)
{
    switch (end) {
    case SearchEnd::Complete:
        return "complete";
    case SearchEnd::TooMany:
        return "more than 64";
    case SearchEnd::OutOfTime:
        return "out of time";
    }
    return "";
}

ChangePoints changePoints(const Series& series, const ChangeOptions& options)
{
    ChangePoints result;
    const std::span<const double> values = series.values;
    const Search search = searchIn(values, options);
    result.end = search.end;
    std::ranges::transform(search.candidates, std::back_inserter(result.candidates),
                           [&](const Found& found) { return candidateAt(series, found); });
    if (search.confirmed.empty()) {
        return result;
    }
    std::ranges::transform(search.confirmed, std::back_inserter(result.raw), &Found::index);
    const std::vector<std::size_t> indices = allRefined(values, search.confirmed);
    const Segments segments = segmentsOf(values, indices);
    for (std::size_t at = 0; at < indices.size(); ++at) {
        const double step = segments.means[at + 1] - segments.means[at];
        const double half = step != 0
                                ? std::ceil(kPlaceFactor * segments.longRunVariance / (step * step))
                                : static_cast<double>(values.size());
        result.confirmed.push_back({.index = indices[at],
                                    .at = series.at[indices[at]],
                                    .halfWidth = static_cast<std::size_t>(
                                        std::min(half, static_cast<double>(values.size()))),
                                    .p = search.confirmed[at].p,
                                    .before = segments.means[at],
                                    .after = segments.means[at + 1]});
    }
    return result;
}

} // namespace soak
