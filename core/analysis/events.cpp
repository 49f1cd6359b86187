// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/events.h"

#include "core/analysis/guard_states.h"
#include "core/analysis/pair_check.h"
#include "core/analysis/phrases.h"
#include "core/analysis/recorded_step.h"
#include "core/analysis/step_changes.h"
#include "core/analysis/value_text.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace soak
{

namespace
{

struct KindRow {
    EventKind kind;
    std::string_view key;
};

constexpr std::array kEventKinds{
    KindRow{EventKind::DeltaApplied, "delta_applied"},
    KindRow{EventKind::DeltaHeld, "delta_held"},
    KindRow{EventKind::DeltaRefused, "delta_refused"},
    KindRow{EventKind::DeltaUnverified, "delta_unverified"},
    KindRow{EventKind::GuardOn, "guard_on"},
    KindRow{EventKind::GuardOff, "guard_off"},
    KindRow{EventKind::FreezeBegin, "freeze_begin"},
    KindRow{EventKind::FreezeEnd, "freeze_end"},
    KindRow{EventKind::Gap, "gap"},
    KindRow{EventKind::Unreadable, "unreadable"},
    KindRow{EventKind::FailedIteration, "failed_iteration"},
    KindRow{EventKind::Anomaly, "anomaly"},
};
static_assert(kEventKinds.size() == static_cast<std::size_t>(EventKind::Anomaly) + 1);

std::string amountText(const EventChange& change)
{
    return change.amount ? signedAmount(*change.amount) : "?";
}

void addChange(SentenceArguments& arguments, const EventChange& change)
{
    arguments.push_back(parameterArg(change.name));
    arguments.push_back(plainArg(amountText(change)));
}

RunEvent eventAt(int iteration, EventKind kind, Sentence text, std::string subject = {})
{
    return {iteration, iteration, kind, std::move(text), std::move(subject), {}};
}

RunEvent appliedEvent(int iteration, std::vector<EventChange> changes)
{
    SentenceArguments arguments;
    for (std::size_t i = 0; i < std::min<std::size_t>(changes.size(), 2); ++i) {
        addChange(arguments, changes[i]);
    }
    const bool isMore = changes.size() > 2;
    if (isMore) {
        arguments.push_back(countArg(changes.size() - 2));
    }
    const Phrase phrase = isMore                ? Phrase::AppliedMore
                          : changes.size() == 2 ? Phrase::AppliedTwo
                                                : Phrase::Applied;
    RunEvent event = eventAt(iteration, EventKind::DeltaApplied,
                             say(phrase, SentenceTone::Plain, std::move(arguments)));
    event.changes = std::move(changes);
    return event;
}

// The first of several changes, and how many more.
Sentence oneAndMore(const std::vector<EventChange>& changes, Phrase one, Phrase more,
                    SentenceTone tone, const std::string& reason)
{
    SentenceArguments arguments;
    addChange(arguments, changes.front());
    if (changes.size() > 1) {
        arguments.push_back(countArg(changes.size() - 1));
    }
    if (!reason.empty()) {
        arguments.push_back(wordArg(reason));
    }
    return say(changes.size() > 1 ? more : one, tone, std::move(arguments));
}

RunEvent withheldEvent(int iteration, StepChanges::Withheld group)
{
    const bool held = group.isHeld;
    RunEvent event = eventAt(iteration, held ? EventKind::DeltaHeld : EventKind::DeltaRefused,
                             oneAndMore(group.changes, held ? Phrase::Held : Phrase::Refused,
                                        held ? Phrase::HeldMore : Phrase::RefusedMore,
                                        SentenceTone::Plain, group.reason),
                             group.reason);
    event.changes = std::move(group.changes);
    return event;
}

class EventList final
{
public:
    EventList(const Judgement& judgement, int first, int last)
        : m_judgement(judgement), m_run(*judgement.run), m_first(first), m_last(last)
    {
    }

    std::vector<RunEvent> take()
    {
        addRows();
        addPairs();
        addLost();
        addAnomalies();
        std::stable_sort(m_events.begin(), m_events.end(),
                         [](const RunEvent& a, const RunEvent& b) {
                             return std::pair(a.iteration, a.kind) < std::pair(b.iteration, b.kind);
                         });
        return std::move(m_events);
    }

private:
    [[nodiscard]] bool isInside(int iteration) const
    {
        return iteration >= m_first && iteration <= m_last;
    }

    void addRows()
    {
        const RecordedSteps steps(m_run);
        const auto iterations = m_run.table.iterations();
        const auto begin = std::lower_bound(iterations.begin(), iterations.end(), m_first);
        const auto firstRow = static_cast<std::size_t>(begin - iterations.begin());
        GuardState before = firstRow == 0 ? GuardState{} : guardStateAt(m_run, firstRow - 1);
        for (std::size_t row = firstRow; row < iterations.size() && iterations[row] <= m_last;
             ++row) {
            const int iteration = iterations[row];
            addProposal(iteration, changesOf(steps.at(row)));
            GuardState now = guardStateAt(m_run, row);
            addGuards(iteration, before, now);
            before = std::move(now);
            const IterationNotes* notes = m_run.notes.at(row);
            if (notes != nullptr && notes->failure) {
                m_events.push_back(eventAt(
                    iteration, EventKind::FailedIteration,
                    say(Phrase::EngineFailed, SentenceTone::Bad, {plainArg(*notes->failure)})));
            }
        }
    }

    void addProposal(int iteration, StepChanges changes)
    {
        if (!changes.applied.empty()) {
            m_events.push_back(appliedEvent(iteration, std::move(changes.applied)));
        }
        for (StepChanges::Withheld& group : changes.withheld) {
            m_events.push_back(withheldEvent(iteration, std::move(group)));
        }
    }

    void addGuards(int iteration, const GuardState& before, const GuardState& now)
    {
        const auto has = [](const auto& list, const auto& item) {
            return std::find(list.begin(), list.end(), item) != list.end();
        };
        const auto add = [&](EventKind kind, Phrase phrase, std::string_view word) {
            m_events.push_back(eventAt(iteration, kind,
                                       say(phrase, SentenceTone::Plain, {wordArg(word)}),
                                       std::string(word)));
        };
        for (const GuardType type : now.guards) {
            if (!has(before.guards, type)) {
                add(EventKind::GuardOn, Phrase::GuardOn, keyOf(type));
            }
        }
        for (const GuardType type : before.guards) {
            if (!has(now.guards, type)) {
                add(EventKind::GuardOff, Phrase::GuardOff, keyOf(type));
            }
        }
        for (const std::string& subsystem : now.frozen) {
            if (!has(before.frozen, subsystem)) {
                add(EventKind::FreezeBegin, Phrase::FreezeBegins, subsystem);
            }
        }
        for (const std::string& subsystem : before.frozen) {
            if (!has(now.frozen, subsystem)) {
                add(EventKind::FreezeEnd, Phrase::FreezeEnds, subsystem);
            }
        }
    }

    void addPairs()
    {
        const auto& pairs = m_judgement.verification.pairs;
        auto pair = std::lower_bound(pairs.begin(), pairs.end(), m_first,
                                     [](const PairCheck& p, int k) { return p.from < k; });
        for (; pair != pairs.end() && pair->from <= m_last; ++pair) {
            if (pair->status != PairStatus::Fail) {
                continue;
            }
            std::vector<EventChange> changes;
            for (const ParamCheck& param : pair->params) {
                if (isFailure(param.status)) {
                    changes.push_back({param.name, param.delta});
                }
            }
            if (changes.empty()) {
                continue;
            }
            RunEvent event = eventAt(pair->from, EventKind::DeltaUnverified,
                                     oneAndMore(changes, Phrase::Unverified, Phrase::UnverifiedMore,
                                                SentenceTone::Doubtful, ""));
            event.changes = std::move(changes);
            m_events.push_back(std::move(event));
        }
    }

    void addLost()
    {
        for (const IterationGap& gap : m_run.gaps) {
            if (gap.to < m_first || gap.from > m_last) {
                continue;
            }
            Sentence text = gap.from == gap.to
                                ? say(Phrase::Gap, SentenceTone::Doubtful, {iterationArg(gap.from)})
                                : say(Phrase::GapRange, SentenceTone::Doubtful,
                                      {iterationArg(gap.from), iterationArg(gap.to)});
            m_events.push_back({gap.from, gap.to, EventKind::Gap, std::move(text), {}, {}});
        }
        for (const int iteration : m_run.unreadable) {
            if (isInside(iteration)) {
                m_events.push_back(
                    eventAt(iteration, EventKind::Unreadable,
                            say(Phrase::Unreadable, SentenceTone::Bad, {iterationArg(iteration)})));
            }
        }
    }

    void addAnomalies()
    {
        for (const Anomaly& anomaly : m_judgement.anomalies) {
            if (isInside(anomaly.iteration)) {
                m_events.push_back(
                    eventAt(anomaly.iteration, EventKind::Anomaly, textOf(anomaly), anomaly.kind));
            }
        }
    }

    static Sentence textOf(const Anomaly& anomaly)
    {
        constexpr SentenceTone kTone = SentenceTone::Doubtful;
        if (anomaly.kind == "signature_loop") {
            return say(Phrase::SignatureLoop, kTone);
        }
        if (!anomaly.value || !anomaly.limit) {
            return say(Phrase::AnyAnomaly, kTone, {plainArg(anomaly.text)});
        }
        const std::string limit = plainNumber(*anomaly.limit);
        const std::string value = plainNumber(*anomaly.value, *anomaly.limit);
        if (anomaly.kind == "latency_spike") {
            return say(Phrase::LatencySpike, kTone,
                       {plainArg(value + " ms"), plainArg(limit + " ms")});
        }
        const Phrase phrase = anomaly.kind == "risk_jump"     ? Phrase::RiskJump
                              : anomaly.kind == "maker_drop"  ? Phrase::MakerDrop
                              : anomaly.kind == "guard_storm" ? Phrase::GuardStorm
                                                              : Phrase::AnyAnomaly;
        return phrase == Phrase::AnyAnomaly
                   ? say(phrase, kTone, {plainArg(anomaly.text)})
                   : say(phrase, kTone, {plainArg(value), plainArg(limit)});
    }

    const Judgement& m_judgement;
    const SoakRun& m_run;
    int m_first;
    int m_last;
    std::vector<RunEvent> m_events;
};

} // namespace

std::string_view keyOf(EventKind kind)
{
    return kEventKinds[static_cast<std::size_t>(kind)].key;
}

std::vector<RunEvent> runEvents(const Judgement& judgement)
{
    return runEvents(judgement, std::numeric_limits<int>::min(), std::numeric_limits<int>::max());
}

std::vector<RunEvent> runEvents(const Judgement& judgement, int first, int last)
{
    return EventList(judgement, first, last).take();
}

} // namespace soak
