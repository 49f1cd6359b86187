// SPDX-License-Identifier: GPL-3.0-or-later
// KPIs and ticks from a file (DOMAIN 5.5), for tests.
#pragma once

#include "core/runner/engine.h"

#include <string_view>

namespace soak
{

// One iteration of a script. `kpis`: an object of summary fields of DOMAIN 1.2, as compact JSON.
struct ScriptedIteration {
    std::string kpis;
    std::vector<EngineSample> ticks;    // empty: one sample at the end of the iteration
    std::optional<std::string> failure; // the bot failed; `kpis` is not looked at
};

class ScriptedEngine final : public Engine
{
public:
    // `script`: {"iterations":[{"kpis":{…},"ticks":[{"t_ms":0,"p95_latency_ms":370}]}]}; `t_ms`
    // counts over the whole run and must not go backwards. `failure` (text) in place of `kpis`
    // makes a failed iteration. Errors: BadInput (where: the member).
    static Result<std::unique_ptr<ScriptedEngine>> create(std::string_view script,
                                                          double sleepSeconds);

    [[nodiscard]] std::string name() const override { return "scripted"; }

    [[nodiscard]] bool isVirtual() const override { return true; }

    [[nodiscard]] std::optional<int> iterationLimit() const override
    {
        return static_cast<int>(m_iterations.size());
    }

    Result<Measurement> measure(const IterationPlan& plan, std::stop_token stop,
                                const Progress& progress) override;

private:
    ScriptedEngine(std::vector<ScriptedIteration> iterations, double sleepSeconds);

    std::vector<ScriptedIteration> m_iterations;
    double m_sleepSeconds;
};

} // namespace soak
