// SPDX-License-Identifier: GPL-3.0-or-later
// What happened in a run, in one ordered list: for the lanes under the charts, the list of events,
// and the sentences about what came before.
#pragma once

#include "core/analysis/explain.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

enum class EventKind : std::uint8_t {
    DeltaApplied,
    DeltaHeld,       // by a guard: cooldown, velocity, oscillation, a freeze, micro steps
    DeltaRefused,    // at its bound, unknown, a conflict, nothing to change
    DeltaUnverified, // recorded as applied, and not what the next iteration had
    GuardOn,
    GuardOff,
    FreezeBegin,
    FreezeEnd,
    Gap,
    Unreadable,
    FailedIteration,
    Anomaly,
};

std::string_view keyOf(EventKind kind); // delta_applied, delta_held, ...

struct EventChange {
    std::string name;             // of the parameter
    std::optional<double> amount; // absent: recorded as changed, and not by how much
    bool operator==(const EventChange&) const = default;
};

struct RunEvent {
    int iteration = 0;
    int lastIteration = 0; // of a gap; else `iteration`
    EventKind kind = EventKind::DeltaApplied;
    Sentence text;
    // What it is about: the reason that held or refused, the guard, the frozen subsystem ("steady":
    // the freeze of the steady state), the kind of an anomaly; else empty.
    std::string subject;
    std::vector<EventChange> changes; // of a delta, by name
    bool operator==(const RunEvent&) const = default;
};

// All events, by iteration, then in the order of EventKind. A proposal is one event for each of
// applied, and each reason that held or refused a part of it; what an iteration's tuner did counts
// as that iteration's, although it takes effect in the next one.
std::vector<RunEvent> runEvents(const Judgement& judgement);

// Those of the iterations `first` to `last`; a gap counts when it touches them.
std::vector<RunEvent> runEvents(const Judgement& judgement, int first, int last);

} // namespace soak
