// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/calibrate.h"

#include "core/control/influence_estimate.h"
#include "core/model/statistics.h"
#include "core/sim/simulate.h"
#include "core/sweep/sim_summary.h"

#include <array>
#include <cmath>

namespace soak
{

namespace
{

constexpr std::size_t kMiddleKnot = kCurveKnots / 2;

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

struct GoalMoments {
    GoalVector mean{};
    GoalVector deviation{};
};

class Calibration final
{
public:
    Calibration(const CalibrationPlan& plan, std::stop_token stop)
        : m_plan(plan), m_stop(std::move(stop))
    {
    }

    Result<GoalMoments> momentsAt(const Overrides& overrides)
    {
        std::array<std::vector<double>, kInfluenceGoals> all;
        GoalVector squares{};
        for (const std::string& scenario : m_plan.scenarios) {
            SOAK_TRY(const auto measured, goalsIn(scenario, overrides));
            for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
                const std::vector<double>& values = measured.at(k);
                if (values.size() < 2) {
                    return Error{Errc::NotFound,
                                 "fewer than two iterations of " + scenario + " measured it",
                                 std::string(specOf(influenceGoals()[k].metric).key)};
                }
                const double middle = *mean(values);
                for (const double value : values) {
                    squares.at(k) += (value - middle) * (value - middle);
                }
                all.at(k).insert(all.at(k).end(), values.begin(), values.end());
            }
        }
        GoalMoments moments;
        for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
            const auto freedom = static_cast<double>(all.at(k).size() - m_plan.scenarios.size());
            moments.mean.at(k) = *mean(all.at(k));
            moments.deviation.at(k) = std::sqrt(squares.at(k) / freedom);
        }
        return moments;
    }

private:
    Result<std::array<std::vector<double>, kInfluenceGoals>> goalsIn(const std::string& name,
                                                                     const Overrides& overrides)
    {
        const ScenarioSpec* scenario = findScenario(name);
        if (scenario == nullptr) {
            return Error{Errc::Usage, "no such scenario; there are " + scenarioNames(), name};
        }
        std::array<std::vector<double>, kInfluenceGoals> measured;
        for (int seed = 0; seed < m_plan.seedsPerScenario; ++seed) {
            if (m_stop.stop_requested()) {
                return Error{Errc::Cancelled, "stopped", ""};
            }
            SimInput input;
            input.overrides = overrides;
            input.market = scenario->market;
            input.seed = m_plan.firstSeed + static_cast<std::uint64_t>(seed);
            const auto goals = goalsOf(summaryOf(simulateIteration(input).kpis));
            for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
                if (goals.at(k)) {
                    measured.at(k).push_back(*goals.at(k));
                }
            }
        }
        return measured;
    }

    const CalibrationPlan& m_plan;
    std::stop_token m_stop;
};

} // namespace

Result<ResponsePrior> calibrated(const CalibrationPlan& plan, std::stop_token stop)
{
    if (plan.seedsPerScenario < 2 || plan.scenarios.empty()) {
        return Error{Errc::Usage, "a calibration needs a scenario and two seeds", ""};
    }
    Calibration calibration(plan, std::move(stop));
    SOAK_TRY(const GoalMoments middle, calibration.momentsAt(midOverridesBut(0, 0.5)));
    ResponsePrior prior;
    prior.middleNoise = middle.deviation;
    for (std::size_t i = 0; i < kInfluenceParams; ++i) {
        for (std::size_t knot = 0; knot < kCurveKnots; ++knot) {
            GoalMoments there = middle;
            if (knot != kMiddleKnot) {
                const double position = static_cast<double>(knot) / (kCurveKnots - 1);
                SOAK_TRY(there, calibration.momentsAt(midOverridesBut(i, position)));
            }
            for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
                prior.response.at(k).at(i).at(knot) = there.mean.at(k) - middle.mean.at(k);
                prior.noise.at(k).at(i).at(knot) =
                    middle.deviation.at(k) > 0 ? there.deviation.at(k) / middle.deviation.at(k) : 1;
            }
        }
    }
    return prior;
}

} // namespace soak
