// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pair_check.h"
#include "tests/analysis/verification_cases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace
{

PairCheck pairOf(const RunBuilder& builder, int from = kProposing)
{
    const SoakRun run = builder.build();
    const RecordedSteps steps(run);
    const ConflictIndex conflicts(run.findings, ParameterRegistry::builtin());
    return checkPair({run, ParameterRegistry::builtin(), steps, conflicts}, *run.table.rowOf(from));
}

} // namespace

TEST(PairCheck, WithoutAProposalAndWithoutAChangeDoesNotApply)
{
    const PairCheck pair = pairOf(aRun());
    EXPECT_EQ(pair.status, PairStatus::NotApplicable);
    EXPECT_FALSE(countsAsProposal(pair));
    EXPECT_THAT(pair.params, IsEmpty());
    EXPECT_EQ(pairOf(aRun().foreign()).status, PairStatus::NotApplicable);
}

TEST(PairCheck, IsFullWhenEveryParameterMatches)
{
    const PairCheck pair = pairOf(aProposal());
    EXPECT_EQ(pair.status, PairStatus::Full);
    EXPECT_TRUE(pair.applied);
    EXPECT_EQ(pair.signatureChanged, true);
    EXPECT_FALSE(pair.signatureStuck);
    EXPECT_EQ(pair.from, 3);
    EXPECT_EQ(pair.to, 4);
    ASSERT_EQ(pair.params.size(), 2U);
    EXPECT_EQ(pair.params[0].name, "impact_cap_ratio");
}

// A what-if puts its own values in the place of the tuner's, and RUN.json says so.
TEST(PairCheck, WhatAWhatIfPutInPlaceDidArrive)
{
    const auto branched = [](double tailAge) {
        return aProposal()
            .forcing(4, "tail_age_ms", tailAge)
            .forcing(4, "min_interval_ms", 75)
            .editRun([](SoakRun& run) {
                RunBranch branch;
                branch.at = 4;
                branch.set = {{"tail_age_ms", {777}}, {"min_interval_ms", {75}}};
                run.info->branches = {branch};
            });
    };
    const PairCheck pair = pairOf(branched(777));
    EXPECT_EQ(pair.status, PairStatus::PartialOk);
    EXPECT_EQ(pair.reason, "tail_age_ms: a what-if put 777 in its place");
    EXPECT_EQ(pair.params.size(), 2U);
    // Another value than the one that RUN.json names is not excused.
    EXPECT_EQ(pairOf(branched(778)).status, PairStatus::Fail);
}

TEST(PairCheck, IsPartlyOkWhenAParameterWasDropped)
{
    const PairCheck pair = pairOf(aProposal().dropping(3, "tail_age_ms", DropReason::Velocity));
    EXPECT_EQ(pair.status, PairStatus::PartialOk);
    EXPECT_EQ(pair.reason, "tail_age_ms: dropped: velocity");
    EXPECT_THAT(pair.guards, ElementsAre("velocity"));
}

TEST(PairCheck, PartialFreezeIsNamedAmongTheGuards)
{
    const PairCheck pair =
        pairOf(aProposal().dropping(3, "tail_age_ms", DropReason::PartialFreeze));
    EXPECT_THAT(pair.guards, ElementsAre("freeze", "partial_freeze"));
}

TEST(PairCheck, FailsWhenNothingWasAppliedAndNobodySaysWhy)
{
    const auto silence = [](TuningStep& step) {
        step.applied = false;
        step.skip = {};
    };
    EXPECT_EQ(pairOf(aProposal()
                         .editStep(3, silence)
                         .forcing(4, "tail_age_ms", 600)
                         .forcing(4, "impact_cap_ratio", 0.1))
                  .status,
              PairStatus::Fail);
    // The values are there, but the step says that nothing was done.
    const PairCheck pair = pairOf(aProposal().editStep(3, silence));
    EXPECT_EQ(pair.status, PairStatus::Fail);
    EXPECT_THAT(pair.reason, HasSubstr("no reason"));
}

