// SPDX-License-Identifier: GPL-3.0-or-later
// The fixed English of sentences and events: one table, from which nothing else is said, so that a
// face can translate all of it. Numbers have KpiSpec.decimals.
#pragma once

#include "core/analysis/explain.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

enum class Phrase : std::uint8_t {
    // a gate that is not met
    GateAlone,
    GateOnlyValue,
    GateTwo,
    GateThree,
    GateMany,
    GateWhole,
    GateDeltas,
    GateOther,
    NoValues,
    NoVerification,
    NotKnown,
    AlsoTwo,
    AlsoThree,
    AlsoMore,
    // gates that are met
    AllMet,
    MetOne,
    MetTwo,
    MetThree,
    MetMore,
    // what came before
    BeforeApplied,
    BeforeAppliedTwo,
    BeforeAppliedMore,
    BeforeUnverified,
    BeforeUnverifiedMore,
    BeforeHeld,
    BeforeHeldMore,
    BeforeRefused,
    BeforeRefusedMore,
    BeforeGuard,
    BeforeFreeze,
    BeforeGap,
    BeforeGapRange,
    BeforeUnreadable,
    BeforeFailure,
    BeforeNothing,
    BeforeFirst,
    // how sure
    Sure,
    SureShort,
    SureMissing,
    SureMissingMore,
    SureSome,
    NothingRead,
    ChainBroken,
    ChainBrokenAt,
    ChainBrokenMore,
    Failed,
    FailedMore,
    LostInWindow,
    LostInWindowMore,
    LostBefore,
    LostBeforeMore,
    NotEnded,
    EndedAs,
    Blocked,
    BlockedMore,
    // what next
    NextChange,
    NextChanges,
    NextRecord,
    NextVerify,
    NextUnverified,
    NextResume,
    NextInspect,
    NextLonger,
    NextReport,
    NextBlockers,
    NextAny,
    // one iteration
    IterationFailed,
    IterationBreaks,
    IterationLacks,
    IterationMeets,
    Guards,
    GuardsMore,
    Frozen,
    FrozenMore,
    Applied,
    AppliedTwo,
    AppliedMore,
    Held,
    HeldMore,
    Refused,
    RefusedMore,
    NoProposal,
    Rationale,
    Verified,
    NotArrived,
    NotVerifiable,
    // events
    GuardOn,
    GuardOff,
    FreezeBegins,
    FreezeEnds,
    Gap,
    GapRange,
    Unreadable,
    EngineFailed,
    Unverified,
    UnverifiedMore,
    LatencySpike,
    RiskJump,
    MakerDrop,
    SignatureLoop,
    GuardStorm,
    AnyAnomaly,
};

std::string_view patternOf(Phrase phrase);

using SentenceArguments = std::vector<Sentence::Argument>;

Sentence say(Phrase phrase, SentenceTone tone, SentenceArguments arguments = {});

Sentence::Argument plainArg(std::string text);
Sentence::Argument countArg(std::size_t count);
Sentence::Argument wordArg(std::string_view word); // one of sentenceWords()
Sentence::Argument iterationArg(int iteration);    // "#33"
Sentence::Argument rangeArg(std::string text, int first, int last);
Sentence::Argument gateArg(const GateSpec& gate); // its title
Sentence::Argument metricArg(Metric metric);      // its title
Sentence::Argument parameterArg(const std::string& name);
Sentence::Argument fileArg(const std::string& name);
Sentence::Argument actionArg(std::string_view verb, std::string text);

// Of a gate's metric, with unit. More digits where the usual ones would read like the threshold
// although the value is another.
std::string valueText(const GateSpec& gate, double value);
std::string goalText(const GateSpec& gate);     // "<= 340 ms"
std::string signedAmount(double amount);        // "+5", "-0.005"
std::string_view titleOf(const GateSpec& gate); // a title, or the name of a metric that is not ours

} // namespace soak
