// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers inside the sentences of a judgement.
#pragma once

#include "core/model/kpi.h"

#include <string>
#include <vector>

namespace soak
{

// At most six decimals, none when whole: "0.68125", "340". A value that is not `beside` never reads
// like it: then all its digits are given.
std::string plainNumber(double value);
std::string plainNumber(double value, double beside);

// In the decimals and with the unit of its metric: "3.10 bps", "0.300".
std::string amountText(Metric metric, double value);

// "3, 7 and 12"; of more than `most` the first ones and "12 more".
std::string listText(const std::vector<std::string>& items, std::size_t most = 5);
std::string listText(const std::vector<int>& items, std::size_t most = 5);

} // namespace soak
