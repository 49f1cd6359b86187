// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/said_text.h"
#include "core/release/release_steps.h"
#include "tests/release/judged_run.h"

#include <gtest/gtest.h>

#include <functional>

namespace soak
{

namespace
{

// A release with everything done.
ReleaseProgress finished()
{
    ReleaseProgress progress;
    progress.evidence = evidenceOf(judgedRun(aRun()));
    progress.decision = ReleaseChoice::Ship;
    progress.plan.run = "/runs/one";
    progress.plan.out = "/dist";
    progress.plan.version = "v1";
    progress.plan.signingKey = "/key";
    progress.plan.repository = "/repository";
    progress.dryRun = std::vector<std::string>();
    progress.isBuilt = true;
    progress.isSigned = true;
    progress.verification = BundleVerification{};
    progress.tag = TagOutcome{};
    return progress;
}

struct StepCase {
    ReleaseStep step;
    std::string reason;
    std::function<void(ReleaseProgress&)> edit;
};

std::vector<StepCase> cases()
{
    return {
        {ReleaseStep::Evidence, "the evidence is being looked at",
         [](ReleaseProgress& p) { p.evidence.reset(); }},
        {ReleaseStep::Evidence, "Risk ratio, median of the last 8",
         [](ReleaseProgress& p) {
             p.evidence = evidenceOf(judgedRun(aRun().with(Metric::RiskRatio, 0.6)));
         }},
        {ReleaseStep::Evidence, "nobody has decided yet",
         [](ReleaseProgress& p) { p.decision.reset(); }},
        {ReleaseStep::Contents, "the version is not named",
         [](ReleaseProgress& p) { p.plan.version.clear(); }},
        {ReleaseStep::Contents, "the folder for the bundle is not named",
         [](ReleaseProgress& p) { p.plan.out.clear(); }},
        {ReleaseStep::Contents, "a bundle does not lie in the run that it is made of",
         [](ReleaseProgress& p) { p.plan.out = "/runs/one/dist"; }},
        {ReleaseStep::DryRun, "the dry run is not made",
         [](ReleaseProgress& p) { p.dryRun.reset(); }},
        {ReleaseStep::DryRun, "there is one already: x",
         [](ReleaseProgress& p) {
             p.dryRun = {"there is one already: x"};
             p.isBuilt = false;
         }},
        {ReleaseStep::DryRun, "the bundle is not built",
         [](ReleaseProgress& p) { p.isBuilt = false; }},
        {ReleaseStep::Sign, "the bundle is not signed",
         [](ReleaseProgress& p) { p.isSigned = false; }},
        {ReleaseStep::Sign, "no key is chosen",
         [](ReleaseProgress& p) {
             p.isSigned = false;
             p.plan.signingKey.reset();
         }},
        {ReleaseStep::Sign, "the bundle is not verified",
         [](ReleaseProgress& p) { p.verification.reset(); }},
        {ReleaseStep::Sign, "the bundle does not verify: is missing",
         [](ReleaseProgress& p) {
             p.verification->checks.push_back(
                 {CheckId::Files, CheckState::Failed, "README.md", "is missing"});
         }},
        {ReleaseStep::Tag, "no repository is named",
         [](ReleaseProgress& p) { p.plan.repository.reset(); }},
        {ReleaseStep::Tag, "the dry run of the tag is not made",
         [](ReleaseProgress& p) { p.tag.reset(); }},
        {ReleaseStep::Tag, "HEAD is a, the run was made of b",
         [](ReleaseProgress& p) {
             p.tag->problems = {{ExitCode::NegativeVerdict, "HEAD is a, the run was made of b"}};
         }},
        {ReleaseStep::Tag, "a PARTIAL bundle cannot be tagged",
         [](ReleaseProgress& p) { p.plan.isPartial = true; }},
    };
}

TEST(ReleaseSteps, OfAFinishedReleaseAreDone)
{
    for (const StepOutlook& step : outlookOf(finished())) {
        EXPECT_EQ(step, (StepOutlook{StepState::Done, {}}));
    }
    EXPECT_EQ(furthestStep(outlookOf(finished())), ReleaseStep::Tag);
}

// What is not there blocks its own step, says why, and makes those after it wait.
TEST(ReleaseSteps, BlockWhereSomethingIsMissing)
{
    for (const StepCase& one : cases()) {
        ReleaseProgress progress = finished();
        one.edit(progress);
        const ReleaseOutlook outlook = outlookOf(progress);
        const auto at = static_cast<std::size_t>(one.step);
        EXPECT_EQ(outlook.at(at), (StepOutlook{StepState::Blocked, {one.reason}})) << one.reason;
        EXPECT_EQ(furthestStep(outlook), one.step) << one.reason;
        for (std::size_t i = 0; i < kReleaseSteps; ++i) {
            if (i != at) {
                EXPECT_EQ(outlook.at(i).state, i < at ? StepState::Done : StepState::Waiting)
                    << one.reason << ", step " << i;
            }
        }
        EXPECT_TRUE(saidTextOf(one.reason)) << one.reason;
    }
}

TEST(ReleaseSteps, APartialBundleNeedsNoDecisionAndNoGoodEvidence)
{
    ReleaseProgress progress = finished();
    progress.evidence = evidenceOf(judgedRun(aRun().with(Metric::RiskRatio, 0.6)));
    progress.decision.reset();
    progress.plan.isPartial = true;
    EXPECT_EQ(furthestStep(outlookOf(progress)), ReleaseStep::Tag);
}

TEST(ReleaseSteps, AnUnsignedBundleIsAChoice)
{
    ReleaseProgress progress = finished();
    progress.isSigned = false;
    progress.plan.isUnsigned = true;
    EXPECT_EQ(furthestStep(outlookOf(progress)), ReleaseStep::Tag);
}

TEST(ReleaseSteps, HaveKeysThatAreReadBack)
{
    for (std::size_t i = 0; i < kReleaseSteps; ++i) {
        const auto step = static_cast<ReleaseStep>(i);
        EXPECT_EQ(releaseStepFromKey(keyOf(step)), step);
    }
    EXPECT_FALSE(releaseStepFromKey(""));
}

} // namespace

} // namespace soak
