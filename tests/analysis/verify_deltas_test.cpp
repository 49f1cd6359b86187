// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/judgement.h"
#include "core/analysis/verify_deltas.h"
#include "tests/analysis/verification_cases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

TEST(VerifyDeltas, PassesWhenEveryValueArrived)
{
    const Verification v = verified(aProposal());
    EXPECT_EQ(v.verdict, VerifyVerdict::Pass) << v.reason;
    EXPECT_EQ(thePair(v).status, PairStatus::Full);
    EXPECT_EQ(v.pairsTotal, 7);
    EXPECT_EQ(v.proposedCount, 1);
    EXPECT_EQ(v.fullApplyRatio, 1.0);
    EXPECT_EQ(v.effectiveApplyRatio, 1.0);
    const ParamCheck tail = paramOf(v, "tail_age_ms");
    EXPECT_EQ(tail.path, "engine.tail_age_ms");
    EXPECT_EQ(tail.previous, 600);
    EXPECT_EQ(tail.delta, 30);
    EXPECT_EQ(tail.expected, 630);
    EXPECT_EQ(tail.observed, 630);
    EXPECT_EQ(tail.status, ParamStatus::Match);
}

TEST(VerifyDeltas, GoldenTrajectoryHasSevenProposalsFourOfThemFull)
{
    for (const int iterations : {8, 36}) {
        const SoakRun run = goldenTrajectory(iterations).build();
        EXPECT_EQ(stateHash(*run.finalOverrides, ParameterRegistry::builtin()),
                  "083d8133e080af1c96caddf3fcefdca120ace4c38bc9284476ca7442a1a75b6e");
        const Verification v = verifyDeltas(run, ParameterRegistry::builtin());
        EXPECT_EQ(v.verdict, VerifyVerdict::Pass) << v.reason;
        EXPECT_EQ(v.proposedCount, 7);
        EXPECT_EQ(v.fullApplyCount, 4);
        EXPECT_EQ(v.partialOkCount, 3);
        EXPECT_EQ(v.failCount, 0);
        EXPECT_EQ(v.fullApplyRatio, 1.0);
        EXPECT_EQ(v.effectiveApplyRatio, 0.571);
    }
}

TEST(VerifyDeltas, FailsWhenAValueDiffersThoughTheNameIsPresent)
{
    struct Case {
        const char* name;
        double observed;
        ParamStatus status;
        const char* reason;
    };

    const Case cases[] = {
        {"not applied", 600, ParamStatus::Mismatch, "not applied"},
        {"partly applied", 615, ParamStatus::Mismatch, "partly applied: 15 of 30"},
        {"as an absolute value", 30, ParamStatus::AppliedAsAbsolute, "stored as the value"},
        {"wrong direction", 570, ParamStatus::Mismatch, "wrong direction"},
        {"too far", 660, ParamStatus::Mismatch, "too far: 60 instead of 30"},
    };
    for (const Case& c : cases) {
        const Verification v =
            verified(aProposal().forcing(kProposing + 1, "tail_age_ms", c.observed));
        EXPECT_EQ(v.verdict, VerifyVerdict::Fail) << c.name;
        EXPECT_EQ(verifyExitCode(v), ExitCode::NegativeVerdict) << c.name;
        EXPECT_EQ(thePair(v).status, PairStatus::Fail) << c.name;
        EXPECT_EQ(paramOf(v, "tail_age_ms").status, c.status) << c.name;
        EXPECT_THAT(paramOf(v, "tail_age_ms").reason, HasSubstr(c.reason)) << c.name;
        EXPECT_THAT(v.problemParams, ElementsAre(Pair("tail_age_ms", 1))) << c.name;
        EXPECT_EQ(v.fullApplyRatio, 0.0) << c.name;
    }
}

TEST(VerifyDeltas, FindsAValueWrittenUnderAPathThatIsNoAlias)
{
    const Verification v = verified(aProposal().editOverrides(kProposing + 1, [](Overrides& o) {
        o.values["tail_age_ms"] = ParamValue{600};
        o.extras[{"quoting", "tail_age_ms"}] = "630";
    }));
    EXPECT_EQ(v.verdict, VerifyVerdict::Fail);
    EXPECT_EQ(paramOf(v, "tail_age_ms").status, ParamStatus::WrongPath);
    EXPECT_THAT(paramOf(v, "tail_age_ms").reason, HasSubstr("quoting.tail_age_ms"));
    EXPECT_THAT(v.nestedMissPaths, ElementsAre("3:tail_age_ms:engine.tail_age_ms"));
}

