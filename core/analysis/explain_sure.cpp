// SPDX-License-Identifier: GPL-3.0-or-later
// How sure a verdict is, and what to do next.
#include "core/analysis/explain_parts.h"
#include "core/model/said_text.h"

#include <algorithm>
#include <limits>
#include <set>

namespace soak
{

namespace
{

// Told one by one up to so many.
std::vector<int> lostIterations(const SoakRun& run)
{
    constexpr int kMostOfAGap = 1000; // a gap of a million is told by its ends
    std::set<int> lost(run.unreadable.begin(), run.unreadable.end());
    for (const IterationGap& gap : run.gaps) {
        lost.insert(gap.to);
        for (int k = gap.from; k < gap.to && k - gap.from < kMostOfAGap; ++k) {
            lost.insert(k);
        }
    }
    return {lost.begin(), lost.end()};
}

std::size_t lostCount(const SoakRun& run, int first, int last)
{
    std::size_t count = 0;
    for (const int iteration : run.unreadable) {
        count += iteration >= first && iteration <= last ? 1 : 0;
    }
    for (const IterationGap& gap : run.gaps) {
        const int from = std::max(gap.from, first);
        const int to = std::min(gap.to, last);
        count += from <= to ? static_cast<std::size_t>(to - from) + 1 : 0;
    }
    return count;
}

void addLost(std::vector<Sentence>& sentences, const SoakRun& run, int first, int last, Phrase one,
             Phrase more, SentenceTone tone)
{
    const std::size_t count = first > last ? 0 : lostCount(run, first, last);
    if (count == 0) {
        return;
    }
    const std::vector<int> all = lostIterations(run);
    const auto begin = std::lower_bound(all.begin(), all.end(), first);
    const auto end = std::upper_bound(begin, all.end(), last);
    if (begin == end) {
        return; // in the middle of a huge gap that the window cuts
    }
    if (count == 1) {
        sentences.push_back(say(one, tone, {iterationArg(*begin)}));
    } else {
        sentences.push_back(say(
            more, tone, {countArg(count), iterationArg(*begin), iterationArg(*std::prev(end))}));
    }
}

void addFailed(std::vector<Sentence>& sentences, const std::vector<int>& failed)
{
    if (failed.size() == 1) {
        sentences.push_back(say(Phrase::Failed, SentenceTone::Bad, {iterationArg(failed.front())}));
    } else if (failed.size() > 1) {
        sentences.push_back(say(
            Phrase::FailedMore, SentenceTone::Bad,
            {countArg(failed.size()), iterationArg(failed.front()), iterationArg(failed.back())}));
    }
}

void addEnd(std::vector<Sentence>& sentences, const SoakRun& run)
{
    if (!run.info || (run.end && run.end->status == RunStatus::Completed)) {
        return;
    }
    const auto made = countArg(run.table.rowCount());
    const auto asked = countArg(static_cast<std::size_t>(std::max(run.info->iterations, 0)));
    sentences.push_back(run.end ? say(Phrase::EndedAs, SentenceTone::Doubtful,
                                      {wordArg(keyOf(run.end->status)), made, asked})
                                : say(Phrase::NotEnded, SentenceTone::Doubtful, {made, asked}));
}

// The row whose missing values matter most.
const GateResult* rowLackingValues(const Judgement& judgement, const GateResult* worst)
{
    const auto lacks = [](const GateResult& row) {
        return metricFromKey(row.gate.metric) && !row.missingIn.empty() && row.count > 0;
    };
    if (worst != nullptr && lacks(*worst)) {
        return worst;
    }
    for (const GateResult& goal : judgement.goalGates) {
        if (lacks(goal)) {
            return &goal;
        }
    }
    return nullptr;
}

std::size_t askedFor(const Judgement& judgement)
{
    const int asked = judgement.windowSize > 0 ? judgement.windowSize
                      : judgement.run->info    ? judgement.run->info->iterations
                                               : 0;
    return static_cast<std::size_t>(std::max(asked, 0));
}

std::string_view goalKeyOf(const GateResult& gate)
{
    const auto metric = metricFromKey(gate.gate.metric);
    if (!metric) {
        return "";
    }
    switch (*metric) {
    case Metric::MakerTakerRatio:
        return "maker_taker";
    case Metric::P95LatencyMs:
        return "p95_latency";
    case Metric::RiskRatio:
        return "risk";
    case Metric::NetBps:
        return "net_bps";
    default:
        return "";
    }
}

Sentence changeSentence(const std::vector<const Recommendation*>& changes)
{
    SentenceArguments arguments;
    for (const Recommendation* change : changes) {
        arguments.push_back(parameterArg(change->parameter));
        arguments.push_back(plainArg(signedAmount(change->suggested && change->current
                                                      ? *change->suggested - *change->current
                                                      : change->delta)));
    }
    arguments.push_back(actionArg("report", "soak report"));
    return say(changes.size() > 1 ? Phrase::NextChanges : Phrase::NextChange, SentenceTone::Plain,
               std::move(arguments));
}

Sentence nextForUnmet(const Judgement& judgement, const GateResult& worst)
{
    if (worst.gate.metric == "full_apply_ratio") {
        return say(worst.observed ? Phrase::NextVerify : Phrase::NextUnverified,
                   SentenceTone::Plain, {actionArg("verify", "soak verify --strict")});
    }
    if (!worst.observed && metricFromKey(worst.gate.metric)) {
        return say(Phrase::NextRecord, SentenceTone::Plain,
                   {gateArg(worst.gate), actionArg("gate", "soak gate")});
    }
    std::vector<const Recommendation*> changes;
    const std::string_view goal = goalKeyOf(worst);
    for (const Recommendation& change : judgement.recommendations.required) {
        if (change.goal == goal && changes.size() < 2) {
            changes.push_back(&change);
        }
    }
    if (!changes.empty()) {
        return changeSentence(changes);
    }
    return say(Phrase::NextAny, SentenceTone::Plain, {actionArg("report", "soak report")});
}

} // namespace

Sentence sureSentence(const Judgement& judgement, const GateResult* worst)
{
    const auto& window = judgement.windowIterations;
    const auto count = window.empty()
                           ? countArg(0)
                           : rangeArg(std::to_string(window.size()), window.front(), window.back());
    const auto total = countArg(judgement.run->table.rowCount());
    if (judgement.windowShort && askedFor(judgement) > window.size()) {
        return say(Phrase::SureShort, SentenceTone::Doubtful,
                   {count, countArg(askedFor(judgement))});
    }
    const GateResult* lacking = rowLackingValues(judgement, worst);
    if (lacking != nullptr) {
        const auto& missing = lacking->missingIn;
        SentenceArguments arguments{count, total, gateArg(lacking->gate)};
        if (missing.size() > 1) {
            arguments.push_back(countArg(missing.size()));
        }
        arguments.push_back(iterationArg(missing.front()));
        return say(missing.size() > 1 ? Phrase::SureMissingMore : Phrase::SureMissing,
                   SentenceTone::Doubtful, std::move(arguments));
    }
    const bool isComplete =
        std::all_of(judgement.goalGates.begin(), judgement.goalGates.end(),
                    [](const GateResult& goal) { return goal.missingIn.empty(); });
    return isComplete ? say(Phrase::Sure, SentenceTone::Plain, {count, total})
                      : say(Phrase::SureSome, SentenceTone::Doubtful, {count, total});
}

std::optional<Sentence> chainSentence(const SoakRun& run)
{
    if (run.chain != ChainState::Broken) {
        return std::nullopt;
    }
    const Finding* first = nullptr;
    std::size_t places = 0;
    for (const Finding& finding : run.findings) {
        if (finding.kind == FindingKind::ChainBroken) {
            first = first == nullptr ? &finding : first;
            ++places;
        }
    }
    if (first == nullptr) { // a file that cannot be read breaks it, and has a finding of its own
        return say(Phrase::ChainBroken, SentenceTone::Bad);
    }
    return say(places > 1 ? Phrase::ChainBrokenMore : Phrase::ChainBrokenAt, SentenceTone::Bad,
               {first->iteration ? iterationArg(*first->iteration) : fileArg(first->file)});
}

Sentence blockedSentence(const Judgement& judgement)
{
    const std::vector<std::string>& reasons = judgement.releaseBlockers;
    SOAK_ASSERT(!reasons.empty());
    const Sentence::Argument first{.text = reasons.front(),
                                   .isWord = saidTextOf(reasons.front()).has_value()};
    return reasons.size() == 1 ? say(Phrase::Blocked, SentenceTone::Doubtful, {first})
                               : say(Phrase::BlockedMore, SentenceTone::Doubtful,
                                     {first, countArg(reasons.size() - 1)});
}

std::vector<Sentence> dataSentences(const Judgement& judgement)
{
    const SoakRun& run = *judgement.run;
    std::vector<Sentence> sentences;
    addFailed(sentences, judgement.failedIterations);
    constexpr int kEnd = std::numeric_limits<int>::max();
    const auto& window = judgement.windowIterations;
    const int first = window.empty() ? 1 : window.front();
    addLost(sentences, run, first, kEnd, Phrase::LostInWindow, Phrase::LostInWindowMore,
            SentenceTone::Doubtful);
    addEnd(sentences, run);
    addLost(sentences, run, 1, first - 1, Phrase::LostBefore, Phrase::LostBeforeMore,
            SentenceTone::Plain);
    return sentences;
}

Sentence nextSentence(const Judgement& judgement, const GateResult* worst)
{
    constexpr SentenceTone kTone = SentenceTone::Plain;
    const SoakRun& run = *judgement.run;
    const bool isUnfinished = run.info && !run.end;
    if (run.chain == ChainState::Broken) {
        return say(Phrase::NextInspect, kTone, {actionArg("show", "soak show")});
    }
    if (isUnfinished && judgement.windowShort) {
        return say(Phrase::NextResume, kTone, {actionArg("run", "soak run --resume")});
    }
    if (worst != nullptr) {
        return nextForUnmet(judgement, *worst);
    }
    if (isUnfinished) {
        return say(Phrase::NextResume, kTone, {actionArg("run", "soak run --resume")});
    }
    if (judgement.windowShort) {
        const std::string asked = std::to_string(askedFor(judgement));
        return say(Phrase::NextLonger, kTone,
                   {plainArg(asked), actionArg("run", "soak run --iterations " + asked)});
    }
    return judgement.releaseReady
               ? say(Phrase::NextReport, kTone, {actionArg("report", "soak report")})
               : say(Phrase::NextBlockers, kTone, {actionArg("show", "soak show")});
}

} // namespace soak
