// SPDX-License-Identifier: GPL-3.0-or-later
// What the functions for the vectors share.
#pragma once

#include "core/statistics/series.h"
#include "tests/statistics/vector_functions.h"

#include <cstdint>

namespace soak
{

nlohmann::json orNull(const std::optional<double>& value);

// JSON has no infinity: the vectors say it in words.
nlohmann::json bounded(double value);

Series seriesIn(const VectorSeries& all, const nlohmann::json& in, const char* name = "x");
std::uint64_t seedIn(const nlohmann::json& in);

// Distributions, change points, attribution and the bootstrap.
std::map<std::string, VectorFunction> changeFunctions();

} // namespace soak
