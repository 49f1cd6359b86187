// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/readiness.h"
#include "tests/analysis/judged.h"
#include "tests/analysis/verification_cases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace
{

RunBuilder edited(const std::function<void(SoakRun&)>& edit)
{
    return aProposal().editRun(edit);
}

} // namespace

TEST(Readiness, GoodRunIsReadyForBoth)
{
    const Judgement j = judged(aProposal());
    EXPECT_TRUE(j.freezeReady);
    EXPECT_TRUE(j.releaseReady);
    EXPECT_THAT(j.releaseBlockers, IsEmpty());
}

TEST(Readiness, FreezeNeedsAPassAWholeWindowAndNoLoadErrorInIt)
{
    struct Case {
        const char* blocker;
        RunBuilder builder;
    };

    const Case cases[] = {
        {"the verdict is WARN: mean of maker_taker_ratio is 0.8",
         aRun().with(Metric::MakerTakerRatio, 0.8)},
        {"the verdict is FAIL", aRun().without(Metric::NetBps)},
        {"the window holds 7 of 8 iterations", aRun().withIterations(7)},
        {"iteration 9 and 12 of the window could not be read",
         aRun().withIterations(12).unreadable(9).unreadable(12)},
    };
    for (const Case& c : cases) {
        const Judgement j = judged(c.builder);
        EXPECT_FALSE(j.freezeReady) << c.blocker;
        EXPECT_FALSE(j.releaseReady) << c.blocker;
        EXPECT_THAT(j.releaseBlockers, Contains(HasSubstr(c.blocker)));
    }
}

TEST(Readiness, LoadErrorBeforeTheWindowDoesNotBlock)
{
    const Judgement j = judged(aRun().withIterations(12).unreadable(2));
    EXPECT_FALSE(j.loadErrorInWindow);
    EXPECT_TRUE(j.freezeReady);
}

TEST(Readiness, EachBlockerOfAReleaseIsNamed)
{
    struct Case {
        const char* blocker;
        RunBuilder builder;
    };

    const Case cases[] = {
        {"the deltas are not verified", aProposal().forcing(4, "tail_age_ms", 600)},
        {"the deltas are not verified", aProposal().foreign()},
        {"the run is a what-if, which parts from another run in iteration 3",
         edited([](SoakRun& run) {
             run.info->branches.resize(1);
             run.info->branches.front().at = 3;
         })},
        {"tail_age_ms ends at 30, outside its safe limits",
         edited([](SoakRun& run) { run.finalOverrides->values["tail_age_ms"] = ParamValue{30}; })},
        {"risk.impact_cap_ratio is -0.01", edited([](SoakRun& run) {
             for (int twice = 0; twice < 2; ++twice) {
                 run.findings.push_back(
                     {FindingKind::OutOfSafeLimits, Severity::Warning, "runtime_overrides.json",
                      std::nullopt, "risk.impact_cap_ratio", "risk.impact_cap_ratio is -0.01"});
             }
         })},
        {"a freeze is active at the end",
         aProposal().editStep(
             8, [](TuningStep& step) { step.guards.emplace().partialFreeze.active = true; })},
        {"hash chain", edited([](SoakRun& run) { run.chain = ChainState::Broken; })},
        {"the engine failed in iteration 2",
         aProposal().editNotes(2, [](IterationNotes& notes) { notes.failure = "exit status 1"; })},
        {"the run has not ended", edited([](SoakRun& run) { run.end.reset(); })},
        {"p95_latency_ms is missing in iteration 5 of the window",
         aRun().at(5, Metric::P95LatencyMs, std::nullopt)},
        {"is not what the last iteration left: tail_age_ms 700 instead of",
         edited([](SoakRun& run) {
             run.finalOverrides = *run.next.at(run.table.rowCount() - 1);
             run.finalOverrides->values["tail_age_ms"] = {700};
         })},
        {"the run ended as interrupted",
         edited([](SoakRun& run) { run.end->status = RunStatus::Interrupted; })},
    };
    for (const Case& c : cases) {
        const Judgement j = judged(c.builder);
        EXPECT_TRUE(j.freezeReady) << c.blocker;
        EXPECT_FALSE(j.releaseReady) << c.blocker;
        EXPECT_THAT(j.releaseBlockers, Contains(HasSubstr(c.blocker)));
    }
}

TEST(Readiness, ReleaseIsJudgedStrictlyInWhateverModeTheDeltasWereVerified)
{
    RunBuilder builder = aRun().withIterations(12);
    for (int k = 1; k <= 10; ++k) {
        builder.proposing(k, {{"max_age_ms", {5}}});
    }
    builder.editOverrides(4, [](Overrides& o) { o.values["max_age_ms"].amount -= 5; });
    const Judgement j = judged(builder, {.verify = {.mode = VerifyMode::Lenient}});
    EXPECT_EQ(j.verification.verdict, VerifyVerdict::Pass);
    EXPECT_FALSE(j.releaseReady);
}

TEST(Readiness, ForeignRunThatProposedNothingIsReady)
{
    EXPECT_TRUE(judged(aRun().foreign()).releaseReady);
}

TEST(Readiness, AllBlockersAreNamedAtOnce)
{
    const Judgement j = judged(aProposal()
                                   .withIterations(7)
                                   .without(Metric::RiskRatio)
                                   .forcing(4, "tail_age_ms", 30)
                                   .editRun([](SoakRun& run) { run.chain = ChainState::Broken; }));
    EXPECT_THAT(j.releaseBlockers,
                ElementsAre(HasSubstr("verdict"), HasSubstr("window"), HasSubstr("deltas"),
                            HasSubstr("tail_age_ms"), HasSubstr("chain"),
                            HasSubstr("risk_ratio is missing")));
}

} // namespace soak
