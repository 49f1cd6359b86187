// SPDX-License-Identifier: GPL-3.0-or-later
// What became of a proposal, sorted: applied, held by a guard, refused.
#pragma once

#include "core/analysis/events.h"
#include "core/analysis/recorded_step.h"

#include <string>
#include <vector>

namespace soak
{

struct StepChanges {
    struct Withheld {
        std::string reason; // a drop reason or the guard that blocked all of it; one of the words
        std::vector<EventChange> changes;
        bool isHeld = false; // by a guard, and may come again; else refused
    };

    std::vector<EventChange> applied; // by name
    std::vector<Withheld> withheld;   // by reason
};

StepChanges changesOf(const RecordedStep& recorded);

} // namespace soak
