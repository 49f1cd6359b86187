// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/guard_lane_list.h"

#include "core/control/debounce.h"
#include "ui/theme/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace soak::ui
{
namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("soak::ui::GuardsView", text);
}

QString words(std::string_view key)
{
    std::string text(key);
    std::ranges::replace(text, '_', ' ');
    return coreWord(text);
}

QString millis(Millis time)
{
    return numberText(time.count(), 0);
}

template <typename IsOn>
std::vector<LaneSpan> spansWhere(const std::vector<GuardSample>& samples, IsOn isOn)
{
    std::vector<LaneSpan> spans;
    bool wasOn = false;
    for (const GuardSample& sample : samples) {
        const bool on = isOn(sample);
        if (on && wasOn && spans.back().to + 1 == sample.iteration) {
            spans.back().to = sample.iteration;
        } else if (on) {
            spans.push_back({sample.iteration, sample.iteration, {}});
        }
        wasOn = on;
    }
    return spans;
}

void addGuard(std::vector<Lane>& lanes, const GuardLane& guard)
{
    const QString name = words(guard.key);
    const QString scale = tr("%1 / %2 s")
                              .arg(numberText(kDebounceOpen.count() / 1000, 1),
                                   numberText(kDebounceClose.count() / 1000, 0));
    const auto lane = [&](LaneKind kind, const QString& title) {
        return Lane{.kind = kind,
                    .title = title,
                    .subject = guard.key,
                    .isFirstOfGroup = kind == LaneKind::Raw,
                    .scale = kind == LaneKind::Timer ? scale : QString(),
                    .spans = {},
                    .samples = guard.samples};
    };
    lanes.push_back(lane(LaneKind::Raw, tr("%1, raw").arg(name)));
    lanes.back().spans = spansWhere(guard.samples, [](const GuardSample& one) { return one.raw; });
    lanes.push_back(lane(LaneKind::State, tr("state")));
    lanes.back().spans =
        spansWhere(guard.samples, [](const GuardSample& one) { return one.active; });
    lanes.push_back(lane(LaneKind::Timer, tr("timer")));
}

void addFreezes(std::vector<Lane>& lanes, const std::vector<FreezeSpan>& freezes)
{
    std::string subsystem;
    for (const FreezeSpan& freeze : freezes) {
        if (lanes.empty() || lanes.back().kind != LaneKind::Freeze ||
            freeze.subsystem != subsystem) {
            const bool isFirst = lanes.empty() || lanes.back().kind != LaneKind::Freeze;
            subsystem = freeze.subsystem;
            lanes.push_back({.kind = LaneKind::Freeze,
                             .title = tr("freeze: %1").arg(words(freeze.subsystem)),
                             .subject = freeze.subsystem,
                             .isFirstOfGroup = isFirst,
                             .scale = {},
                             .spans = {},
                             .samples = {}});
        }
        QString text = coreWord(freeze.reason);
        if (freeze.remainingMin > Millis{0}) {
            text += (text.isEmpty() ? QString() : QStringLiteral(", ")) +
                    tr("held for %1 ms more").arg(millis(freeze.remainingMin));
        }
        lanes.back().spans.push_back({freeze.from, freeze.to, text});
    }
}

void addActivations(std::vector<Lane>& lanes, const GuardActivations& activations)
{
    bool isFirst = true;
    for (std::size_t type = 0; type < activations.size(); ++type) {
        if (activations[type].empty()) {
            continue;
        }
        Lane lane{.kind = LaneKind::Marks,
                  .title = words(keyOf(static_cast<GuardType>(type))),
                  .subject = std::string(keyOf(static_cast<GuardType>(type))),
                  .isFirstOfGroup = isFirst,
                  .scale = {},
                  .spans = {},
                  .samples = {}};
        for (const int iteration : activations[type]) {
            lane.spans.push_back({iteration, iteration, {}});
        }
        lanes.push_back(std::move(lane));
        isFirst = false;
    }
}

QString sampleText(const GuardSample& sample)
{
    QString text = sample.raw ? tr("signal on") : tr("signal off");
    text += QStringLiteral(", ");
    text += sample.active ? tr("guard open") : tr("guard closed");
    if (sample.isTiming()) {
        text += QStringLiteral(", ");
        text += (sample.raw ? tr("opens in %1 of %2 ms") : tr("closes in %1 of %2 ms"))
                    .arg(millis(sample.left()), millis(sample.hold));
    }
    return text;
}

} // namespace

QString Lane::textAt(int iteration) const
{
    if (!samples.empty()) {
        const auto found =
            std::ranges::lower_bound(samples, iteration, {}, &GuardSample::iteration);
        return found == samples.end() || found->iteration != iteration ? tr("not recorded")
                                                                       : sampleText(*found);
    }
    const auto after = std::ranges::upper_bound(spans, iteration, {}, &LaneSpan::from);
    if (after == spans.begin() || std::prev(after)->to < iteration) {
        return {};
    }
    const LaneSpan& span = *std::prev(after);
    if (kind == LaneKind::Marks) {
        return tr("the guard acted");
    }
    return tr("frozen from #%1 to #%2").arg(span.from).arg(span.to) +
           (span.text.isEmpty() ? QString() : QStringLiteral(", ") + span.text);
}

std::vector<Lane> guardLaneList(const Judgement& judgement)
{
    std::vector<Lane> lanes;
    const GuardLanes recorded = guardLanes(*judgement.run, {kDebounceOpen, kDebounceClose});
    for (const GuardLane& guard : recorded.debounced) {
        addGuard(lanes, guard);
    }
    addFreezes(lanes, recorded.freezes);
    addActivations(lanes, judgement.guardsAll);
    return lanes;
}

std::vector<int> edgesOf(const std::vector<Lane>& lanes)
{
    std::vector<int> edges;
    for (const Lane& lane : lanes) {
        for (const LaneSpan& span : lane.spans) {
            edges.push_back(span.from);
            edges.push_back(span.to);
        }
    }
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

} // namespace soak::ui