TEST(VerifyDeltas, FindsAValueUnderAnAliasBesideAnotherCanonicalValue)
{
    const auto conflict = [](SoakRun& run) {
        run.findings.push_back(
            {FindingKind::OverrideConflict, Severity::Warning, "ITER_SUMMARY_4.json", 4,
             "runtime_overrides.engine.tail_age_ms",
             "engine.tail_age_ms = 600.0 (used), taker_rescue.tail_age_ms = 630.0"});
    };
    const Verification v =
        verified(aProposal().forcing(kProposing + 1, "tail_age_ms", 600).editRun(conflict));
    EXPECT_EQ(paramOf(v, "tail_age_ms").status, ParamStatus::WrongPath);
    EXPECT_EQ(v.nestedMissPaths.size(), 1U);
}

TEST(VerifyDeltas, FindsAParameterThatVanished)
{
    const Verification v = verified(aProposal().editOverrides(
        kProposing + 1, [](Overrides& o) { o.values.erase("tail_age_ms"); }));
    EXPECT_EQ(paramOf(v, "tail_age_ms").status, ParamStatus::Missing);
    EXPECT_THAT(v.nestedMissPaths, ElementsAre("3:tail_age_ms:engine.tail_age_ms"));
    EXPECT_EQ(v.verdict, VerifyVerdict::Fail);
}

TEST(VerifyDeltas, FindsAChangeWithoutAProposal)
{
    // Enough good pairs to keep the ratio: the change alone must fail it.
    RunBuilder builder = aRun().withIterations(40).forcing(30, "min_interval_ms", 70);
    for (int k = 1; k < 30; ++k) {
        builder.proposing(k, {{"max_age_ms", {5}}});
    }
    const Verification v = verified(builder);
    EXPECT_GE(v.fullApplyRatio, kStrictThreshold);
    EXPECT_EQ(v.verdict, VerifyVerdict::Fail);
    EXPECT_EQ(paramOf(v, "min_interval_ms", 29).status, ParamStatus::UnexpectedChange);

    const Verification alone = verified(aRun().forcing(5, "min_interval_ms", 70));
    EXPECT_EQ(alone.proposedCount, 1);
    EXPECT_EQ(alone.failCount, 1);
    EXPECT_FALSE(alone.nothingToVerify);
    EXPECT_EQ(alone.verdict, VerifyVerdict::Fail);
}

TEST(VerifyDeltas, OneAbsoluteValueFailsWhateverTheRatio)
{
    RunBuilder builder = aRun().withIterations(40).forcing(31, "max_age_ms", 5);
    for (int k = 1; k <= 30; ++k) {
        builder.proposing(k, {{"max_age_ms", {5}}});
    }
    const Verification v = verified(builder);
    EXPECT_GE(v.fullApplyRatio, kStrictThreshold);
    EXPECT_EQ(v.verdict, VerifyVerdict::Fail);
    EXPECT_THAT(v.reason, HasSubstr("1 change stored as an absolute value"));
}

