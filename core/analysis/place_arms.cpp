// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/place_arms.h"

#include "core/analysis/calibration.h"

#include <algorithm>

namespace soak
{
namespace
{

void placeChosen(const std::vector<ArmInput>& runs, ComparedArms& arms)
{
    for (std::size_t run = 0; run < runs.size(); ++run) {
        if (runs[run].chosen != Arm::None) {
            (runs[run].chosen == Arm::A ? arms.a : arms.b).push_back(run);
        }
    }
    arms.lack = arms.a.empty()   ? ArmsLack::ArmA
                : arms.b.empty() ? ArmsLack::ArmB
                                 : ArmsLack::Nothing;
}

void placeAlike(const std::vector<ArmInput>& runs, ComparedArms& arms)
{
    if (runs.size() < 2) {
        arms.lack = ArmsLack::Candidate;
        return;
    }
    std::vector<std::optional<std::string>> configurations;
    std::ranges::transform(runs, std::back_inserter(configurations), [](const ArmInput& run) {
        return configurationOf(*run.judgement->run);
    });
    const auto& a = configurations[0];
    const auto& b = configurations[1];
    if (!a || !b || a == b) {
        arms.lack = !a   ? ArmsLack::ConfigurationOfA
                    : !b ? ArmsLack::ConfigurationOfB
                         : ArmsLack::OneConfiguration;
        return;
    }
    for (std::size_t run = 0; run < runs.size(); ++run) {
        if (configurations[run] == a) {
            arms.a.push_back(run);
        } else if (configurations[run] == b) {
            arms.b.push_back(run);
        }
    }
    arms.lack = std::min(arms.a.size(), arms.b.size()) < ComparedArms::kFewest ? ArmsLack::Runs
                                                                               : ArmsLack::Nothing;
}

std::vector<CompareInput> inputsOfArm(const std::vector<ArmInput>& runs,
                                      const std::vector<std::size_t>& arm)
{
    std::vector<CompareInput> inputs;
    for (const std::size_t run : arm) {
        inputs.push_back({runs[run].name, runs[run].judgement.get()});
    }
    return inputs;
}

} // namespace

ComparedArms comparedArms(const std::vector<ArmInput>& runs, const CompareOptions& options)
{
    ComparedArms arms;
    arms.isChosen =
        std::ranges::any_of(runs, [](const ArmInput& run) { return run.chosen != Arm::None; });
    arms.isChosen ? placeChosen(runs, arms) : placeAlike(runs, arms);
    if (arms.lack == ArmsLack::Nothing) {
        // The arms have runs and the margins are the usual ones: it can only be stopped.
        if (auto found =
                compareArms(inputsOfArm(runs, arms.a), inputsOfArm(runs, arms.b), options)) {
            arms.comparison = std::move(*found);
        }
    }
    return arms;
}

} // namespace soak
