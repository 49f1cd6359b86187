// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/replay_record.h"
#include "core/io/run_files.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

const ReplayRecord kRecord{.runId = "RUN_1",
                           .identity = "RUN_1:ab",
                           .engine = "sim",
                           .scenario = "calm",
                           .iterations = 3,
                           .files = {{"ITER_SUMMARY_1.json", "aa"}, {"RUN.json", "ab"}}};

TEST(ReplayRecord, StandsInRunJsonAndIsReadBack)
{
    RunInfo info;
    info.runId = "RUN_2";
    info.engine = "replay";
    setReplayRecord(info, kRecord);
    const std::string text = runInfoText(info, ParameterRegistry::builtin());
    EXPECT_NE(text.find("KPIs do not answer to the overrides"), std::string::npos) << text;
    std::vector<Finding> findings;
    const auto read = parseRunInfo(text, "RUN.json", ParameterRegistry::builtin(), findings);
    ASSERT_TRUE(read) << describe(read.error());
    EXPECT_TRUE(findings.empty());
    const auto record = replayRecordOf(*read);
    ASSERT_TRUE(record) << describe(record.error());
    EXPECT_EQ(*record, kRecord);
    EXPECT_EQ(runInfoText(*read, ParameterRegistry::builtin()), text);
}

TEST(ReplayRecord, ARunThatIsNoReplayHasNone)
{
    const RunInfo info;
    const auto record = replayRecordOf(info);
    ASSERT_TRUE(record);
    EXPECT_FALSE(*record);
    EXPECT_EQ(replayNote(info), "");
}

TEST(ReplayRecord, TheNoteNamesTheRunAndWhatItsNumbersAreNot)
{
    RunInfo info;
    setReplayRecord(info, kRecord);
    EXPECT_EQ(replayNote(info), "the measurements are those of RUN_1: KPIs do not answer to the "
                                "overrides of this run");
    ReplayRecord foreign = kRecord;
    foreign.runId = "";
    setReplayRecord(info, foreign);
    EXPECT_EQ(replayNote(info), "the measurements are those of a run of another tool: KPIs do not "
                                "answer to the overrides of this run");
}

TEST(ReplayRecord, WhatIsNoRecordIsRefusedByName)
{
    for (const char* text : {"", "7", "[]", "{", "{}", R"({"identity":"a","iterations":3})",
                             R"({"identity":"a","iterations":0,"files":{}})",
                             R"({"identity":"a","iterations":2147483648,"files":{}})",
                             R"({"identity":"a","iterations":1.5,"files":{}})",
                             R"({"identity":7,"iterations":1,"files":{}})",
                             R"({"identity":"a","iterations":1,"files":{"x":1}})"}) {
        RunInfo info;
        info.extras[JsonPath{"replay"}] = text;
        const auto record = replayRecordOf(info);
        ASSERT_FALSE(record) << text;
        EXPECT_EQ(record.error().code, Errc::BadInput);
        EXPECT_EQ(record.error().where, "RUN.json: replay");
        EXPECT_EQ(replayNote(info), "");
    }
}

} // namespace

} // namespace soak
