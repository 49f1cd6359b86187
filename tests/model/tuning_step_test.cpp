// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tuning_step.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace soak
{
namespace
{

using Types = std::vector<GuardType>;

TEST(DropReason, KeysReadBack)
{
    for (const char* key : {"partial_freeze", "steady_freeze", "velocity", "cooldown",
                            "micro_steps", "at_bound", "unknown_param", "conflict"}) {
        const auto reason = dropReasonFromKey(key);
        ASSERT_TRUE(reason) << key;
        EXPECT_EQ(keyOf(*reason), key);
    }
    EXPECT_EQ(dropReasonFromKey("bound"), std::nullopt);
}

TEST(SkipReason, EachFlagCountsAndTheNoteDoesNot)
{
    EXPECT_FALSE(SkipReason{}.anyFlag());
    SkipReason noted;
    noted.note = "no deltas";
    EXPECT_FALSE(noted.anyFlag());
    for (const auto flag :
         {&SkipReason::cooldown, &SkipReason::velocity, &SkipReason::oscillation,
          &SkipReason::freeze, &SkipReason::noOp, &SkipReason::partialFreeze,
          &SkipReason::lateIteration, &SkipReason::duplicate, &SkipReason::noDeltas,
          &SkipReason::microSteps, &SkipReason::atBound, &SkipReason::disabled}) {
        SkipReason skip;
        skip.*flag = true;
        EXPECT_TRUE(skip.anyFlag());
    }
}

TEST(GuardType, KeysAreThoseOfTheSnapshot)
{
    EXPECT_EQ(keyOf(GuardType::LatencySoft), "latency_soft");
    EXPECT_EQ(keyOf(GuardType::LatencyHard), "latency_hard");
    EXPECT_EQ(keyOf(GuardType::Oscillation), "oscillation");
    EXPECT_EQ(keyOf(GuardType::Velocity), "velocity");
    EXPECT_EQ(keyOf(GuardType::Cooldown), "cooldown");
    EXPECT_EQ(keyOf(GuardType::Freeze), "freeze");
}

TEST(GuardTypesOf, AQuietStepHasNone)
{
    EXPECT_EQ(guardTypesOf({}), Types{});
    TuningStep step;
    step.reasons = {"STABLE"};
    step.skip.noDeltas = true;
    EXPECT_EQ(guardTypesOf(step), Types{});
}

// Defect 12: flags stayed false although keys were blocked; whatever says it, it counts once.
TEST(Defect12, AGuardCountsByItsFlagItsSkipReasonOrADroppedKey)
{
    struct {
        GuardType type;
        std::function<void(TuningStep&)> set;
    } const cases[] = {
        {GuardType::Velocity, [](TuningStep& s) { s.velocityViolation = true; }},
        {GuardType::Velocity, [](TuningStep& s) { s.skip.velocity = true; }},
        {GuardType::Velocity,
         [](TuningStep& s) {
             s.dropped = {{"tail_age_ms", DropReason::Velocity}};
         }},
        {GuardType::Cooldown, [](TuningStep& s) { s.cooldownActive = true; }},
        {GuardType::Cooldown, [](TuningStep& s) { s.skip.cooldown = true; }},
        {GuardType::Cooldown,
         [](TuningStep& s) {
             s.dropped = {{"tail_age_ms", DropReason::Cooldown}};
         }},
        {GuardType::Oscillation, [](TuningStep& s) { s.oscillationDetected = true; }},
        {GuardType::Oscillation, [](TuningStep& s) { s.skip.oscillation = true; }},
        {GuardType::Freeze, [](TuningStep& s) { s.freezeTriggered = true; }},
        {GuardType::Freeze, [](TuningStep& s) { s.skip.freeze = true; }},
        {GuardType::Freeze, [](TuningStep& s) { s.skip.partialFreeze = true; }},
        {GuardType::Freeze,
         [](TuningStep& s) {
             s.dropped = {{"tail_age_ms", DropReason::SteadyFreeze}};
         }},
        {GuardType::Freeze,
         [](TuningStep& s) {
             s.dropped = {{"tail_age_ms", DropReason::PartialFreeze}};
         }},
    };

    for (const auto& c : cases) {
        TuningStep step;
        c.set(step);
        EXPECT_EQ(guardTypesOf(step), Types{c.type}) << keyOf(c.type);
    }
}

// Defect 14: latency guards were counted from reasons that nobody wrote.
TEST(Defect14, LatencyRulesCountFromTheirReasons)
{
    TuningStep soft;
    soft.reasons = {"MODERATE: risk", "LATENCY_BUFFER: p95=335"};
    EXPECT_EQ(guardTypesOf(soft), Types{GuardType::LatencySoft});
    TuningStep hard;
    hard.reasons = {"LATENCY_HARD: p95=365 (at bound)"};
    EXPECT_EQ(guardTypesOf(hard), Types{GuardType::LatencyHard});
}

TEST(GuardTypesOf, ReadsTheRationaleWhereReasonsAreAbsent)
{
    TuningStep step;
    step.rationale = "LATENCY_HARD: p95=365 | DRIVER adverse";
    EXPECT_EQ(guardTypesOf(step), Types{GuardType::LatencyHard});
}

TEST(GuardTypesOf, OneIterationMayCountForSeveral)
{
    TuningStep step;
    step.reasons = {"LATENCY_HARD: p95=365"};
    step.dropped = {{"min_interval_ms", DropReason::PartialFreeze},
                    {"tail_age_ms", DropReason::Velocity},
                    {"impact_cap_ratio", DropReason::Velocity}};
    EXPECT_EQ(guardTypesOf(step),
              (Types{GuardType::LatencyHard, GuardType::Velocity, GuardType::Freeze}));
}

TuningStep aStep()
{
    TuningStep step;
    step.hasProposal = true;
    step.proposed = {{"tail_age_ms", {30}}};
    step.rationale = "AGGRESSIVE";
    step.reasons = {"AGGRESSIVE"};
    step.applied = true;
    step.stateHash = "3f";
    step.appliedDeltas = Deltas{{"tail_age_ms", {30}}};
    step.bounded["tail_age_ms"] = {600, 30, 630, 630, Bound::None};
    step.guards.emplace();
    return step;
}

TEST(HashOfTuningStep, EveryMemberChangesIt)
{
    const std::vector<std::function<void(TuningStep&)>> changes{
        [](TuningStep& s) { s.hasProposal = false; },
        [](TuningStep& s) { s.proposed["tail_age_ms"].amount = 31; },
        [](TuningStep& s) { s.proposed.clear(); },
        [](TuningStep& s) { s.rationale = "MODERATE"; },
        [](TuningStep& s) { s.reasons.clear(); },
        [](TuningStep& s) { s.applied = false; },
        [](TuningStep& s) { s.changedKeys = {"tail_age_ms"}; },
        [](TuningStep& s) { s.skip.noOp = true; },
        [](TuningStep& s) { s.skip.note = "x"; },
        [](TuningStep& s) { s.hasSkipObject = true; },
        [](TuningStep& s) { s.stateHash.reset(); },
        [](TuningStep& s) { s.oldHash = "3f"; },
        [](TuningStep& s) { s.baselineHash = "3f"; },
        [](TuningStep& s) { s.signature = "3f"; },
        [](TuningStep& s) { s.oscillationDetected = true; },
        [](TuningStep& s) { s.velocityViolation = true; },
        [](TuningStep& s) { s.cooldownActive = true; },
        [](TuningStep& s) { s.freezeTriggered = true; },
        [](TuningStep& s) { s.freezeReason = "steady_state_lock"; },
        [](TuningStep& s) { s.appliedDeltas.reset(); },
        [](TuningStep& s) { s.appliedDeltas->clear(); },
        [](TuningStep& s) { s.bounded["tail_age_ms"].bound = Bound::Cap; },
        [](TuningStep& s) { s.bounded["tail_age_ms"].requested = 631; },
        [](TuningStep& s) { s.dropped.emplace(); },
        [](TuningStep& s) {
            s.dropped = {{"tail_age_ms", DropReason::AtBound}};
        },
        [](TuningStep& s) { s.guards.reset(); },
        [](TuningStep& s) { s.guards->clock = Millis{5000}; },
        [](TuningStep& s) { s.guards->oscillation.active = true; },
        [](TuningStep& s) { s.guards->latencyHard.active = true; },
        [](TuningStep& s) { s.guards->latencyHard.rawSince = Millis{5000}; },
        [](TuningStep& s) { s.guards->partialFreeze.subsystems = {"rebid"}; },
        [](TuningStep& s) { s.guards->frozenUntilIter = 12; },
        [](TuningStep& s) { s.guards->rescueBlocked = true; },
    };
    EXPECT_EQ(hashOf(aStep()), hashOf(aStep()));
    std::set<std::size_t> hashes{hashOf(aStep())};
    for (const auto& change : changes) {
        TuningStep changed = aStep();
        change(changed);
        EXPECT_FALSE(changed == aStep());
        hashes.insert(hashOf(changed));
    }
    EXPECT_EQ(hashes.size(), changes.size() + 1);
}

} // namespace
} // namespace soak
