// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/history_csv.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

constexpr const char* kHeadLine =
    "number,version,superseded,run,run_id,started_utc,iterations_read,iterations_planned,verdict,"
    "gates_verdict,state,maker_taker_ratio_last_n,p95_latency_ms_last_n,risk_ratio_last_n,"
    "net_bps_last_n,problems,engine,scenario,profile,gate_profile,tags,releases,decision,folder,"
    "unreadable\r\n";

HistoryRun judgedRun()
{
    HistoryRun run;
    run.number = 12;
    run.version = 2;
    run.row.name = "night";
    run.row.runId = "RUN_1";
    run.row.startedMs = 1'767'608'400'000;
    run.row.planned = 36;
    run.row.engine = "sim";
    run.row.scenario = "storm";
    run.row.gateProfile = "kpi";
    run.row.folder = "/soaks/a, b";
    run.row.tags = {"canary", "v2"};
    run.releases = {"v1.4"};
    run.decision = "ship";
    run.row.activity.activity = RunActivity::Finished;
    RunFigures figures;
    figures.verdict = RunVerdict::Pass;
    figures.gateVerdict = GateResultVerdict::Pass;
    figures.iterationsRead = 8;
    figures.values = {0.875, 340, std::nullopt, -0.125};
    run.row.figures = figures;
    return run;
}

TEST(HistoryCsv, ALineHasAllThatAListKnowsOfTheRun)
{
    const std::vector<HistoryRun> runs{judgedRun()};
    EXPECT_EQ(historyCsv(runs),
              std::string(kHeadLine) +
                  "12,2,false,night,RUN_1,2026-01-05T10:20:00Z,8,36,PASS,PASS,finished,0.875,340,,"
                  "-0.125,0,sim,storm,,kpi,canary v2,v1.4,ship,\"/soaks/a, b\",\r\n");
}

// Missing is never 0: neither are the iterations of a run that could not be read.
TEST(HistoryCsv, WhatIsNotKnownIsAnEmptyCell)
{
    HistoryRun run;
    run.number = 3;
    run.isSuperseded = true;
    run.row.name = "torn";
    run.row.activity.activity = RunActivity::Vanished;
    run.row.folder = "/soaks/torn";
    run.row.whyUnreadable = "RUN.json: \"{\"";
    const std::vector<HistoryRun> runs{run};
    EXPECT_EQ(historyCsv(runs), std::string(kHeadLine) +
                                    "3,1,true,torn,,,,,,,vanished,,,,,,,,,,,,,/soaks/torn,"
                                    "\"RUN.json: \"\"{\"\"\"\r\n");
}

TEST(HistoryCsv, ARunOfAFolderHasNothingThatTheHistoryAloneKnows)
{
    const std::vector<RunRow> rows{judgedRun().row};
    EXPECT_EQ(historyCsv(rows),
              std::string(kHeadLine) +
                  ",,,night,RUN_1,2026-01-05T10:20:00Z,8,36,PASS,PASS,finished,0.875,340,,-0.125,0,"
                  "sim,storm,,kpi,canary v2,,,\"/soaks/a, b\",\r\n");
}

TEST(HistoryCsv, WhatASpreadsheetWouldRunIsDefused)
{
    HistoryRun run = judgedRun();
    run.row.name = "=cmd|'/c calc'!A0";
    const std::vector<HistoryRun> runs{run};
    EXPECT_NE(historyCsv(runs).find(",'=cmd|'/c calc'!A0,"), std::string::npos);
}

TEST(HistoryCsv, WithoutARunTheHeadStands)
{
    EXPECT_EQ(historyCsv(std::span<const HistoryRun>()), kHeadLine);
}

} // namespace
} // namespace soak
