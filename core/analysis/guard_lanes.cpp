// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/guard_lanes.h"

#include <algorithm>
#include <map>
#include <utility>

namespace soak
{

namespace
{

constexpr std::string_view kSteady = "steady";

GuardSample sampleOf(int iteration, const DebounceStatus& status, Millis clock,
                     const DebounceTimes& times)
{
    GuardSample sample{.iteration = iteration, .raw = status.raw, .active = status.active};
    if (sample.isTiming()) {
        sample.hold = status.raw ? times.open : times.close;
        sample.elapsed = std::clamp(clock - status.rawSince, Millis{0}, sample.hold);
    }
    return sample;
}

// Spans that are still open, by subsystem.
class Spans final
{
public:
    void begin(std::size_t row) { m_row = row; }

    void add(const std::string& subsystem, int iteration, const std::string& reason,
             Millis remaining)
    {
        Open& open = m_open[subsystem];
        const bool goesOn = open.isUsed && open.row + 1 == m_row && open.span.reason == reason;
        if (!goesOn) {
            close(open);
            open.span = {subsystem, iteration, iteration, reason, remaining};
        }
        open.isUsed = true;
        open.span.to = iteration;
        open.span.remainingMin = remaining;
        open.row = m_row;
    }

    std::vector<FreezeSpan> take()
    {
        for (auto& [subsystem, open] : m_open) {
            close(open);
        }
        std::ranges::sort(m_done, {}, [](const FreezeSpan& span) {
            return std::pair(span.subsystem, span.from);
        });
        return std::move(m_done);
    }

private:
    struct Open {
        FreezeSpan span;
        std::size_t row = 0;
        bool isUsed = false;
    };

    void close(Open& open)
    {
        if (open.isUsed) {
            m_done.push_back(std::move(open.span));
            open = {};
        }
    }

    std::map<std::string, Open> m_open;
    std::vector<FreezeSpan> m_done;
    std::size_t m_row = 0;
};

void addFreezes(Spans& spans, const SoakRun& run, std::size_t row, const GuardStatus& guards)
{
    const int iteration = run.table.iterations()[row];
    if (guards.partialFreeze.active) {
        for (const std::string& subsystem : guards.partialFreeze.subsystems) {
            spans.add(subsystem, iteration, guards.partialFreeze.reason,
                      guards.partialFreeze.remainingMin);
        }
    }
    const int until =
        row < run.frozenUntil.size() ? run.frozenUntil[row] : guards.frozenUntilIter.value_or(0);
    if (until >= iteration) {
        spans.add(std::string(kSteady), iteration, {}, Millis{0});
    }
}

} // namespace

GuardLanes guardLanes(const SoakRun& run, const DebounceTimes& times)
{
    GuardLane latency{"latency_hard", {}};
    GuardLane oscillation{"oscillation", {}};
    Spans spans;
    std::size_t seen = 0;
    for (std::size_t row = 0; row < run.table.rowCount(); ++row) {
        const TuningStep* step = run.tuning.at(row);
        if (step == nullptr || !step->guards) {
            continue;
        }
        const GuardStatus& guards = *step->guards;
        const Millis clock = row < run.guardClocks.size() ? run.guardClocks[row] : guards.clock;
        const int iteration = run.table.iterations()[row];
        latency.samples.push_back(sampleOf(iteration, guards.latencyHard, clock, times));
        oscillation.samples.push_back(sampleOf(iteration, guards.oscillation, clock, times));
        spans.begin(++seen);
        addFreezes(spans, run, row, guards);
    }
    GuardLanes lanes;
    if (!latency.samples.empty()) {
        lanes.debounced = {std::move(latency), std::move(oscillation)};
    }
    lanes.freezes = spans.take();
    return lanes;
}

} // namespace soak
