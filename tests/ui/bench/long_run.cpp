// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/bench/long_run.h"

#include "core/analysis/recorded_profile.h"

namespace soak::ui
{
namespace
{

constexpr int kDeltas = 10'000;
constexpr int kGapEvery = kBenchRows / 100;
constexpr int kGap = 40;

std::shared_ptr<const std::vector<RunEvent>> manyEvents(int rows)
{
    auto events = std::make_shared<std::vector<RunEvent>>();
    for (int i = 0; i < kDeltas; ++i) {
        const int at = 1 + i * (rows / kDeltas);
        events->push_back({at, at, EventKind::DeltaApplied, {}, {}, {}});
        if (i % 100 == 0) {
            events->push_back({at, at, EventKind::GuardOn, {}, "latency_hard", {}});
            events->push_back({at + 40, at + 40, EventKind::GuardOff, {}, "latency_hard", {}});
        }
    }
    return events;
}

} // namespace

LongRun::LongRun(int rows)
{
    m_run->table.reserve(static_cast<std::size_t>(rows) + 1'000);
    m_run->info.emplace();
    m_run->info->iterations = rows + 1'000;
    m_run->info->phases = {
        .enabled = true, .warmupIterations = 20'000, .rampdownIterations = 9'000};
    for (int k = 1; k <= rows; ++k) {
        m_run->table.append(k, next(k), std::nullopt);
    }
    auto judgement = std::make_shared<Judgement>();
    judgement->run = m_run;
    judgement->profile = missionProfile();
    for (const GateSpec& gate : judgement->profile.gates) {
        judgement->gates.emplace_back();
        judgement->gates.back().gate = gate;
    }
    m_line.identity = QStringLiteral("long");
    m_line.label = m_line.identity;
    m_line.run = m_run;
    m_line.judgement = judgement;
    m_line.events = manyEvents(rows);
    m_line.marks = std::make_shared<const ChartMarks>(
        marksOf(*m_run, *judgement, m_line.events.get())); // as the view does, once a judgement
    m_line.cache = std::make_shared<SeriesCache>();
    m_line.isLive = true;
}

void LongRun::grow()
{
    const auto k = static_cast<int>(m_run->table.rowCount()) + 1;
    m_run->table.append(k, next(k), std::nullopt);
}

MetricValues LongRun::next(int iteration)
{
    std::normal_distribution<double> step;
    std::uniform_real_distribution<double> share;
    MetricValues values{};
    if (iteration % kGapEvery < kGap) {
        return values;
    }
    for (std::size_t i = 0; i < kBenchKpis.size(); ++i) {
        m_walk[i] += 0.01 * step(m_random) - m_walk[i] * 1e-4;
        double value = 100 + m_walk[i] * 20;
        if (share(m_random) < 0.01) {
            value += 60 * step(m_random);
            m_spikes[i].push_back(static_cast<std::size_t>(iteration) - 1);
        }
        values[indexOf(kBenchKpis[i])] = value;
    }
    return values;
}

} // namespace soak::ui
