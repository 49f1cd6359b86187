// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a run can be made again without the changes that followed one of its iterations.
#pragma once

#include "core/model/soak_run.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

enum class ReplayRefusal : std::uint8_t {
    NotSimulated,  // its engine cannot measure the rest again
    NotWhole,      // iterations are missing, or were changed
    NothingApplied // no change followed the iteration
};

struct ReplayOffer {
    int at = 0;                          // the first iteration that would differ
    std::vector<std::string> parameters; // whose changes can be left out, by name
    std::optional<ReplayRefusal> refusal;

    [[nodiscard]] bool isPossible() const { return !refusal.has_value(); }
};

// Whether it was made by engine `replay`: its measurements are those of another run and do not
// answer to its overrides.
bool isReplay(const SoakRun& run);

// Of the changes applied after `iteration`. A change after the last iteration had no effect: none.
ReplayOffer replayOffer(const SoakRun& run, int iteration);

} // namespace soak
