// SPDX-License-Identifier: GPL-3.0-or-later
// Which recorded overrides a pair of iterations compares (DOMAIN 6.2: prev, observed, overlay).
#pragma once

#include "core/model/soak_run.h"

#include <cstddef>
#include <string>

namespace soak
{

// Both are of the same kind: what was in force, or, in warm-up and ramp-down, the baseline below
// the overlay.
struct PairValues {
    const Overrides* previous = nullptr;
    const Overrides* observed = nullptr;
    std::string
        whyUnknown;     // when one of them is nullptr, or the pair spans a gap that hides changes
    bool isGap = false; // iterations between the two are missing

    [[nodiscard]] bool isVerifiable() const { return whyUnknown.empty(); }
};

// Of the rows `row` and `row + 1`. A pair across a gap is verifiable when the missing iterations
// cannot have changed anything: the run did not tune, or what is in force after the gap is what was
// left before it.
PairValues pairValuesAt(const SoakRun& run, std::size_t row);

} // namespace soak
