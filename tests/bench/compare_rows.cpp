// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/run_comparison.h"
#include "core/base/clock.h"
#include "core/statistics/change_points.h"
#include "tests/bench/rows.h"
#include "tests/bench/sample_run.h"
#include "tests/support/noise.h"

#include <numeric>

namespace soak::bench
{
namespace
{

// 2 s for two runs of 1 000 000 iterations, 1 s for the change points of one KPI of them. Adding up
// 24 columns of as many values takes 0.02 s where that was set (judge_rows.cpp), of one 0.9 ms.
constexpr double kCompareSeconds = 2;
constexpr double kChangeSeconds = 1;
constexpr double kOneColumnSeconds = 0.0009;

Error comparedWrongly(const std::string& what)
{
    return Error{Errc::Internal, what, "compare"};
}

// Two steps of one standard deviation in noise that remembers half of the value before.
soak::Series steppedSeries(std::size_t n)
{
    std::vector<double> values = Noise(1).ar1Values(n, .5);
    for (std::size_t at = n / 3; at < n; ++at) {
        values[at] += at < 2 * n / 3 ? 1 : -1;
    }
    return seriesOf(values);
}

Result<Sample> sumOf(const std::vector<double>& values, int times)
{
    const Stopwatch watch;
    double sum = 0;
    for (int i = 0; i < times; ++i) {
        sum += std::accumulate(values.begin(), values.end(), static_cast<double>(i));
    }
    const Sample sample = watch.elapsed();
    return sum != 0 ? Result<Sample>(sample) : comparedWrongly("nothing to add up");
}

} // namespace

Status addCompareRows(const Setup& setup, Results& results)
{
    constexpr int kColumns = 24; // so that the sum takes long enough to be measured
    setup.tell("making runs of " + std::to_string(setup.judgedRows) + " iterations in memory");
    const soak::Series stepped = steppedSeries(static_cast<std::size_t>(setup.judgedRows));
    const Judgement judgement = judge(runInMemory(setup.judgedRows), missionProfile());
    const std::array inputs{CompareInput{"a", &judgement}, CompareInput{"b", &judgement}};
    setup.tell("comparing them");
    const auto pass = [&]() { return sumOf(stepped.values, kColumns); };
    const auto comparing = [&]() -> Result<Sample> {
        const Stopwatch watch;
        const auto found = compareRuns(inputs);
        const Sample sample = watch.elapsed();
        const bool isRight = found && found->pairs.size() == 1 &&
                             found->pairs[0].counts.better + found->pairs[0].counts.worse == 0;
        return isRight ? Result<Sample>(sample) : comparedWrongly("a run differs from itself");
    };
    const auto searching = [&]() -> Result<Sample> {
        const Stopwatch watch;
        const ChangePoints found = changePoints(stepped);
        const Sample sample = watch.elapsed();
        return found.confirmed.size() == 2 ? Result<Sample>(sample)
                                           : comparedWrongly("not the two steps were found");
    };
    SOAK_TRY(const std::vector<Series> series,
             interleave({pass, comparing, searching}, setup.pairs, setup.stop));
    const double pass24 = kColumns * kOneColumnSeconds;
    results.rows.push_back(costRow("compare_1m", "x sum of 24 columns", series[1], series[0],
                                   Budget{Limit::AtMost, kCompareSeconds / pass24}));
    results.rows.push_back(costRow("change_points_1m", "x sum of 24 columns", series[2], series[0],
                                   Budget{Limit::AtMost, kChangeSeconds / pass24}));
    return Done{};
}

} // namespace soak::bench
