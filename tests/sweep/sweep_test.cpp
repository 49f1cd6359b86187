// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/preset.h"
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
    SweepPlan more = aPlan();
    more.starts = {"red", "best_cell", "steady_safe"};
    const auto all = sweepTasks(more);
    ASSERT_TRUE(all);
    ASSERT_EQ(all->size(), 24U);
    EXPECT_EQ(all->at(3).start + all->at(3).tuner, "redmodel");
    EXPECT_EQ(all->at(4).start + all->at(4).tuner, "best_cellnone");
}

// The overrides of a profile, whatever the seed.
TEST(Sweep, BeginsWhereItIsToldTo)
{
    const ScenarioSpec* calm = findScenario("calm");
    for (const std::string start : {"default", "best_cell", "steady_safe"}) {
        SweepPlan plan = aPlan();
        plan.starts = {start};
        const auto result = sweepOne(plan, {"calm", start, "none", 5});
        const Profile* profile = findBuiltinProfile(start);
        SweepSoak soak;
        soak.market = calm->market;
        soak.seed = 5;
        soak.start = profile == nullptr ? Overrides{} : profile->overrides;
        soak.iterations = plan.iterations;
        const auto outcome = soakInMemory(soak);
        ASSERT_TRUE(result && outcome) << start;
        EXPECT_EQ(result->start, start);
        EXPECT_EQ(outcome->end, soak.start) << "untuned";
        EXPECT_EQ(result->failing, outcome->failing) << start;
    }
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
    plan.starts = {"default"};
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
    EXPECT_NE(codeAndPlace([](SweepPlan& plan) { plan.starts = {"nowhere"}; }).find("steady_safe"),
              std::string::npos);
    EXPECT_NE(codeAndPlace([](SweepPlan& plan) {
                  plan.starts = {"red", "red"};
              }).find("named twice"),
              std::string::npos);
    codeAndPlace([](SweepPlan& plan) { plan.starts.clear(); });
    codeAndPlace([](SweepPlan& plan) { plan.lastSeed = 1; });
    codeAndPlace([](SweepPlan& plan) { plan.lastSeed = UINT64_MAX; });
    codeAndPlace([](SweepPlan& plan) { plan.iterations = 3; });
}

} // namespace soak
