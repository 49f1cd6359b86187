// SPDX-License-Identifier: GPL-3.0-or-later
// Paired measurement: the things compared run in turns, and each round gives one ratio. What else
// the machine does then hits all of them alike, and the median of the ratios holds where seconds do
// not.
#pragma once

#include "core/base/result.h"

#include <sys/time.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace soak::bench
{

struct Sample {
    double wallSeconds = 0;
    double cpuSeconds = 0; // user and system, of all threads
};

double secondsOf(const timeval& time);

class Stopwatch final
{
public:
    Stopwatch();
    [[nodiscard]] Sample elapsed() const; // of this process

private:
    Sample m_start;
};

using Series = std::vector<Sample>; // one sample a round
using Measure = std::function<Result<Sample>()>;

// One round that is not counted, then `rounds`; every round begins with the next of `measures`, so
// that none always comes first. One series per measure. Errors: theirs, Cancelled.
Result<std::vector<Series>> interleave(const std::vector<Measure>& measures, int rounds,
                                       const std::stop_token& stop);

enum class Limit : std::uint8_t { AtMost, AtLeast };

struct Budget {
    Limit limit = Limit::AtMost;
    double ratio = 0;
};

struct Row {
    std::string name;
    std::string unit; // what the ratio is of
    std::vector<double> ratios;
    std::optional<Budget> budget; // absent: measured, not judged
    double ours = 0;              // median, in `measuredIn`
    double against = 0;
    std::optional<double> oursCpu; // medians of processor seconds
    std::optional<double> againstCpu;
    std::string measuredIn = "s";
    std::optional<double>
        cpuRatio; // the median ratio by processor time, which other processes disturb less
};

double medianOf(std::vector<double> values); // at least one, asserted
// nullopt when there is no budget.
std::optional<bool> isMet(const Row& row);

// Ours divided by the other: smaller is better.
Row costRow(std::string name, std::string unit, const Series& ours, const Series& other,
            std::optional<Budget> budget);
// The other divided by ours: greater is better.
Row speedRow(std::string name, std::string unit, const Series& ours, const Series& other,
             std::optional<Budget> budget);

} // namespace soak::bench
