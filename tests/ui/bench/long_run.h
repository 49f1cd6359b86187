// SPDX-License-Identifier: GPL-3.0-or-later
// A run of a million iterations: a random walk with spikes, gaps, flags and bands.
#pragma once

#include "ui/charts/series.h"

#include <array>
#include <random>

namespace soak::ui
{

inline constexpr std::array kBenchKpis{Metric::P95LatencyMs, Metric::RiskRatio, Metric::NetBps,
                                       Metric::MakerTakerRatio};
inline constexpr int kBenchRows = 1'000'000;

// One spike in a hundred values, a hundred gaps of 40 iterations; the same ones every time.
class LongRun final
{
public:
    explicit LongRun(int rows);

    void grow(); // by one iteration

    // As charts take it, with 10 000 deltas, a guard at each hundredth of them, and a warm-up.
    [[nodiscard]] const RunLine& line() const { return m_line; }

    // Rows whose value of the i-th KPI is a spike, ascending.
    [[nodiscard]] const std::vector<std::size_t>& spikes(std::size_t kpi) const
    {
        return m_spikes.at(kpi);
    }

private:
    MetricValues next(int iteration);

    std::mt19937_64 m_random{7};
    std::array<double, kBenchKpis.size()> m_walk{};
    std::array<std::vector<std::size_t>, kBenchKpis.size()> m_spikes;
    std::shared_ptr<SoakRun> m_run = std::make_shared<SoakRun>();
    RunLine m_line;
};

} // namespace soak::ui
