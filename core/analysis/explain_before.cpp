// SPDX-License-Identifier: GPL-3.0-or-later
// What came before an iteration: told in order, never as a cause.
#include "core/analysis/events.h"
#include "core/analysis/explain_parts.h"

#include <algorithm>
#include <array>

namespace soak
{

namespace
{

// The most telling kind first.
constexpr std::array kTelling{
    EventKind::DeltaUnverified, EventKind::DeltaApplied, EventKind::FailedIteration,
    EventKind::Unreadable,      EventKind::Gap,          EventKind::FreezeBegin,
    EventKind::GuardOn,         EventKind::DeltaHeld,    EventKind::DeltaRefused,
};

void addChangeBefore(SentenceArguments& arguments, const EventChange& change)
{
    arguments.push_back(parameterArg(change.name));
    arguments.push_back(plainArg(change.amount ? signedAmount(*change.amount) : "?"));
}

Sentence changed(const RunEvent& event, Phrase one, Phrase more)
{
    SentenceArguments arguments{iterationArg(event.iteration)};
    addChangeBefore(arguments, event.changes.front());
    if (event.changes.size() > 1) {
        arguments.push_back(countArg(event.changes.size() - 1));
    }
    if (!event.subject.empty()) {
        arguments.push_back(wordArg(event.subject));
    }
    return say(event.changes.size() > 1 ? more : one, SentenceTone::Plain, std::move(arguments));
}

Sentence applied(const RunEvent& event)
{
    SentenceArguments arguments{iterationArg(event.iteration)};
    const std::size_t count = event.changes.size();
    for (std::size_t i = 0; i < std::min<std::size_t>(count, 2); ++i) {
        addChangeBefore(arguments, event.changes[i]);
    }
    if (count > 2) {
        arguments.push_back(countArg(count - 2));
    }
    const Phrase phrase = count > 2    ? Phrase::BeforeAppliedMore
                          : count == 2 ? Phrase::BeforeAppliedTwo
                                       : Phrase::BeforeApplied;
    return say(phrase, SentenceTone::Plain, std::move(arguments));
}

Sentence beforeSentence(const RunEvent& event)
{
    constexpr SentenceTone kTone = SentenceTone::Plain;
    switch (event.kind) {
    case EventKind::DeltaApplied:
        return applied(event);
    case EventKind::DeltaUnverified:
        return changed(event, Phrase::BeforeUnverified, Phrase::BeforeUnverifiedMore);
    case EventKind::DeltaHeld:
        return changed(event, Phrase::BeforeHeld, Phrase::BeforeHeldMore);
    case EventKind::DeltaRefused:
        return changed(event, Phrase::BeforeRefused, Phrase::BeforeRefusedMore);
    case EventKind::GuardOn:
        return say(Phrase::BeforeGuard, kTone,
                   {iterationArg(event.iteration), wordArg(event.subject)});
    case EventKind::FreezeBegin:
        return say(Phrase::BeforeFreeze, kTone,
                   {iterationArg(event.iteration), wordArg(event.subject)});
    case EventKind::Unreadable:
        return say(Phrase::BeforeUnreadable, kTone, {iterationArg(event.iteration)});
    case EventKind::FailedIteration:
        return say(Phrase::BeforeFailure, kTone, {iterationArg(event.iteration)});
    default:
        break;
    }
    return event.iteration == event.lastIteration
               ? say(Phrase::BeforeGap, kTone, {iterationArg(event.iteration)})
               : say(Phrase::BeforeGapRange, kTone,
                     {iterationArg(event.iteration), iterationArg(event.lastIteration)});
}

} // namespace

std::vector<Sentence> beforeSentences(const Judgement& judgement, int iteration)
{
    const auto iterations = judgement.run->table.iterations();
    const int first = std::max(1, iteration - kBeforeReach);
    const std::vector<RunEvent> events =
        iteration > 1 ? runEvents(judgement, first, iteration - 1) : std::vector<RunEvent>{};
    std::vector<Sentence> sentences;
    for (const EventKind kind : kTelling) {
        // Of one kind the latest stands for all.
        const auto latest =
            std::find_if(events.rbegin(), events.rend(),
                         [kind](const RunEvent& event) { return event.kind == kind; });
        if (latest != events.rend()) {
            sentences.push_back(beforeSentence(*latest));
        }
    }
    if (sentences.empty()) {
        const bool isFirst = iterations.empty() || iteration <= iterations.front();
        sentences.push_back(
            isFirst ? say(Phrase::BeforeFirst, SentenceTone::Plain, {iterationArg(iteration)})
                    : say(Phrase::BeforeNothing, SentenceTone::Plain,
                          {countArg(static_cast<std::size_t>(iteration - first)),
                           iterationArg(iteration)}));
    }
    return sentences;
}

} // namespace soak