TEST(PairCheck, AFailureOutweighsWhatIsRight)
{
    const PairCheck pair = pairOf(aProposal().forcing(4, "min_interval_ms", 70));
    EXPECT_EQ(pair.status, PairStatus::Fail);
    ASSERT_EQ(pair.params.size(), 3U);
    EXPECT_EQ(pair.params[1].name, "min_interval_ms");
    EXPECT_EQ(pair.params[1].status, ParamStatus::UnexpectedChange);
    EXPECT_EQ(pair.params[1].previous, 60);
    EXPECT_EQ(pair.params[1].observed, 70);
}

TEST(PairCheck, ParameterThatAppearsWithItsDefaultHasNotChanged)
{
    EXPECT_EQ(pairOf(aRun().forcing(4, "concurrency_limit", 10)).status, PairStatus::NotApplicable);
    EXPECT_EQ(pairOf(aRun().forcing(4, "concurrency_limit", 9)).status, PairStatus::Fail);
}

TEST(PairCheck, OfAForeignRunIsNotVerifiableWhereItProposes)
{
    const PairCheck pair = pairOf(aProposal().foreign());
    EXPECT_EQ(pair.status, PairStatus::NotVerifiable);
    EXPECT_TRUE(countsAsProposal(pair));
    EXPECT_EQ(pair.reason, "iteration 3 recorded no overrides");
    ASSERT_EQ(pair.params.size(), 2U);
    EXPECT_EQ(pair.params[1].path, "engine.tail_age_ms");
    EXPECT_EQ(pair.params[1].delta, 30);
}

TEST(PairCheck, SignatureBeforeIsThatOfTheStepElseOfTheIterationBefore)
{
    const auto forgetOld = [](TuningStep& step) { step.oldHash.reset(); };
    EXPECT_EQ(pairOf(aProposal().editStep(3, forgetOld)).signatureChanged, true);
    EXPECT_EQ(pairOf(aRun().editStep(3, forgetOld)).signatureChanged, false);
    EXPECT_EQ(pairOf(aRun().editStep(1, forgetOld), 1).signatureChanged, std::nullopt);
}

TEST(PairCheck, UnchangedSignatureIsStuckOnlyWhereAChangeIsClaimed)
{
    const auto freeze = [](TuningStep& step) { step.stateHash = step.oldHash; };
    EXPECT_TRUE(pairOf(aProposal().editStep(3, freeze)).signatureStuck);
    EXPECT_FALSE(pairOf(aRun().editStep(3, freeze)).signatureStuck);
}

TEST(PairCheck, LastPlannedIterationIsLateThoughItDoesNotSaySo)
{
    const auto silence = [](TuningStep& step) { step.skip = {}; };
    const auto plannedThree = [](SoakRun& run) { run.info->iterations = 3; };
    SkipReason late;
    late.lateIteration = true;
    const PairCheck pair =
        pairOf(aProposal().skipping(3, late).editStep(3, silence).editRun(plannedThree));
    EXPECT_EQ(pair.status, PairStatus::PartialOk) << pair.reason;
}

TEST(PairCheck, ClaimedChangeWithoutAReadableProposalIsNotVerifiable)
{
    const auto claim = [](TuningStep& step) {
        step.applied = true;
        step.changedKeys = {"tail_age_ms"};
    };
    const PairCheck pair = pairOf(aRun().editStep(3, claim));
    EXPECT_EQ(pair.status, PairStatus::NotVerifiable);
    EXPECT_EQ(pair.reason, "recorded as applied, and no proposal can be read");
    const auto claimMore = [](TuningStep& step) { step.changedKeys.emplace_back("max_age_ms"); };
    const PairCheck more = pairOf(aProposal().editStep(3, claimMore));
    EXPECT_EQ(more.status, PairStatus::NotVerifiable);
    EXPECT_EQ(more.reason, "recorded as changed, and no proposal for it can be read: max_age_ms");
}

} // namespace soak
