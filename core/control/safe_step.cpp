// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/safe_step.h"

#include "core/control/influence_estimate.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

constexpr double kWayPrice = 0.05;
constexpr int kRounds = 6;
constexpr int kGridSteps = 20; // of a range
constexpr double kLeastGain = 1e-9;
constexpr double kShortestStep = 0.01;

class AimSearch final
{
public:
    AimSearch(const ResponsePrior& prior, const ModelState& state, const ParamVector& from)
        : m_prior(prior), m_state(state), m_from(from), m_aim(from), m_cost(costOf(from))
    {
    }

    ParamVector search()
    {
        for (int round = 0; round < kRounds; ++round) {
            bool hasMoved = false;
            for (std::size_t i = 0; i < kInfluenceParams; ++i) {
                hasMoved = searchAlong(i) || hasMoved;
            }
            if (!hasMoved) {
                break;
            }
        }
        return m_aim;
    }

private:
    [[nodiscard]] double costOf(const ParamVector& position) const
    {
        double cost = 0;
        for (const double doubt : gateDoubts(standingAt(m_prior, m_state, position))) {
            cost += doubt;
        }
        for (std::size_t i = 0; i < kInfluenceParams; ++i) {
            const double way = position.at(i) - m_from.at(i);
            cost += kWayPrice * way * way;
        }
        return cost;
    }

    bool searchAlong(std::size_t i)
    {
        ParamVector tried = m_aim;
        bool hasMoved = false;
        for (int step = 0; step <= kGridSteps; ++step) {
            tried.at(i) = static_cast<double>(step) / kGridSteps;
            const double cost = costOf(tried);
            if (cost < m_cost - kLeastGain) {
                m_cost = cost;
                m_aim.at(i) = tried.at(i);
                hasMoved = true;
            }
        }
        return hasMoved;
    }

    const ResponsePrior& m_prior;
    const ModelState& m_state;
    const ParamVector& m_from;
    ParamVector m_aim;
    double m_cost;
};

} // namespace

GoalStanding standingAt(const ResponsePrior& prior, const ModelState& state,
                        const ParamVector& position)
{
    GoalStanding standing;
    standing.goal = effectOf(prior, state.correction, state.position, position);
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        standing.goal.at(k) += state.estimate.at(k);
    }
    standing.noise = noiseAt(prior, state.surprise, position);
    standing.doubt = state.variance;
    return standing;
}

ParamVector aimOf(const ResponsePrior& prior, const ModelState& state, const ParamVector& from)
{
    return AimSearch(prior, state, from).search();
}

ParamVector safeStep(const ResponsePrior& prior, const ModelState& state, const ParamVector& from)
{
    const ParamVector aim = aimOf(prior, state, from);
    ParamVector step{};
    for (std::size_t i = 0; i < kInfluenceParams; ++i) {
        const double wanted = std::clamp(aim.at(i) - from.at(i), -kLongestStep, kLongestStep);
        step.at(i) = std::abs(wanted) <= kShortestStep ? 0 : wanted;
    }
    return step;
}

} // namespace soak
