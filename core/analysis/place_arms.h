// SPDX-License-Identifier: GPL-3.0-or-later
// Several runs a side: which of the compared runs are arm A and which arm B, and what the core says
// of the two (core/analysis/arm_comparison.h).
#pragma once

#include "core/analysis/arm_comparison.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace soak
{

enum class Arm : std::uint8_t { None, A, B };

// A run that may be in one.
struct ArmInput {
    std::string name;
    std::shared_ptr<const Judgement> judgement;
    Arm chosen = Arm::None; // by the person
};

// Why there is nothing to say.
enum class ArmsLack : std::uint8_t {
    Nothing,          // there is
    Candidate,        // no run is held against the baseline
    ConfigurationOfA, // it changed in the steady iterations of the baseline, or is not recorded
    ConfigurationOfB, // the same of the candidate
    OneConfiguration, // the two have the same
    Runs,             // of one configuration or both fewer than three are compared
    ArmA,             // the person chose runs for arm B alone
    ArmB
};

struct ComparedArms {
    bool isChosen = false; // by the person; else by the configurations of baseline and candidate
    std::vector<std::size_t> a; // places in the runs, in their order
    std::vector<std::size_t> b;
    ArmsLack lack = ArmsLack::Nothing;
    std::optional<ArmComparison> comparison; // where nothing lacks; of a, then b

    // How many runs of a configuration make an arm by themselves.
    static constexpr std::size_t kFewest = 3;
};

// As soon as one run is chosen the chosen ones count and no others; else those count that were made
// like the baseline, the first run, and like the candidate, the second (configurationOf()).
// `options` as of compareArms(). Stopped: without a comparison. Any thread.
ComparedArms comparedArms(const std::vector<ArmInput>& runs, const CompareOptions& options);

} // namespace soak
