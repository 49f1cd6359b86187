// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/influence_prior.h"
#include "core/sweep/sweep.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

SweepPlan aPlan()
{
    SweepPlan plan;
    plan.scenarios = {"calm", "thin"};
    plan.tuners = {"none", "model"};
    plan.firstSeed = 5;
    plan.lastSeed = 6;
    plan.iterations = 8;
    plan.prior = builtinPrior().curves;
    return plan;
}

std::string told(const std::vector<SweepResult>& results)
{
    std::string text;
    for (const SweepResult& one : results) {
        text += one.scenario + " " + one.tuner + " " + std::to_string(one.seed) +
                (one.isGreen ? " green\n" : " red\n");
    }
    return text;
}

} // namespace

TEST(Sweep, ListsItsTasksInOrder)
{
    const auto tasks = sweepTasks(aPlan());
    ASSERT_TRUE(tasks);
    ASSERT_EQ(tasks->size(), 8U);
    EXPECT_EQ(tasks->front().scenario + tasks->front().tuner, "calmnone");
    EXPECT_EQ(tasks->at(3).tuner, "model");
    EXPECT_EQ(tasks->at(3).seed, 6U);
    EXPECT_EQ(tasks->back().scenario, "thin");
}

TEST(Sweep, GivesTheSameWithAnyNumberOfThreadsAndTaskByTask)
{
    const SweepPlan plan = aPlan();
    std::uint64_t most = 0;
    const auto alone = runSweep(plan, 1);
    const auto together =
        runSweep(plan, 3, {}, [&](std::uint64_t done, std::uint64_t total, std::string_view) {
            EXPECT_EQ(total, 8U);
            most = std::max(most, done);
        });
    ASSERT_TRUE(alone && together);
    EXPECT_EQ(most, 8U);
    EXPECT_EQ(told(*alone), told(*together));
    std::vector<SweepResult> each;
    const auto tasks = sweepTasks(plan);
    for (const SweepTask& task : *tasks) {
        each.push_back(*sweepOne(plan, task));
    }
    EXPECT_EQ(told(each), told(*alone));
}

TEST(Sweep, APerturbedMarketIsAnother)
{
    SweepPlan plan = aPlan();
    plan.start = SweepStart::Default;
    plan.tuners = {"none"};
    plan.lastSeed = 14;
    const auto own = runSweep(plan, 2);
    plan.isPerturbed = true;
    const auto other = runSweep(plan, 2);
    bool differs = false;
    for (std::size_t k = 0; k < own->size(); ++k) {
        differs = differs || own->at(k).failing != other->at(k).failing;
    }
    EXPECT_TRUE(differs);
}

TEST(Sweep, RefusesWhatIsNotThere)
{
    const auto codeAndPlace = [](const std::function<void(SweepPlan&)>& edit) {
        SweepPlan plan = aPlan();
        edit(plan);
        const auto refused = runSweep(plan, 1);
        EXPECT_FALSE(refused);
        return refused ? std::string() : describe(refused.error());
    };
    EXPECT_NE(codeAndPlace([](SweepPlan& plan) { plan.scenarios = {"stormy"}; }).find("calm"),
              std::string::npos);
    EXPECT_NE(codeAndPlace([](SweepPlan& plan) { plan.tuners = {"magic"}; }).find("magic"),
              std::string::npos);
    codeAndPlace([](SweepPlan& plan) { plan.lastSeed = 1; });
    codeAndPlace([](SweepPlan& plan) { plan.lastSeed = UINT64_MAX; });
    codeAndPlace([](SweepPlan& plan) { plan.iterations = 3; });
}

} // namespace soak
