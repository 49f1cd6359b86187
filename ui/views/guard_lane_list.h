// SPDX-License-Identifier: GPL-3.0-or-later
// The lanes of the guards view as values: no widgets.
#pragma once

#include "core/analysis/guard_lanes.h"
#include "core/analysis/judgement.h"

#include <QString>

#include <string>
#include <vector>

namespace soak::ui
{

enum class LaneKind {
    Raw,    // thin strips: the signal as measured
    State,  // strips: the debounced state
    Timer,  // ramps up to the time that a change needs
    Freeze, // hatched strips
    Marks,  // a tick per iteration in which a guard acted
};

struct LaneSpan {
    int from = 0; // iterations, both inclusive
    int to = 0;
    QString text; // of a freeze: why, and for how long it is held
    bool operator==(const LaneSpan&) const = default;
};

struct Lane {
    LaneKind kind = LaneKind::Raw;
    QString title;
    std::string subject; // that its events are about: "oscillation", "rebid"
    bool isFirstOfGroup = false;
    QString scale;                    // of a timer, what the full height is: "2.5 / 4 s"
    std::vector<LaneSpan> spans;      // ascending
    std::vector<GuardSample> samples; // of a timer and of the two lanes above it

    // What the lane says of `iteration`: "raw on, opens in 1900 of 2500 ms".
    [[nodiscard]] QString textAt(int iteration) const;
};

// Debounced guards with signal, state and timer; freezes by subsystem; guards that acted. A part
// that the run did not record, or in which nothing happened, has no lanes.
std::vector<Lane> guardLaneList(const Judgement& judgement);

// Iterations in which a state, signal or freeze began or ended, ascending, each once.
std::vector<int> edgesOf(const std::vector<Lane>& lanes);

} // namespace soak::ui
