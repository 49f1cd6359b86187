// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/history/history_record.h"
#include "core/io/run_state.h"
#include "tests/history/run_folders.h"

namespace soak
{

TEST(HistoryRecord, SaysWhatJudgingSays)
{
    const TempDir dir;
    const fs::path folder = writeRunFolder(dir, "a", {.count = 10});
    const auto record = readRecord(folder, kFirstStart, {});
    ASSERT_TRUE(record);
    EXPECT_EQ(record->contentHash, runStateHash(*loaded(folder)));
    EXPECT_EQ(record->row.figures->iterationsRead, 10U);
    EXPECT_EQ(record->lastN[indexOf(Metric::P95LatencyMs)], 310);  // greatest of the window
    EXPECT_EQ(record->mean[indexOf(Metric::P95LatencyMs)], 305.5); // of all ten
    EXPECT_EQ(record->lastN[indexOf(Metric::OrderAgeP95Ms)], std::nullopt);
    EXPECT_EQ(record->seed, "18446744073709551615");
    EXPECT_EQ(record->ended, "completed");
    EXPECT_EQ(record->windowSize, 8);
    EXPECT_EQ(record->lastIterationMs, kFirstStart + 3'000'000);
}

TEST(HistoryRecord, WhatCannotBeReadHasAReasonAndNoFigures)
{
    const TempDir dir;
    dir.write("a/ITER_SUMMARY_1.json", "[]");
    const auto record = readRecord(dir / "a", kFirstStart, {});
    ASSERT_TRUE(record);
    EXPECT_EQ(record->run, nullptr);
    EXPECT_FALSE(record->row.whyUnreadable.empty());
    std::stop_source stop;
    stop.request_stop();
    writeRunFolder(dir, "b");
    EXPECT_EQ(readRecord(dir / "b", kFirstStart, stop.get_token()).error().code, Errc::Cancelled);
}

TEST(HistoryRecord, TheWindowIsOneTextAndBack)
{
    const std::vector<WindowPoint> window{
        {29, WindowMark::Met, 0.02}, {30, WindowMark::Broke, -0.1}, {31, WindowMark::Missing, {}}};
    EXPECT_EQ(windowToText(window), "29+0.02 30--0.1 31?");
    EXPECT_EQ(windowFromText(windowToText(window)), window);
    EXPECT_EQ(windowFromText(""), std::vector<WindowPoint>{});
    EXPECT_EQ(windowFromText("x +1 7+0.5 -3+1 99999999999+1 8").size(), 1U);
}

TEST(HistoryRecord, PathsThatAreNotUtf8AreKept)
{
    EXPECT_EQ(storedPath("/a b"), "/a b");
    EXPECT_EQ(storedPath("/\xFF"), "bytes:2fff");
    for (const std::string path : {"/a", "/\xFF\xFE x", "bytes:00"}) {
        EXPECT_TRUE(isValidUtf8(storedPath(path)));
        EXPECT_EQ(pathFromStored(storedPath(path)), path);
    }
}

} // namespace soak
