// SPDX-License-Identifier: GPL-3.0-or-later
// The causal market simulator behind the seam: the overrides drive the KPIs (SIMULATOR). What it
// says is about a tuner in a synthetic market, never about a profit.
#pragma once

#include "core/runner/engine.h"

#include <string_view>

namespace soak
{

struct MarketParameters;
struct SimResult;

class SimEngine final : public Engine
{
public:
    // `scenario`: a name of the table of scenarios; "" is calm. Errors: Usage, with the list of
    // names.
    static Result<std::unique_ptr<SimEngine>> create(std::string_view scenario,
                                                     double sleepSeconds);

    [[nodiscard]] std::string name() const override { return "sim"; }

    [[nodiscard]] bool isVirtual() const override { return true; }

    [[nodiscard]] std::optional<int> iterationLimit() const override { return std::nullopt; }

    // A sample for each second. The clock of the run moves on by what an iteration simulates, or by
    // the time between iterations where that is longer.
    Result<Measurement> measure(const IterationPlan& plan, std::stop_token stop,
                                const Progress& progress) override;

private:
    SimEngine(std::string_view scenario, const MarketParameters& market, double sleepSeconds);

    std::string_view m_scenario;      // of the table, as the market
    const MarketParameters& m_market; // of the table
    double m_sleepSeconds;
};

// EDGE_REPORT.json of an iteration: costs positive (DOMAIN 2.2), what was not measured left out.
// `risk_source` says that the risk is the share of time at the limit (DOMAIN 2.3).
std::string simEdgeReport(const SimResult& result, std::string_view scenario);

} // namespace soak
