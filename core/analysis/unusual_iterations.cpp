// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/unusual_iterations.h"

#include "core/analysis/compared_rows.h"
#include "core/analysis/run_changes.h"
#include "core/analysis/steady_state.h"
#include "core/statistics/descriptive.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace soak
{

namespace
{

struct Rate {
    double n;
    double share;
};

// STATISTICS 2f. Short stretches have a MAD that is too small by chance.
constexpr std::array kRates{Rate{12, .014}, Rate{24, .0057}, Rate{36, .0032}, Rate{100, .0010},
                            Rate{1000, .0005}};

void lookAt(const Series& series, int first, UnusualIterations& result)
{
    const RobustScores scores = robustScores(series.values);
    if (scores.z.empty()) {
        return;
    }
    result.looked += series.values.size();
    result.expected +=
        unusualRate(series.values.size()) * static_cast<double>(series.values.size());
    for (std::size_t at = 0; at < scores.z.size(); ++at) {
        if (std::abs(scores.z[at]) > kUnusualScore) {
            result.found.push_back(
                {first + static_cast<int>(series.at[at]), series.values[at], scores.z[at]});
        }
    }
}

} // namespace

double unusualRate(std::size_t n)
{
    const auto size = static_cast<double>(n);
    if (size >= kRates.back().n) {
        return kRates.back().share;
    }
    const auto next = std::ranges::find_if(kRates, [&](const Rate& rate) { return rate.n > size; });
    if (next == kRates.begin()) {
        return kRates.front().share;
    }
    // Straight between the measured ones where both axes are logarithmic.
    const Rate& before = *(next - 1);
    const double share = std::log(size / before.n) / std::log(next->n / before.n);
    return before.share * std::pow(next->share / before.share, share);
}

UnusualIterations unusualIterations(const SoakRun& run, Metric metric)
{
    UnusualIterations result;
    result.metric = metric;
    std::vector<int> starts{steadyStateOf(run).from()};
    for (const RunChange& change : kpiChanges(run, metric, {}).confirmed) {
        if (change.iteration > starts.front()) {
            starts.push_back(change.iteration);
        }
    }
    for (std::size_t at = 0; at < starts.size(); ++at) {
        RowSpan rows = comparedRows(run, ComparedWindow::Steady, starts[at]);
        if (at + 1 < starts.size()) {
            rows.last = comparedRows(run, ComparedWindow::Steady, starts[at + 1]).first;
        }
        if (rows.first < rows.last) {
            lookAt(comparedSeries(run, metric, rows), run.table.iterations()[rows.first], result);
        }
    }
    return result;
}

} // namespace soak
