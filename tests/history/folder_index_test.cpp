// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/folder_index.h"
#include "core/model/run_identity.h"
#include "tests/io/records.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

constexpr EpochMs kNow = 1'770'000'000'000;

RunInfo infoOf(EpochMs started)
{
    RunInfo info = sampleInfo();
    info.runId = "RUN_" + std::to_string(started);
    info.startedMs = started;
    return info;
}

void writeRunAt(const TempDir& dir, const fs::path& folder, EpochMs started, int count)
{
    const RunInfo info = infoOf(started);
    dir.write(folder / kRunFile, runInfoText(info, builtin()));
    for (int k = 1; k <= count; ++k) {
        IterationRecord record = sampleRecord(k);
        record.runId = info.runId;
        dir.write(folder / summaryFileName(k), iterationText(record, builtin()));
    }
}

std::vector<RunRow> listed(const TempDir& dir)
{
    auto rows = FolderIndex({dir.path()}).list(kNow, {}, {});
    EXPECT_TRUE(rows);
    return std::move(*rows);
}

} // namespace

TEST(FolderIndex, ListsTheNewestFirstWithoutReadingIterations)
{
    const TempDir dir;
    writeRunAt(dir, "nightly/soak/latest", 1'760'000'000'000, 8);
    writeRunAt(dir, "spread test", 1'765'000'000'000, 3);
    const auto rows = listed(dir);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].name, "spread test");
    EXPECT_EQ(rows[0].files, 3U);
    EXPECT_EQ(rows[0].planned, 8);
    EXPECT_EQ(rows[0].activity.activity, RunActivity::WriterDead);
    EXPECT_EQ(rows[1].name, "nightly");
    EXPECT_EQ(rows[1].runId, "RUN_1760000000000");
    EXPECT_EQ(rows[1].engine, "mock");
    EXPECT_FALSE(rows[1].figures);
}

TEST(FolderIndex, IdentityIsThatOfTheLoadedRun)
{
    const TempDir dir;
    writeRunAt(dir, "a", 1'760'000'000'000, 2);
    dir.write("b/ITER_SUMMARY_3.json", iterationText(sampleRecord(3), builtin()));
    for (const RunRow& row : listed(dir)) {
        EXPECT_EQ(row.identity, listedIdentity(*loaded(row.folder))) << row.folder;
        EXPECT_TRUE(row.startedMs);
    }
}

TEST(FolderIndex, AnIsolatedRunAndItsCopyAreOneRow)
{
    const TempDir dir;
    writeRunAt(dir, "base/soak/latest", 1'760'000'000'000, 4);
    writeRunAt(dir, "base/RUN_1760000000000", 1'760'000'000'000, 4);
    const auto rows = listed(dir);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_TRUE(rows[0].folder.ends_with("/RUN_1760000000000"));
    ASSERT_EQ(rows[0].alsoIn.size(), 1U);
    EXPECT_TRUE(rows[0].alsoIn[0].ends_with("/base/soak/latest"));
}

TEST(FolderIndex, ARunThatCannotBeReadIsARowWithAReason)
{
    const TempDir dir;
    dir.write("broken/RUN.json", "not JSON");
    dir.write("broken/ITER_SUMMARY_1.json", "{");
    dir.write("empty/RUN.json", runInfoText(infoOf(1'761'000'000'000), builtin()));
    const FolderIndex index({dir.path()});
    const auto rows = listed(dir);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].name, "empty");
    EXPECT_EQ(rows[0].whyUnreadable, "there is no iteration yet");
    EXPECT_EQ(rows[1].name, "broken");
    EXPECT_TRUE(rows[1].whyUnreadable.starts_with("RUN.json: "));
    const auto judged = index.judged(rows[1], {});
    ASSERT_TRUE(judged);
    EXPECT_FALSE(judged->figures);
    EXPECT_FALSE(judged->whyUnreadable.empty());
}

TEST(FolderIndex, JudgedRowsHaveTheirFigures)
{
    const TempDir dir;
    writeRunAt(dir, "a", 1'760'000'000'000, 8);
    const FolderIndex index({dir.path()});
    const auto row = index.judged(listed(dir).front(), {});
    ASSERT_TRUE(row);
    ASSERT_TRUE(row->figures);
    EXPECT_EQ(row->figures->verdict, RunVerdict::Warn); // maker share 0.8
    EXPECT_EQ(row->figures->iterationsRead, 8U);
    EXPECT_EQ(row->figures->window.size(), 8U);
}

TEST(FolderIndex, StopsWhenAskedAndSaysWhatIsMissing)
{
    const TempDir dir;
    writeRunAt(dir, "a", 1'760'000'000'000, 8);
    std::stop_source stop;
    stop.request_stop();
    const FolderIndex index({dir.path()});
    EXPECT_EQ(index.list(kNow, stop.get_token(), {}).error().code, Errc::Cancelled);
    EXPECT_EQ(index.judged(listed(dir).front(), stop.get_token()).error().code, Errc::Cancelled);
    EXPECT_EQ(FolderIndex({dir / "absent"}).list(kNow, {}, {}).error().code, Errc::NotFound);
}

TEST(FolderIndex, ProgressCountsRuns)
{
    const TempDir dir;
    writeRunAt(dir, "a", 1'760'000'000'000, 1);
    writeRunAt(dir, "b", 1'761'000'000'000, 1);
    std::uint64_t most = 0;
    const auto rows =
        FolderIndex({dir.path()})
            .list(kNow, {}, [&most](std::uint64_t done, std::uint64_t, std::string_view what) {
                most = what == "runs" ? done : most;
            });
    EXPECT_EQ(rows->size(), 2U);
    EXPECT_EQ(most, 2U);
}

} // namespace soak
