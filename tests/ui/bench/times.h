// SPDX-License-Identifier: GPL-3.0-or-later
// What a benchmark of the window measures: wall time, and the processor time of the GUI thread,
// which other programs on the machine disturb less.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace soak::ui
{

struct Sample {
    double wallMs = 0;
    double cpuMs = 0; // of the thread that worked; of a process for its whole life
};

struct Times {
    std::string name;
    double budgetMs = 0;     // at p99 of the processor time; 0 = none
    double budgetRatio = 0;  // of the median against `against`; 0 = none
    std::string against;     // another row; "" = the empty charts
    std::vector<Sample> all; // in the order of the events
};

// Counted, not timed: `broken` of `seen` did not hold, and none may.
struct Count {
    std::string name;
    std::size_t seen = 0;
    std::size_t broken = 0;
};

using Field = double Sample::*;

double quantile(const Times& times, double share, Field field);

// `work`, and then all that it posted to this thread, its paints among them.
Sample timed(const std::function<void()>& work);

// A table on stderr, JSON on stdout. Returns the exit code: 1 when a budget is missed.
int report(const std::vector<Times>& times, const std::vector<Count>& counts);

} // namespace soak::ui