TEST(VerifyDeltas, AcceptsWhatGuardsAndBoundsLeftOfAProposal)
{
    SkipReason velocity;
    velocity.velocity = true;
    velocity.note = "velocity cap exceeded";
    SkipReason late;
    late.lateIteration = true;
    late.note = "final iteration";

    struct Case {
        const char* name;
        RunBuilder builder;
        PairStatus status;
    };

    const Case cases[] = {
        {"clamped", aRun().proposing(kProposing, {{"tail_age_ms", {500}}}), PairStatus::Full},
        {"at bound",
         aRun()
             .startingFrom([] {
                 Overrides o = bestCell();
                 o.values["tail_age_ms"] = ParamValue{800};
                 return o;
             }())
             .proposing(kProposing, {{"tail_age_ms", {30}}}),
         PairStatus::PartialOk},
        {"frozen", aProposal().dropping(kProposing, "impact_cap_ratio", DropReason::SteadyFreeze),
         PairStatus::PartialOk},
        {"all frozen",
         aProposal()
             .dropping(kProposing, "impact_cap_ratio", DropReason::PartialFreeze)
             .dropping(kProposing, "tail_age_ms", DropReason::PartialFreeze),
         PairStatus::PartialOk},
        {"blocked", aProposal().skipping(kProposing, velocity), PairStatus::PartialOk},
        {"late", aProposal().skipping(kProposing, late), PairStatus::PartialOk},
        {"rounded", aRun().proposing(kProposing, {{"replace_rate_per_min", {-38.25}}}),
         PairStatus::Full},
        {"binary noise",
         aProposal().forcing(kProposing + 1, "impact_cap_ratio", 0.09000000000000001),
         PairStatus::Full},
        {"rubbish under an alias", aProposal().editRun([](SoakRun& run) {
             run.findings.push_back({FindingKind::OverrideConflict, Severity::Warning, "", 4, "",
                                     "tail_age_ms = 630 (used), taker_rescue.tail_age_ms = 30"});
         }),
         PairStatus::Full},
        {"absent from the overrides, default counts",
         aRun().proposing(kProposing, {{"concurrency_limit", {-1}}}), PairStatus::Full},
        {"absent and dropped",
         aRun()
             .proposing(kProposing, {{"rescue_max_ratio", {0.1}}})
             .dropping(kProposing, "rescue_max_ratio", DropReason::PartialFreeze),
         PairStatus::PartialOk},
    };
    for (const Case& c : cases) {
        const Verification v = verified(c.builder);
        EXPECT_EQ(thePair(v).status, c.status) << c.name << ": " << thePair(v).reason;
        EXPECT_EQ(v.verdict, VerifyVerdict::Pass) << c.name << ": " << v.reason;
    }
}

TEST(VerifyDeltas, WarmupComparesBaselinesBelowTheOverlay)
{
    const PhasePlan plan{.enabled = true, .warmupIterations = 4, .rampdownIterations = 2};
    RunBuilder builder = aRun().withIterations(10).withWarmup(plan, 25);
    for (int k = 1; k < 9; ++k) {
        builder.proposing(k, {{"min_interval_ms", {1}}});
    }
    const Verification v = verified(builder);
    EXPECT_EQ(v.verdict, VerifyVerdict::Pass) << v.reason;
    EXPECT_EQ(v.fullApplyCount, 8);
    EXPECT_EQ(v.signatureStuckCount, 0);
}

TEST(VerifyDeltas, GapWhereSomethingMayHaveChangedIsUnverified)
{
    const Verification v = verified(aRun()
                                        .proposing(3, {{"tail_age_ms", {30}}})
                                        .proposing(4, {{"tail_age_ms", {30}}})
                                        .missing(4));
    EXPECT_EQ(thePair(v).to, 5);
    EXPECT_EQ(thePair(v).status, PairStatus::NotVerifiable);
    EXPECT_EQ(v.verdict, VerifyVerdict::Unverified);
    EXPECT_EQ(verifyExitCode(v), ExitCode::BadInput);
}

TEST(VerifyDeltas, GapAcrossWhichNothingChangedIsNone)
{
    const Verification v = verified(aProposal().missing(4));
    EXPECT_EQ(thePair(v).status, PairStatus::Full);
    EXPECT_EQ(v.verdict, VerifyVerdict::Pass) << v.reason;
}

TEST(VerifyDeltas, ChangeHiddenByAGapIsNotVerifiable)
{
    const Verification v = verified(aRun().proposing(4, {{"tail_age_ms", {30}}}).missing(4));
    EXPECT_EQ(v.notVerifiableCount, 1);
    EXPECT_EQ(v.verdict, VerifyVerdict::Unverified);
}

TEST(VerifyDeltas, ForeignRunIsUnverifiedAndNamesTheAbsoluteDeltas)
{
    const auto likeTheReference = [](SoakRun& run) {
        run.findings.push_back({FindingKind::OverrideConflict, Severity::Warning,
                                "runtime_overrides.json", std::nullopt, "tail_age_ms",
                                "tail_age_ms = 600.0 (used), engine.tail_age_ms = 30.0"});
        run.finalOverrides = bestCell();
    };
    const RunBuilder builder = aProposal().foreign().editRun(likeTheReference);
    const Verification v = verified(builder);
    EXPECT_EQ(v.verdict, VerifyVerdict::Unverified);
    EXPECT_EQ(v.fullApplyRatio, std::nullopt);
    EXPECT_EQ(v.notVerifiableCount, 1);
    EXPECT_EQ(verifyExitCode(v), ExitCode::BadInput);
    EXPECT_THAT(v.reason, HasSubstr("engine.tail_age_ms 30"));
    EXPECT_EQ(v.legacy.fullApplyCount, 1);
    EXPECT_EQ(v.legacy.fullApplyRatio, 1.0);
    EXPECT_EQ(verifyExitCode(verified(builder, {.mode = VerifyMode::Lenient})), ExitCode::Ok);
}

