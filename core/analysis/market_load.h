// SPDX-License-Identifier: GPL-3.0-or-later
// What a run recorded of market and load, beside its goals.
#pragma once

#include "core/model/soak_run.h"

#include <span>
#include <string>
#include <vector>

namespace soak
{

// What market and exchange did meanwhile: fills, volumes, blocks, actions, ages and lags.
std::span<const Metric> marketMetrics();

struct MarketLoad {
    std::vector<Metric> recorded; // of marketMetrics(): in at least one iteration
    std::vector<Metric> absent;   // in none
    std::string scenario;         // by RUN.json; "" = none is named
    bool operator==(const MarketLoad&) const = default;
};

MarketLoad marketLoadOf(const SoakRun& run);

} // namespace soak
