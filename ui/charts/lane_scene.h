// SPDX-License-Identifier: GPL-3.0-or-later
// What happened when, one lane a row, under the charts: an immutable value, made by series.h.
#pragma once

#include "core/analysis/events.h"
#include "ui/charts/chart_scene.h"

#include <QList>

#include <functional>
#include <memory>
#include <vector>

namespace soak::ui
{

enum class EventLaneKind { Guards, Freeze, Deltas, Notes };

// From iteration `from` to `to`, both inclusive.
struct LaneMark {
    int from = 0;
    int to = 0;
    FlagKind flag = FlagKind::Applied; // of a delta
    std::size_t event = 0;             // index into LaneScene::events, of a note into noteTexts
};

struct EventLane {
    QString title;
    EventLaneKind kind = EventLaneKind::Guards;
    QList<LaneMark> marks; // by `from`; a list, which growing runs share from scene to scene
};

using Say = std::function<QString(const Sentence&)>;

struct LaneScene {
    PlotRange domain;
    std::vector<EventLane> lanes;
    std::optional<PlotRange> warmUp; // along x
    std::optional<PlotRange> window; // the iterations that the verdict is about
    QString windowText;              // "window: last 8"
    std::optional<double> liveEdge;
    QList<int> stops; // iterations at which something happened, ascending, each once
    std::shared_ptr<const std::vector<RunEvent>> events; // nullptr: there are no texts
    Say say;                        // puts a sentence into the person's language
    std::vector<QString> noteTexts; // one line each
};

// "delta:27", "guard:18", "freeze:18", "note:33"
QString idOf(EventLaneKind kind, const LaneMark& mark);
// One line. Made when it is asked for: a long run has more marks than anybody reads.
QString textOf(const LaneScene& scene, EventLaneKind kind, const LaneMark& mark);

using LaneSceneRef = std::shared_ptr<const LaneScene>;

} // namespace soak::ui
