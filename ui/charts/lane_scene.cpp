// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/lane_scene.h"

namespace soak::ui
{

QString idOf(EventLaneKind kind, const LaneMark& mark)
{
    switch (kind) {
    case EventLaneKind::Guards:
        return QStringLiteral("guard:%1").arg(mark.from);
    case EventLaneKind::Freeze:
        return QStringLiteral("freeze:%1").arg(mark.from);
    case EventLaneKind::Deltas:
        return QStringLiteral("delta:%1").arg(mark.from);
    case EventLaneKind::Notes:
        return QStringLiteral("note:%1").arg(mark.from);
    }
    return {};
}

QString textOf(const LaneScene& scene, EventLaneKind kind, const LaneMark& mark)
{
    if (kind == EventLaneKind::Notes) {
        return mark.event < scene.noteTexts.size() ? scene.noteTexts[mark.event] : QString();
    }
    const bool isKnown = scene.events && scene.say && mark.event < scene.events->size();
    const QString text = isKnown ? scene.say((*scene.events)[mark.event].text) : QString();
    return kind == EventLaneKind::Deltas ? QStringLiteral("#%1  ").arg(mark.from) + text : text;
}

} // namespace soak::ui
