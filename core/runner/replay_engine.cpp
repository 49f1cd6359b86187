// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/replay_engine.h"

#include "core/runner/virtual_time.h"

namespace soak
{

Result<Measurement> ReplayEngine::measure(const IterationPlan& plan, std::stop_token stop,
                                          const Progress& /*progress*/)
{
    if (stop.stop_requested()) {
        return Error{Errc::Cancelled, "stopped", ""};
    }
    Measurement measurement;
    SOAK_TRY(measurement.summary, replayedSummary(m_source, plan.iteration, measurement.findings));
    measurement.failure = std::move(measurement.summary.notes.failure);
    measurement.summary.notes.failure.reset();
    measurement.samples = {{virtualEndOf(plan.iteration, m_sleepSeconds),
                            measurement.summary.at(Metric::P95LatencyMs)}};
    return measurement;
}

} // namespace soak
