// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/judgement.h"
#include "core/report/branch_report.h"
#include "tests/support/builders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using testing::ContainsRegex;
using testing::HasSubstr;

struct Pair {
    RunBranch branch;
    Judgement source;
    Judgement branched;

    [[nodiscard]] BranchReport report() const
    {
        return {branch, source, branched, "runs/a", "runs/a_whatif"};
    }
};

Pair pairOf(RunBuilder source, RunBuilder branch, int at)
{
    Pair pair;
    pair.branch.at = at;
    pair.branch.set = {{"tail_age_ms", {650}}};
    pair.source = judge(std::make_shared<SoakRun>(source.build()), missionProfile());
    pair.branched = judge(std::make_shared<SoakRun>(branch.build()), missionProfile());
    return pair;
}

TEST(BranchReport, PutsMeansAndVerdictsBesideEachOther)
{
    const Pair pair =
        pairOf(aRun().withIterations(8), aRun().withIterations(8).with(Metric::NetBps, 1.25), 5);
    const std::string text = branchReportText(pair.report());
    EXPECT_THAT(text, HasSubstr("what-if     from iteration 5 with tail_age_ms 650\n"));
    EXPECT_THAT(text, HasSubstr("taken over  iterations 1 to 4, byte for byte\n"));
    EXPECT_THAT(text, HasSubstr("means of iterations 5 to 8\n"));
    EXPECT_THAT(text, ContainsRegex("net_bps +6\\.30 bps +1\\.25 bps +-5\\.05 +4"));
    EXPECT_THAT(text, HasSubstr("source      PASS: "));
    EXPECT_THAT(text, HasSubstr("what-if     FAIL: "));
    EXPECT_THAT(text, HasSubstr("is no proof"));
}

TEST(BranchReport, WhatHasNoMeanIsNotZero)
{
    const Pair pair =
        pairOf(aRun().withIterations(4).without(Metric::NetBps), aRun().withIterations(4), 2);
    EXPECT_THAT(branchReportText(pair.report()), ContainsRegex("net_bps +n/a +n/a +n/a +0"));
    const auto json = branchReportJson(pair.report());
    const auto& net = json.at("kpis").at(0);
    EXPECT_EQ(net.at("metric"), "net_bps");
    EXPECT_TRUE(net.at("source_mean").is_null());
    EXPECT_TRUE(net.at("change").is_null());
    EXPECT_EQ(net.at("iterations"), 0);
    EXPECT_EQ(json.at("set").at("tail_age_ms"), 650);
    EXPECT_EQ(json.at("verdicts").at("whatif").at("verdict"), "PASS");
}

TEST(BranchReport, SaysThatNothingDiffers)
{
    const Pair pair = pairOf(aRun().withIterations(4), aRun().withIterations(4), 1);
    const std::string text = branchReportText(pair.report());
    EXPECT_THAT(text, HasSubstr("differs     nowhere"));
    EXPECT_THAT(text, HasSubstr("taken over  nothing"));
    EXPECT_TRUE(branchReportJson(pair.report()).at("first_other_file").is_null());
}

} // namespace

} // namespace soak
