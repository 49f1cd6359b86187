// SPDX-License-Identifier: GPL-3.0-or-later
// The deterministic sequence of DOMAIN 8: overrides do not influence it.
#pragma once

#include "core/runner/engine.h"

namespace soak
{

class MockEngine final : public Engine
{
public:
    explicit MockEngine(double sleepSeconds) : m_sleepSeconds(sleepSeconds) {}

    [[nodiscard]] std::string name() const override { return "mock"; }

    [[nodiscard]] bool isVirtual() const override { return true; }

    [[nodiscard]] std::optional<int> iterationLimit() const override { return std::nullopt; }

    Result<Measurement> measure(const IterationPlan& plan, std::stop_token stop,
                                const Progress& progress) override;

private:
    double m_sleepSeconds;
};

// The files that the mock bot leaves in an iteration: EDGE_REPORT.json and KPI_GATE.json.
EngineOutputs mockOutputs(int iteration);

} // namespace soak