TEST(VerifyDeltas, NothingProposedAndNothingChangedPasses)
{
    const Verification v = verified(aRun());
    EXPECT_TRUE(v.nothingToVerify);
    EXPECT_EQ(v.fullApplyRatio, 1.0);
    EXPECT_EQ(v.effectiveApplyRatio, std::nullopt);
    EXPECT_EQ(v.verdict, VerifyVerdict::Pass);
}

TEST(VerifyDeltas, RunWithoutAnyRecordOfTuningIsNoInput)
{
    const auto forget = [](SoakRun& run) {
        run.tuning = {};
        for (std::size_t row = 0; row < run.table.rowCount(); ++row) {
            run.tuning.appendAbsent();
        }
    };
    for (const VerifyMode mode : {VerifyMode::Strict, VerifyMode::Lenient}) {
        const Verification v = verified(aRun().foreign().editRun(forget), {.mode = mode});
        EXPECT_EQ(v.verdict, VerifyVerdict::Unverified);
        EXPECT_EQ(v.fullApplyRatio, std::nullopt);
        EXPECT_EQ(verifyExitCode(v), ExitCode::BadInput);
    }
}

TEST(VerifyDeltas, ClaimedChangeWithTheSameHashIsStuck)
{
    const Verification v = verified(
        aProposal().editStep(kProposing, [](TuningStep& step) { step.stateHash = step.oldHash; }));
    EXPECT_EQ(v.signatureStuckCount, 1);
    EXPECT_EQ(v.fullApplyRatio, 1.0);
    EXPECT_EQ(v.verdict, VerifyVerdict::Fail);

    for (const char* unknown :
         {"na", "", "0000000000000000000000000000000000000000000000000000000000000000"}) {
        const Verification u =
            verified(aProposal().editStep(kProposing, [unknown](TuningStep& step) {
                step.stateHash = unknown;
                step.oldHash = unknown;
            }));
        EXPECT_EQ(u.signatureStuckCount, 0) << unknown;
        EXPECT_EQ(thePair(u).signatureChanged, std::nullopt) << unknown;
    }
}

TEST(VerifyDeltas, LenientModeWarnsBelowItsOwnThreshold)
{
    RunBuilder builder = aRun().withIterations(12);
    for (int k = 1; k <= 10; ++k) {
        builder.proposing(k, {{"max_age_ms", {5}}});
    }
    // Two of ten are left where they were.
    for (const int k : {3, 7}) {
        builder.editOverrides(k + 1, [](Overrides& o) { o.values["max_age_ms"].amount -= 5; });
    }
    EXPECT_EQ(verified(builder).fullApplyRatio, 0.8);
    EXPECT_EQ(verified(builder).verdict, VerifyVerdict::Fail);
    EXPECT_EQ(verified(builder, {.mode = VerifyMode::Lenient}).verdict, VerifyVerdict::Pass);
    const Verification warned = verified(builder, {.mode = VerifyMode::Lenient, .threshold = 0.9});
    EXPECT_EQ(warned.verdict, VerifyVerdict::Warn);
    EXPECT_EQ(verifyExitCode(warned), ExitCode::Ok);
    EXPECT_EQ(verified(builder, {.threshold = 0.8}).verdict, VerifyVerdict::Pass);
}

TEST(VerifyDeltas, ThresholdIsComparedWithTheUnroundedRatio)
{
    RunBuilder builder = aRun().withIterations(200).forcing(200, "max_age_ms", 7777);
    for (int k = 1; k <= 199; ++k) {
        builder.proposing(k, {{"max_age_ms", {k % 2 == 0 ? 5.0 : -5.0}}});
    }
    for (int k = 2; k <= 10; ++k) {
        builder.forcing(k, "max_age_ms", 1000 + 100 * k);
    }
    const Verification v = verified(builder); // 189 of 199
    EXPECT_EQ(v.fullApplyRatio, 0.95);
    EXPECT_EQ(v.verdict, VerifyVerdict::Fail) << v.reason;
}

} // namespace soak
