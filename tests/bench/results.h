// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/measure.h"

#include <string>
#include <utility>
#include <vector>

namespace soak::bench
{

struct Results {
    std::vector<Row> rows;
    std::vector<std::pair<std::string, std::string>> facts; // of the machine and the data
};

std::string jsonText(const Results& results);  // sorted keys
std::string tableText(const Results& results); // for people
bool everyBudgetMet(const Results& results);

} // namespace soak::bench
