// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace soak::bench
{
namespace
{

Sample now()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto wall = std::chrono::steady_clock::now().time_since_epoch();
    return {std::chrono::duration<double>(wall).count(),
            secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime)};
}

std::vector<double> ratiosOf(const Series& numerator, const Series& denominator,
                             double Sample::*member)
{
    SOAK_ASSERT(numerator.size() == denominator.size());
    std::vector<double> ratios;
    for (std::size_t round = 0; round < numerator.size(); ++round) {
        ratios.push_back(numerator[round].*member / denominator[round].*member);
    }
    return ratios;
}

double middleOf(const Series& series, double Sample::*member)
{
    std::vector<double> values;
    for (const Sample& sample : series) {
        values.push_back(sample.*member);
    }
    return medianOf(values);
}

Row rowOf(std::string name, std::string unit, const Series& numerator, const Series& denominator)
{
    Row row;
    row.name = std::move(name);
    row.unit = std::move(unit);
    row.ratios = ratiosOf(numerator, denominator, &Sample::wallSeconds);
    row.cpuRatio = medianOf(ratiosOf(numerator, denominator, &Sample::cpuSeconds));
    return row;
}

} // namespace

double secondsOf(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

Stopwatch::Stopwatch() : m_start(now()) {}

Sample Stopwatch::elapsed() const
{
    const Sample end = now();
    return {end.wallSeconds - m_start.wallSeconds, end.cpuSeconds - m_start.cpuSeconds};
}

Result<std::vector<Series>> interleave(const std::vector<Measure>& measures, int rounds,
                                       const std::stop_token& stop)
{
    std::vector<Series> series(measures.size());
    for (int round = 0; round <= rounds; ++round) {
        for (std::size_t turn = 0; turn < measures.size(); ++turn) {
            if (stop.stop_requested()) {
                return Error{Errc::Cancelled, "stopped", ""};
            }
            const std::size_t which = (turn + static_cast<std::size_t>(round)) % measures.size();
            SOAK_TRY(const Sample sample, measures[which]());
            if (round > 0) {
                series[which].push_back(sample);
            }
        }
    }
    return series;
}

double medianOf(std::vector<double> values)
{
    SOAK_ASSERT(!values.empty());
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

std::optional<bool> isMet(const Row& row)
{
    if (!row.budget) {
        return std::nullopt;
    }
    const double median = medianOf(row.ratios);
    return row.budget->limit == Limit::AtMost ? median <= row.budget->ratio
                                              : median >= row.budget->ratio;
}

Row costRow(std::string name, std::string unit, const Series& ours, const Series& other,
            std::optional<Budget> budget)
{
    Row row = rowOf(std::move(name), std::move(unit), ours, other);
    row.budget = budget;
    row.ours = middleOf(ours, &Sample::wallSeconds);
    row.oursCpu = middleOf(ours, &Sample::cpuSeconds);
    row.against = middleOf(other, &Sample::wallSeconds);
    row.againstCpu = middleOf(other, &Sample::cpuSeconds);
    return row;
}

Row speedRow(std::string name, std::string unit, const Series& ours, const Series& other,
             std::optional<Budget> budget)
{
    Row row = rowOf(std::move(name), std::move(unit), other, ours);
    row.budget = budget;
    row.ours = middleOf(ours, &Sample::wallSeconds);
    row.oursCpu = middleOf(ours, &Sample::cpuSeconds);
    row.against = middleOf(other, &Sample::wallSeconds);
    row.againstCpu = middleOf(other, &Sample::cpuSeconds);
    return row;
}

} // namespace soak::bench
