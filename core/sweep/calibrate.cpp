// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/calibrate.h"

#include "core/control/influence_estimate.h"
#include "core/sim/simulate.h"
#include "core/sweep/sim_summary.h"

namespace soak
{

namespace
{

constexpr double kQuarter = 0.25;
constexpr double kThreeQuarters = 0.75;

Overrides midOverridesBut(std::size_t moved, double position)
{
    Overrides overrides;
    for (std::size_t i = 0; i < kInfluenceParams; ++i) {
        const ParameterSpec& spec = *ParameterRegistry::builtin().find(influenceParams()[i]);
        const double at = i == moved ? position : 0.5;
        const double value = spec.apply->low + amountOf(spec, at);
        overrides.values.emplace(spec.name, ParamValue{roundedForType(spec, value)});
    }
    return overrides;
}

struct GoalMeans {
    GoalVector sum{};
    std::array<int, kInfluenceGoals> n{};
};

} // namespace

Result<InfluenceMatrix> calibrated(const CalibrationPlan& plan, std::stop_token stop)
{
    InfluenceMatrix influence{};
    for (std::size_t i = 0; i < kInfluenceParams; ++i) {
        std::array<GoalMeans, 2> sides;
        const std::array<Overrides, 2> overrides{midOverridesBut(i, kQuarter),
                                                 midOverridesBut(i, kThreeQuarters)};
        for (const std::string& name : plan.scenarios) {
            const ScenarioSpec* scenario = findScenario(name);
            if (scenario == nullptr) {
                return Error{Errc::Usage, "no such scenario; there are " + scenarioNames(), name};
            }
            for (int k = 0; k < plan.seedsPerScenario; ++k) {
                for (std::size_t side = 0; side < sides.size(); ++side) {
                    if (stop.stop_requested()) {
                        return Error{Errc::Cancelled, "stopped", ""};
                    }
                    SimInput input;
                    input.overrides = overrides.at(side);
                    input.market = scenario->market;
                    input.seed = plan.firstSeed + static_cast<std::uint64_t>(k);
                    const auto goals = goalsOf(summaryOf(simulateIteration(input).kpis));
                    for (std::size_t g = 0; g < kInfluenceGoals; ++g) {
                        sides.at(side).sum.at(g) += goals.at(g).value_or(0);
                        sides.at(side).n.at(g) += goals.at(g) ? 1 : 0;
                    }
                }
            }
        }
        // What was really moved: an integer is rounded.
        const auto span = positionsOf(overrides[1], ParameterRegistry::builtin()).at(i) -
                          positionsOf(overrides[0], ParameterRegistry::builtin()).at(i);
        for (std::size_t g = 0; g < kInfluenceGoals; ++g) {
            if (sides[0].n.at(g) == 0 || sides[1].n.at(g) == 0) {
                return Error{Errc::NotFound, "no iteration measured it",
                             std::string(specOf(influenceGoals()[g].metric).key)};
            }
            influence.at(g).at(i) =
                (sides[1].sum.at(g) / sides[1].n.at(g) - sides[0].sum.at(g) / sides[0].n.at(g)) /
                span;
        }
    }
    return influence;
}

} // namespace soak
