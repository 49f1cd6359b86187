// SPDX-License-Identifier: GPL-3.0-or-later
// The mock run's KPIs (DOMAIN 8) as values, for tests of the layers that stand below the mock
// engine.
#pragma once

#include "core/model/iteration.h"

#include <algorithm>
#include <cmath>

namespace soak
{

// `iteration` from 1. Metrics that the mock does not make are absent.
inline MetricValues mockKpis(int iteration)
{
    const double i = iteration - 1;
    const int column = std::min(iteration - 1, 2);
    const auto pick = [column](double first, double second, double later) {
        return column == 0 ? first : column == 1 ? second : later;
    };
    MetricValues values{};
    const auto set = [&values](Metric metric, double value) { values[indexOf(metric)] = value; };

    const double maker = pick(0.50, 0.60, std::min(0.85, 0.50 + 0.05 * i));
    const double makerCount = std::floor(1000 * maker + 1e-9);
    set(Metric::NetBps, pick(-1.5, -0.8, 2.8 + 0.1 * i));
    set(Metric::AdverseBpsP95, pick(5.0, 4.5, std::max(1.5, 3.5 - 0.2 * i)));
    set(Metric::SlippageBpsP95, pick(3.5, 3.2, std::max(1.0, 2.5 - 0.15 * i)));
    set(Metric::CancelRatio, pick(0.60, 0.55, std::max(0.05, 0.48 - 0.05 * i)));
    set(Metric::OrderAgeP95Ms, pick(340, 335, 350));
    set(Metric::WsLagP95Ms, pick(130, 125, 95 + 5 * i));
    set(Metric::P95LatencyMs, pick(250, 280, std::max(180.0, 320 - 5 * i)));
    set(Metric::MakerCount, makerCount);
    set(Metric::TakerCount, 1000 - makerCount);
    set(Metric::MakerVolume, 50 * makerCount);
    set(Metric::TakerVolume, 50 * (1000 - makerCount));
    set(Metric::MakerTakerRatio, makerCount / 1000);
    set(Metric::MakerSharePct, makerCount / 10);
    set(Metric::TakerSharePct, 100 - makerCount / 10);
    set(Metric::RiskRatio, pick(0.17, 0.33, std::max(0.30, 0.68 * std::pow(0.83, i - 2))));
    set(Metric::MinIntervalRatio, pick(0.50, 0.40, 0.20));
    set(Metric::ConcurrencyRatio, pick(0.33, 0.27, 0.12));
    set(Metric::FeesEffBps, 2.0);
    set(Metric::SlippageBps, pick(3.5, 2.8, 2.0));
    set(Metric::AdverseBps, pick(2.0, 1.5, 1.5));
    set(Metric::InventoryBps, pick(1.0, 0.5, 0.5));
    set(Metric::GrossBps, pick(7.0, 6.0, 8.8 + 0.1 * i));
    return values;
}

} // namespace soak
