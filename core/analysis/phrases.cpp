// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/phrases.h"

#include "core/analysis/value_text.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace soak
{

namespace
{

struct Row {
    Phrase phrase;
    std::string_view pattern;
};

using enum Phrase;

// clang-format off
constexpr std::array kRows{
    Row{GateAlone, "{1}: {2} of the last {3} is {4}, the goal is {5}; broken in {6} alone, {7} without it."},
    Row{GateOnlyValue, "{1}: {2} of the last {3} is {4}, the goal is {5}; {6} has the only value."},
    Row{GateTwo, "{1}: {2} of the last {3} is {4}, the goal is {5}; broken in {6} and {7}."},
    Row{GateThree, "{1}: {2} of the last {3} is {4}, the goal is {5}; broken in {6}, {7} and {8}."},
    Row{GateMany, "{1}: {2} of the last {3} is {4}, the goal is {5}; broken in {6} iterations, worst in {7} with {8}."},
    Row{GateWhole, "{1}: {2} of the last {3} is {4}, the goal is {5}."},
    Row{GateDeltas, "{1}: {2} (proposals: {3}), the goal is {4}; the first that did not arrive was due in {5}."},
    Row{GateOther, "{1}: {2}, the goal is {3}."},
    Row{NoValues, "{1} has no value in the window, so the goal {2} counts as not met."},
    Row{NoVerification, "{1}: {2} of {3} proposals cannot be verified, so the goal {4} counts as not met."},
    Row{NotKnown, "{1}: not known, so the goal {2} counts as not met."},
    Row{AlsoTwo, "Not met either: {1} ({2}, the goal is {3}) and {4} ({5}, the goal is {6})."},
    Row{AlsoThree, "Not met either: {1} ({2}, the goal is {3}), {4} ({5}, the goal is {6}) and {7} ({8}, the goal is {9})."},
    Row{AlsoMore, "Not met either: {1} ({2}, the goal is {3}), {4} ({5}, the goal is {6}) and {7} more."},
    Row{AllMet, "All {1} goals are met; least to spare has {2}: {3} against {4}, {5} left."},
    Row{MetOne, "Met: {1} {2}."},
    Row{MetTwo, "Met: {1} {2} and {3} {4}."},
    Row{MetThree, "Met: {1} {2}, {3} {4} and {5} {6}."},
    Row{MetMore, "Met: {1} {2}, {3} {4} and {5} more."},
    Row{BeforeApplied, "Preceded by {1}: {2} {3} applied."},
    Row{BeforeAppliedTwo, "Preceded by {1}: {2} {3} and {4} {5} applied."},
    Row{BeforeAppliedMore, "Preceded by {1}: {2} {3}, {4} {5} and {6} more applied."},
    Row{BeforeUnverified, "Preceded by {1}: {2} {3} did not arrive as proposed."},
    Row{BeforeUnverifiedMore, "Preceded by {1}: {2} {3} and {4} more did not arrive as proposed."},
    Row{BeforeHeld, "Preceded by {1}: {2} {3} held ({4})."},
    Row{BeforeHeldMore, "Preceded by {1}: {2} {3} and {4} more held ({5})."},
    Row{BeforeRefused, "Preceded by {1}: {2} {3} not applied ({4})."},
    Row{BeforeRefusedMore, "Preceded by {1}: {2} {3} and {4} more not applied ({5})."},
    Row{BeforeGuard, "Preceded by {1}: guard {2} switched on."},
    Row{BeforeFreeze, "Preceded by {1}: {2} frozen."},
    Row{BeforeGap, "Preceded by a gap: {1} has no file."},
    Row{BeforeGapRange, "Preceded by a gap: {1} to {2} have no file."},
    Row{BeforeUnreadable, "Preceded by {1}, which cannot be read."},
    Row{BeforeFailure, "Preceded by {1}, in which the engine failed."},
    Row{BeforeNothing, "Nothing is recorded in the {1} iterations before {2}: no change, guard, freeze or gap."},
    Row{BeforeFirst, "Nothing comes before {1}: it is the first iteration of the run."},
    Row{Sure, "Judged by the last {1} of {2} iterations, each with every goal's value."},
    Row{SureShort, "Judged by {1} of the {2} iterations that the window asks for: too few to be sure."},
    Row{SureMissing, "Judged by the last {1} of {2} iterations; {3} is missing in {4}."},
    Row{SureMissingMore, "Judged by the last {1} of {2} iterations; {3} is missing in {4} of them, first in {5}."},
    Row{SureSome, "Judged by the last {1} of {2} iterations; not every goal has a value in each."},
    Row{NothingRead, "No iteration could be read, so there is nothing to judge."},
    Row{ChainBroken, "The hash chain is broken: what is there is not what was written."},
    Row{ChainBrokenAt, "The hash chain is broken at {1}: what is there is not what was written."},
    Row{ChainBrokenMore, "The hash chain is broken in several places, first at {1}: what is there is not what was written."},
    Row{Failed, "The engine failed in {1}."},
    Row{FailedMore, "The engine failed in {1} iterations, first in {2}, last in {3}."},
    Row{LostInWindow, "Missing in the window: {1}."},
    Row{LostInWindowMore, "Missing in the window: {1} iterations, first {2}, last {3}."},
    Row{LostBefore, "Missing, not in the window: {1}."},
    Row{LostBeforeMore, "Missing, not in the window: {1} iterations, first {2}, last {3}."},
    Row{NotEnded, "The run has not ended: {1} of {2} iterations are there."},
    Row{EndedAs, "The run ended as {1} with {2} of {3} iterations."},
    Row{Blocked, "Not ready for a release: {1}."},
    Row{BlockedMore, "Not ready for a release: {1}; and {2} more."},
    Row{NextChange, "Next: try {1} {2}; reasons and limits: {3}."},
    Row{NextChanges, "Next: try {1} {2} and {3} {4}; reasons and limits: {5}."},
    Row{NextRecord, "Next: have {1} recorded in every iteration, then {2}."},
    Row{NextVerify, "Next: see which changes did not arrive: {1}."},
    Row{NextUnverified, "Next: see why changes cannot be verified: {1}."},
    Row{NextResume, "Next: let the run go on to its end: {1}."},
    Row{NextInspect, "Next: see what is wrong with the data: {1}."},
    Row{NextLonger, "Next: run at least {1} iterations: {2}."},
    Row{NextReport, "Next: write the reports for the release: {1}."},
    Row{NextBlockers, "Next: see what stands against a release: {1}."},
    Row{NextAny, "Next: look at the notes on each goal: {1}."},
    Row{IterationFailed, "The engine failed in this iteration: {1}."},
    Row{IterationBreaks, "{1} {2}, the goal is {3}."},
    Row{IterationLacks, "{1} is not recorded, so the goal {2} is not met."},
    Row{IterationMeets, "All {1} goals are met by its own values; least to spare has {2}: {3} against {4}."},
    Row{Guards, "Guard active: {1}."},
    Row{GuardsMore, "Guards active: {1} and {2}."},
    Row{Frozen, "Frozen: {1}."},
    Row{FrozenMore, "Frozen: {1} and {2}."},
    Row{Applied, "{1} {2} applied."},
    Row{AppliedTwo, "{1} {2} and {3} {4} applied."},
    Row{AppliedMore, "{1} {2}, {3} {4} and {5} more applied."},
    Row{Held, "{1} {2} held ({3})."},
    Row{HeldMore, "{1} {2} and {3} more held ({4})."},
    Row{Refused, "{1} {2} not applied ({3})."},
    Row{RefusedMore, "{1} {2} and {3} more not applied ({4})."},
    Row{NoProposal, "No change was proposed."},
    Row{Rationale, "The tuner's reason: {1}."},
    Row{Verified, "Verified by value in {1}."},
    Row{NotArrived, "{1} should be {2} in {3}, is {4}."},
    Row{NotVerifiable, "Whether it arrived in {1} cannot be verified."},
    Row{GuardOn, "guard {1} on"},
    Row{GuardOff, "guard {1} off"},
    Row{FreezeBegins, "{1} frozen"},
    Row{FreezeEnds, "{1} no longer frozen"},
    Row{Gap, "{1} has no file"},
    Row{GapRange, "{1} to {2} have no file"},
    Row{Unreadable, "{1} cannot be read"},
    Row{EngineFailed, "the engine failed: {1}"},
    Row{Unverified, "{1} {2} did not arrive as proposed"},
    Row{UnverifiedMore, "{1} {2} and {3} more did not arrive as proposed"},
    Row{LatencySpike, "latency spike: {1}, more than {2}"},
    Row{RiskJump, "risk jumped by {1}, more than {2}"},
    Row{MakerDrop, "maker share dropped to {1}, below {2}"},
    Row{SignatureLoop, "the overrides went back to those of two iterations before"},
    Row{GuardStorm, "a guard was active in {1} iterations of the window, more than {2}"},
    Row{AnyAnomaly, "anomaly: {1}"},
};

// clang-format on

constexpr bool isOrdered()
{
    for (std::size_t i = 0; i < kRows.size(); ++i) {
        if (static_cast<std::size_t>(kRows[i].phrase) != i) {
            return false;
        }
    }
    return true;
}

static_assert(isOrdered() && kRows.size() == static_cast<std::size_t>(AnyAnomaly) + 1,
              "one row for each phrase, in the order of the enumeration");

constexpr auto kPatterns = [] {
    std::array<std::string_view, kRows.size()> patterns;
    for (std::size_t i = 0; i < kRows.size(); ++i) {
        patterns[i] = kRows[i].pattern;
    }
    return patterns;
}();

constexpr std::string_view kDeltasTitle = "Deltas applied";
constexpr std::string_view kMissingTitle = "Missing iterations";
constexpr std::string_view kNoData = "no data";
constexpr std::array kReasonWords{
    "cooldown",    "velocity",      "oscillation", "steady_freeze",     "partial_freeze",
    "micro_steps", "at_bound",      "no_op",       "duplicate",         "late_iteration",
    "disabled",    "unknown_param", "conflict",    "no reason recorded"};
constexpr std::array kSubsystemWords{"edge",   "rebid",  "rescue_taker", "tuner",
                                     "market", "steady", "partial",      "tuning"};

int decimalsOf(const GateSpec& gate)
{
    constexpr int kDecimalsOfUnknownMetric = 3;
    const auto metric = metricFromKey(gate.metric);
    return metric ? specOf(*metric).decimals : kDecimalsOfUnknownMetric;
}

std::string unitOf(const GateSpec& gate)
{
    const auto metric = metricFromKey(gate.metric);
    const std::string unit(metric ? unitText(specOf(*metric).unit) : std::string_view(gate.unit));
    return unit.empty() || unit == "ratio" ? "" : " " + unit;
}

std::vector<std::string_view> allWords()
{
    std::vector<std::string_view> words{kDeltasTitle, kMissingTitle, kNoData};
    for (const KpiSpec& spec : kpiSpecs()) {
        words.push_back(spec.title);
    }
    for (const Aggregate aggregate : {Aggregate::Mean, Aggregate::Median, Aggregate::Min,
                                      Aggregate::Max, Aggregate::Last, Aggregate::HarmonicMean}) {
        words.push_back(aggregateText(aggregate));
    }
    for (std::size_t type = 0; type < kGuardTypeCount; ++type) {
        words.push_back(keyOf(static_cast<GuardType>(type)));
    }
    for (const RunStatus status :
         {RunStatus::Completed, RunStatus::Failed, RunStatus::Interrupted}) {
        words.push_back(keyOf(status));
    }
    words.insert(words.end(), kReasonWords.begin(), kReasonWords.end());
    words.insert(words.end(), kSubsystemWords.begin(), kSubsystemWords.end());
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

} // namespace

std::string_view patternOf(Phrase phrase)
{
    return kPatterns[static_cast<std::size_t>(phrase)];
}

std::span<const std::string_view> sentencePatterns()
{
    return kPatterns;
}

std::span<const std::string_view> sentenceWords()
{
    static const std::vector<std::string_view> words = allWords();
    return words;
}

Sentence say(Phrase phrase, SentenceTone tone, SentenceArguments arguments)
{
    return {patternOf(phrase), std::move(arguments), tone};
}

Sentence::Argument plainArg(std::string text)
{
    return {std::move(text)};
}

Sentence::Argument countArg(std::size_t count)
{
    return {std::to_string(count)};
}

Sentence::Argument wordArg(std::string_view word)
{
    // What an artifact calls a subsystem may be anything.
    const auto words = sentenceWords();
    return {.text = std::string(word),
            .isWord = std::find(words.begin(), words.end(), word) != words.end()};
}

Sentence::Argument iterationArg(int iteration)
{
    return {"#" + std::to_string(iteration),
            TextLink{.kind = LinkKind::Iteration, .iteration = iteration}};
}

Sentence::Argument rangeArg(std::string text, int first, int last)
{
    return {std::move(text),
            TextLink{.kind = LinkKind::Range, .iteration = first, .lastIteration = last}};
}

Sentence::Argument gateArg(const GateSpec& gate)
{
    return {.text = std::string(titleOf(gate)),
            .link = TextLink{.kind = LinkKind::Gate, .name = gate.id},
            .isWord = titleOf(gate) != gate.metric};
}

Sentence::Argument metricArg(Metric metric)
{
    const KpiSpec& spec = specOf(metric);
    return {.text = std::string(spec.title),
            .link = TextLink{.kind = LinkKind::Metric, .name = std::string(spec.key)},
            .isWord = true};
}

Sentence::Argument parameterArg(const std::string& name)
{
    const ParameterSpec* spec = ParameterRegistry::builtin().find(name);
    return {name, TextLink{.kind = LinkKind::Parameter,
                           .name = spec == nullptr ? name : pathText(spec->canonicalPath)}};
}

Sentence::Argument fileArg(const std::string& name)
{
    return {name, TextLink{.kind = LinkKind::File, .name = name}};
}

Sentence::Argument actionArg(std::string_view verb, std::string text)
{
    return {std::move(text), TextLink{.kind = LinkKind::Action, .name = std::string(verb)}};
}

std::string valueText(const GateSpec& gate, double value)
{
    std::string text = fixedText(value, decimalsOf(gate));
    if (value != gate.threshold && parseNumber(text) == gate.threshold) {
        text = plainNumber(value, gate.threshold);
    }
    return text + unitOf(gate);
}

std::string goalText(const GateSpec& gate)
{
    return std::string(keyOf(gate.op)) + " " + plainNumber(gate.threshold) + unitOf(gate);
}

std::string signedAmount(double amount)
{
    return (amount > 0 ? "+" : "") + plainNumber(amount);
}

std::string_view titleOf(const GateSpec& gate)
{
    if (const auto metric = metricFromKey(gate.metric)) {
        return specOf(*metric).title;
    }
    if (gate.metric == "full_apply_ratio") {
        return kDeltasTitle;
    }
    return gate.metric == "iterations_missing" ? kMissingTitle : std::string_view(gate.metric);
}

} // namespace soak
