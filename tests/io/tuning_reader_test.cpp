// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tuning_json.h"
#include "tests/io/records.h"

namespace soak
{
namespace
{

TuningStep stepOf(const std::string& members, Findings& findings)
{
    const IterationRecord record =
        recordOf("{\"summary\":{},\"tuning\":{" + members + "}}", findings);
    return record.tuning.value_or(TuningStep{});
}

TEST(Proposal, IsTheFirstKeyThatExists)
{
    Findings findings;
    const TuningStep emptied = stepOf(
        R"("proposed_deltas":{},"suggested_deltas":{"tail_age_ms":30},"deltas":{"tail_age_ms":30})",
        findings);
    EXPECT_TRUE(emptied.hasProposal);
    EXPECT_TRUE(emptied.proposed.empty());
    EXPECT_EQ(stepOf(R"("suggested_deltas":{"tail_age_ms":30})", findings).proposed.size(), 1U);
    EXPECT_EQ(
        stepOf(R"("deltas":{"tail_age_ms":-0.5})", findings).proposed.at("tail_age_ms").amount,
        -0.5);
    EXPECT_FALSE(stepOf(R"("applied":false)", findings).hasProposal);
    EXPECT_TRUE(findings.empty()) << kindsText(findings);
    EXPECT_TRUE(stepOf(R"("deltas":{"tail_age_ms":"30"})", findings).proposed.empty());
    EXPECT_TRUE(hasFinding(findings, FindingKind::WrongType, "tuning.deltas.tail_age_ms"));
}

TEST(SkipReasonReader, ReadsAnObject)
{
    Findings findings;
    const TuningStep step =
        stepOf(R"("skip_reason":{"velocity":true,"no_op":false,"note":"velocity cap exceeded"})",
               findings);
    EXPECT_TRUE(step.hasSkipObject);
    EXPECT_TRUE(step.skip.velocity);
    EXPECT_FALSE(step.skip.noOp);
    EXPECT_EQ(step.skip.note, "velocity cap exceeded");
    EXPECT_TRUE(findings.empty());
}

TEST(SkipReasonReader, ReadsNothingAsApplied)
{
    Findings findings;
    for (const char* members : {R"("skip_reason":"")", R"("skip_reason":null)",
                                R"("skip_reason":[])", R"("applied":true)"}) {
        const TuningStep step = stepOf(members, findings);
        EXPECT_FALSE(step.hasSkipObject) << members;
        EXPECT_EQ(step.skip, SkipReason{});
    }
    EXPECT_TRUE(findings.empty());
}

TEST(SkipReasonReader, ReadsLegacyWords)
{
    struct Case {
        const char* word;
        bool SkipReason::*flag;
    };

    for (const Case& c : {Case{"final_iteration", &SkipReason::lateIteration},
                          Case{"same_signature", &SkipReason::duplicate},
                          Case{"all_params_frozen", &SkipReason::freeze},
                          Case{"all_deltas_frozen_by_guards", &SkipReason::partialFreeze},
                          Case{"all_deltas_zero_hit_bounds", &SkipReason::atBound},
                          Case{"all_keys_on_cooldown", &SkipReason::cooldown},
                          Case{"no_deltas", &SkipReason::noDeltas},
                          Case{"already_applied", &SkipReason::duplicate}}) {
        Findings findings;
        const TuningStep step = stepOf("\"skip_reason\":\"" + std::string(c.word) + "\"", findings);
        EXPECT_TRUE(step.hasSkipObject);
        EXPECT_TRUE(step.skip.*c.flag) << c.word;
        EXPECT_EQ(step.skip.note, c.word);
        EXPECT_TRUE(hasFinding(findings, FindingKind::LegacyForm, "tuning.skip_reason"));
    }
    Findings findings;
    const TuningStep tags = stepOf(R"("skip_reason":["velocity","cooldown"])", findings);
    EXPECT_TRUE(tags.skip.velocity && tags.skip.cooldown);
    EXPECT_EQ(tags.skip.note, "velocity, cooldown");
    const TuningStep other = stepOf(R"("skip_reason":"no_runtime_path")", findings);
    EXPECT_TRUE(other.hasSkipObject);
    EXPECT_FALSE(other.skip.anyFlag());
    EXPECT_EQ(other.skip.note, "no_runtime_path");
}

TEST(TuningReader, ReadsWhatTheGuardsDid)
{
    Findings findings;
    const TuningStep step = stepOf(
        R"("applied_deltas":{},"bounded":{"tail_age_ms":{"old":600,"delta":30,"requested":630,"new":620,"bound":"cap","by":"x"}},
           "dropped":{"impact_cap_ratio":"steady_freeze"},"guards":{"action":"clear","clock_ms":5000,"frozen_until_iter":9,
           "oscillation":{"active":true,"raw":true,"raw_since_ms":2500},"partial_freeze":{"active":true,"subsystems":["rebid"]}})",
        findings);
    EXPECT_EQ(step.appliedDeltas, Deltas{});
    EXPECT_EQ(step.bounded.at("tail_age_ms"), (BoundedChange{600, 30, 630, 620, Bound::Cap}));
    EXPECT_EQ(step.dropped->at("impact_cap_ratio"), DropReason::SteadyFreeze);
    ASSERT_TRUE(step.guards);
    EXPECT_EQ(step.guards->clock, Millis(5000));
    EXPECT_EQ(step.guards->frozenUntilIter, 9);
    EXPECT_EQ(step.guards->oscillation, (DebounceStatus{true, true, Millis(2500)}));
    EXPECT_EQ(step.guards->partialFreeze.subsystems, (std::vector<std::string>{"rebid"}));
    EXPECT_TRUE(findings.empty()) << kindsText(findings);
}

TEST(TuningReader, NamesWordsItDoesNotKnow)
{
    Findings findings;
    const TuningStep step =
        stepOf(R"("dropped":{"a":"mood","b":1},"bounded":{"c":{"bound":"wall"}})", findings);
    EXPECT_TRUE(step.dropped->empty());
    EXPECT_TRUE(hasFinding(findings, FindingKind::WrongType, "tuning.dropped.a"));
    EXPECT_TRUE(hasFinding(findings, FindingKind::WrongType, "tuning.dropped.b"));
    EXPECT_TRUE(hasFinding(findings, FindingKind::WrongType, "tuning.bounded.c.bound"));
}

} // namespace
} // namespace soak
