// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/release_stages.h"
#include "core/release/rollback_plan.h"
#include "tests/release/judged_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

namespace
{

using testing::HasSubstr;

std::string planOf(const RunBuilder& builder)
{
    const Judgement judgement = judgedRun(builder);
    return rollbackPlanMarkdown(judgement, factsFor(judgement));
}

TEST(RollbackPlan, RestoresWhatTheRunBeganWith)
{
    const std::string text = planOf(
        aRun().proposing(2, {{"tail_age_ms", {30}}}).editOverrides(3, [](Overrides& overrides) {
            overrides.values["concurrency_limit"] = {2};
        }));
    EXPECT_THAT(text, HasSubstr("| tail_age_ms | 600 | 630 |"));
    EXPECT_THAT(text, HasSubstr("- remove concurrency_limit"));
    EXPECT_THAT(text, HasSubstr("MM_DISABLE_AUTO_TUNE=1"));
}

TEST(RollbackPlan, HasEveryTriggerOfTheTable)
{
    const std::string text = planOf(aRun());
    for (const RollbackTrigger& trigger : rollbackTriggers()) {
        EXPECT_THAT(text, HasSubstr("| " + std::string(trigger.title)));
    }
}

TEST(RollbackPlan, InventsNoProfileForAForeignRun)
{
    EXPECT_THAT(planOf(aRun().foreign()),
                HasSubstr("The run does not record what was in force before it"));
}

} // namespace

} // namespace soak
