// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/changelog.h"
#include "tests/release/judged_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

namespace
{

using testing::HasSubstr;
using testing::Not;

std::string changelogOf(const RunBuilder& builder, std::optional<std::string> version = {})
{
    const Judgement judgement = judgedRun(builder);
    return changelogMarkdown(judgement, factsFor(judgement, std::move(version)));
}

TEST(Changelog, OfAGoodRunSaysWhatChangedAndWhatWasReached)
{
    const std::string text = changelogOf(
        aRun().withIterations(12).proposing(2, {{"tail_age_ms", {30}}}), "v1.0.0-soak-validated");
    EXPECT_THAT(text, HasSubstr("**Version:** v1.0.0-soak-validated"));
    EXPECT_THAT(text, HasSubstr("**Status:** READY"));
    EXPECT_THAT(text, HasSubstr("**Goals met:** 4 of 4"));
    EXPECT_THAT(text, HasSubstr("tail_age_ms +30"));
    EXPECT_THAT(text, HasSubstr("| tail_age_ms | 600 | 630 |"));
    EXPECT_THAT(text, HasSubstr("None was found in the run."));
    EXPECT_THAT(text, HasSubstr("No guard was active."));
}

TEST(Defect39, AFailedRunIsNotCalledAchieved)
{
    const std::string text = changelogOf(aRun().withMockKpis());
    EXPECT_THAT(text, HasSubstr("**Status:** PARTIAL"));
    EXPECT_THAT(text, HasSubstr("**Freeze ready:** no"));
    EXPECT_THAT(text, HasSubstr("- the verdict is FAIL"));
    EXPECT_THAT(text, Not(HasSubstr("chieved")));
    EXPECT_THAT(text, Not(HasSubstr("o breaking changes")));
    EXPECT_THAT(text, HasSubstr("**Version:** not given"));
}

TEST(Changelog, ListsTenIterationsAndCountsTheRest)
{
    RunBuilder builder = aRun().withIterations(30);
    for (int k = 1; k <= 13; ++k) {
        builder.proposing(k, {{"tail_age_ms", {k % 2 == 0 ? -5.0 : 10.0}}});
    }
    EXPECT_THAT(changelogOf(builder), HasSubstr("3 more iterations applied changes."));
}

TEST(Changelog, OfAForeignRunSaysWhatIsNotRecorded)
{
    EXPECT_THAT(changelogOf(aRun().foreign()),
                HasSubstr("What the run began with is not recorded."));
}

} // namespace

} // namespace soak
