// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweep_log.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <thread>

namespace soak
{

namespace
{

SweepResult aResult(std::uint64_t seed)
{
    return {"calm", "red", "micro", seed, true, 9, {Metric::NetBps, Metric::RiskRatio}, 2, 1};
}

SweepPlan planOfSeeds(std::uint64_t first, std::uint64_t last)
{
    SweepPlan plan;
    plan.scenarios = {"calm"};
    plan.tuners = {"micro"};
    plan.firstSeed = first;
    plan.lastSeed = last;
    plan.iterations = 8;
    return plan;
}

std::string textOf(const fs::path& file)
{
    return *readFile(file);
}

void append(const fs::path& file, std::string_view text)
{
    std::ofstream(file, std::ios::app) << text;
}

class OfSweepLog : public testing::Test
{
protected:
    SweepLog opened(const SweepPlan& plan)
    {
        auto log = SweepLog::open(m_file, plan);
        EXPECT_TRUE(log) << describe(log.error());
        return std::move(*log);
    }

    TempDir m_folder;
    fs::path m_file = m_folder.path() / "sweep.jsonl";
    SweepPlan m_plan = planOfSeeds(1, 4);
};

} // namespace

TEST_F(OfSweepLog, ReadsBackWhatItKept)
{
    EXPECT_EQ(opened(m_plan).known(), 0U);
    ASSERT_TRUE(opened(m_plan).add(aResult(7)));
    SweepResult red{"calm", "red", "none", 8, false, {}, {}, 0, 0};
    ASSERT_TRUE(opened(m_plan).add(red));
    const SweepLog log = opened(m_plan);
    EXPECT_EQ(log.known(), 2U);
    const SweepResult* found = log.find({"calm", "red", "micro", 7});
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(sweepResultJson(*found), sweepResultJson(aResult(7)));
    EXPECT_EQ(log.find({"calm", "red", "none", 8})->firstGreen, std::nullopt);
    EXPECT_EQ(log.find({"calm", "red", "none", 7}), nullptr);
}

// What was made in another way is not the same soak.
TEST_F(OfSweepLog, KeepsOtherWaysApart)
{
    ASSERT_TRUE(opened(m_plan).add(aResult(7)));
    std::vector<SweepPlan> others(5, m_plan);
    others[0].iterations = 24;
    others[1].guards = SweepGuards::On;
    others[2].isPerturbed = true;
    others[3].starts = {"default"};
    others[4].prior.middleNoise[0] = 1;
    std::size_t othersMade = 0;
    for (const SweepPlan& plan : others) {
        const SweepLog log = opened(plan);
        EXPECT_EQ(log.known(), 0U);
        EXPECT_EQ(log.otherwise(), ++othersMade);
        SweepResult made = aResult(9);
        made.start = plan.starts.front();
        ASSERT_TRUE(log.add(made));
    }
    EXPECT_EQ(opened(m_plan).known(), 1U);
}

TEST_F(OfSweepLog, KnowsSoaksOfEveryStartApart)
{
    m_plan.starts = {"red", "steady_safe"};
    SweepResult safe = aResult(7);
    safe.start = "steady_safe";
    safe.isGreen = false;
    ASSERT_TRUE(opened(m_plan).add(safe));
    ASSERT_TRUE(opened(m_plan).add(aResult(7)));
    const SweepLog log = opened(m_plan);
    EXPECT_EQ(log.known(), 2U);
    EXPECT_FALSE(log.find({"calm", "steady_safe", "micro", 7})->isGreen);
    EXPECT_TRUE(log.find({"calm", "red", "micro", 7})->isGreen);
    EXPECT_EQ(opened(planOfSeeds(1, 4)).otherwise(), 1U);
}

TEST_F(OfSweepLog, AKillLeavesHalfALineThatTheNextEnds)
{
    ASSERT_TRUE(opened(m_plan).add(aResult(1)));
    const std::string whole = textOf(m_file);
    for (std::size_t cut = 1; cut < whole.size(); cut += 7) {
        fs::remove(m_file);
        append(m_file, whole + whole.substr(0, cut));
        const SweepLog log = opened(m_plan);
        EXPECT_EQ(log.known(), 1U);
        ASSERT_TRUE(log.add(aResult(2)));
        EXPECT_EQ(opened(m_plan).known(), 2U) << cut;
    }
}

TEST_F(OfSweepLog, RefusesWhatIsNoLogAndLeavesItAlone)
{
    for (const std::string& text :
         {std::string("a letter to a friend"), std::string("a letter\n"), std::string("{}\n"),
          "{" + std::string(5000, 'x'), std::string("[1,2]\n"),
          std::string("{\"scenario\":\"calm\",\"tuner\":\"x\",\"seed\":-1}\n")}) {
        fs::remove(m_file);
        append(m_file, text);
        const auto log = SweepLog::open(m_file, m_plan);
        ASSERT_FALSE(log) << text;
        EXPECT_EQ(log.error().code, Errc::BadInput);
        EXPECT_EQ(textOf(m_file), text);
    }
    EXPECT_FALSE(SweepLog::open(m_folder.path(), m_plan)) << "a folder";
}

TEST_F(OfSweepLog, ManyMayWriteAtOnce)
{
    {
        std::vector<std::jthread> writers;
        for (std::uint64_t writer = 0; writer < 4; ++writer) {
            writers.emplace_back([&, writer] {
                const SweepLog log = opened(m_plan);
                for (std::uint64_t k = 0; k < 25; ++k) {
                    EXPECT_TRUE(log.add(aResult(writer * 100 + k)));
                }
            });
        }
    }
    EXPECT_EQ(opened(m_plan).known(), 100U);
}

TEST_F(OfSweepLog, ASweepThatWasStoppedGoesOn)
{
    const auto whole = runSweep(planOfSeeds(1, 4), 1);
    const SweepLog first = opened(planOfSeeds(1, 2));
    ASSERT_TRUE(runSweep(planOfSeeds(1, 2), 2, {}, {}, &first));
    append(m_file, "{\"half\":");
    const SweepLog log = opened(m_plan);
    EXPECT_EQ(log.known(), 2U);
    const auto rest = runSweep(m_plan, 2, {}, {}, &log);
    ASSERT_TRUE(whole && rest);
    ASSERT_EQ(rest->size(), whole->size());
    for (std::size_t k = 0; k < whole->size(); ++k) {
        EXPECT_EQ(sweepResultJson(rest->at(k)), sweepResultJson(whole->at(k)));
    }
    EXPECT_EQ(opened(m_plan).known(), 4U);
    EXPECT_EQ(std::ranges::count(textOf(m_file), '\n'), 4) << "none was made twice";
}

} // namespace soak
