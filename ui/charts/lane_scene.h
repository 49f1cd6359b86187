// SPDX-License-Identifier: GPL-3.0-or-later
// What happened when, one lane a row, under the charts: an immutable value, made by series.h.
#pragma once

#include "ui/charts/chart_scene.h"

#include <memory>
#include <vector>

namespace soak::ui
{

enum class EventLaneKind { Guards, Freeze, Deltas };

// From iteration `from` to `to`, both inclusive.
struct LaneMark {
    int from = 0;
    int to = 0;
    FlagKind flag = FlagKind::Applied; // of a delta
    QString id;                        // "delta:27", "guard:18", "freeze:18"
    QString text;                      // one line
};

struct EventLane {
    QString title;
    EventLaneKind kind = EventLaneKind::Guards;
    std::vector<LaneMark> marks; // by `from`
};

struct LaneScene {
    PlotRange domain;
    std::vector<EventLane> lanes;
    std::optional<PlotRange> warmUp; // along x
    std::optional<PlotRange> window; // the iterations that the verdict is about
    QString windowText;              // "window: last 8"
    std::optional<double> liveEdge;
    std::vector<int> stops; // iterations at which something happened, ascending, each once
};

using LaneSceneRef = std::shared_ptr<const LaneScene>;

} // namespace soak::ui
