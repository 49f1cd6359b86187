// SPDX-License-Identifier: GPL-3.0-or-later
// Measurements of a run that was made before (DESIGN 7): the tuner is what is under test.
#pragma once

#include "core/runner/engine.h"
#include "core/runner/replay_source.h"

namespace soak
{

// Gives iteration k what iteration k of the source was measured to be, with one sample at the
// iteration's end (DOMAIN 5.5). A gap, an unreadable file and a failed iteration of the source are
// failed iterations with the reason. The KPIs do not answer to the overrides.
class ReplayEngine final : public Engine
{
public:
    ReplayEngine(ReplaySource source, double sleepSeconds)
        : m_source(std::move(source)), m_sleepSeconds(sleepSeconds)
    {
    }

    [[nodiscard]] std::string name() const override { return "replay"; }

    [[nodiscard]] bool isVirtual() const override { return true; }

    [[nodiscard]] std::optional<int> iterationLimit() const override
    {
        return m_source.record.iterations;
    }

    // Errors: Integrity (the source changed), Cancelled.
    Result<Measurement> measure(const IterationPlan& plan, std::stop_token stop,
                                const Progress& progress) override;

private:
    ReplaySource m_source;
    double m_sleepSeconds;
};

} // namespace soak
