// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_marks.h"

#include <algorithm>
#include <optional>

namespace soak::ui
{
namespace
{

std::optional<FlagKind> flagOf(EventKind kind)
{
    switch (kind) {
    case EventKind::DeltaApplied:
        return FlagKind::Applied;
    case EventKind::DeltaHeld:
    case EventKind::DeltaUnverified:
        return FlagKind::Unverified;
    case EventKind::DeltaRefused:
        return FlagKind::Refused;
    default:
        return std::nullopt;
    }
}

// A mark for each stretch between a beginning and its end.
QList<LaneMark> spansOf(const SoakRun& run, const std::vector<RunEvent>& events, EventKind begin,
                        EventKind end)
{
    const std::span<const int> iterations = run.table.iterations();
    const int last = iterations.empty() ? 0 : iterations.back();
    QList<LaneMark> marks;
    std::vector<std::pair<std::string, qsizetype>> open; // subject, index of its mark
    for (std::size_t i = 0; i < events.size(); ++i) {
        const RunEvent& event = events[i];
        if (event.kind != begin && event.kind != end) {
            continue;
        }
        const auto known = std::find_if(
            open.begin(), open.end(), [&](const auto& one) { return one.first == event.subject; });
        if (event.kind == begin && known == open.end()) {
            open.emplace_back(event.subject, marks.size());
            marks.push_back({event.iteration, last, FlagKind::Applied, i});
        } else if (event.kind == end && known != open.end()) {
            LaneMark& mark = marks[known->second];
            mark.to = std::max(mark.from, event.iteration - 1);
            open.erase(known);
        }
    }
    return marks;
}

void sortOnce(QList<int>& list)
{
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

QList<int> heldOf(const SoakRun& run, const Judgement& judgement, const QList<LaneMark>& guards)
{
    QList<int> held;
    for (const std::vector<int>& one : judgement.guardsAll) {
        std::copy(one.begin(), one.end(), std::back_inserter(held));
    }
    const std::span<const int> all = run.table.iterations();
    for (const LaneMark& mark : guards) {
        const auto first = std::lower_bound(all.begin(), all.end(), mark.from);
        std::copy(first, std::upper_bound(first, all.end(), mark.to), std::back_inserter(held));
    }
    sortOnce(held);
    return held;
}

QList<int> lostOf(const SoakRun& run)
{
    QList<int> lost(run.unreadable.begin(), run.unreadable.end());
    constexpr std::int64_t kMostOfAGap = 100'000; // the ends of a longer one say enough
    for (const IterationGap& gap : run.gaps) {
        const std::int64_t step = std::max<std::int64_t>(1, (gap.to - gap.from) / kMostOfAGap);
        for (std::int64_t k = gap.from; k <= gap.to; k += step) {
            lost.push_back(static_cast<int>(k));
        }
    }
    std::sort(lost.begin(), lost.end());
    return lost;
}

// Several parts of one proposal are one flag, of the kind that says most.
void addDelta(ChartMarks& marks, const RunEvent& event, FlagKind kind, std::size_t index)
{
    marks.deltas.push_back({event.iteration, event.iteration, kind, index});
    if (!marks.flags.empty() && marks.flags.back().iteration == event.iteration) {
        marks.flags.back().kind = std::max(marks.flags.back().kind, kind);
    } else {
        marks.flags.push_back({event.iteration, kind});
    }
}

} // namespace

ChartMarks marksOf(const SoakRun& run, const Judgement& judgement,
                   const std::vector<RunEvent>* events)
{
    ChartMarks marks;
    marks.lost = lostOf(run);
    if (events == nullptr) {
        for (const int iteration : judgement.tuning.appliedIterations) {
            marks.flags.push_back({iteration, FlagKind::Applied});
        }
    } else {
        for (std::size_t i = 0; i < events->size(); ++i) {
            const RunEvent& event = (*events)[i];
            marks.stops.push_back(event.iteration);
            if (const std::optional<FlagKind> kind = flagOf(event.kind)) {
                addDelta(marks, event, *kind, i);
            }
        }
        sortOnce(marks.stops);
        marks.guards = spansOf(run, *events, EventKind::GuardOn, EventKind::GuardOff);
        marks.freezes = spansOf(run, *events, EventKind::FreezeBegin, EventKind::FreezeEnd);
    }
    marks.held = heldOf(run, judgement, marks.guards);
    return marks;
}

} // namespace soak::ui
