// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/folder_mark.h"
#include "tests/history/run_folders.h"

namespace soak
{

TEST(FolderMark, IsAnotherOneAfterAnyChange)
{
    const TempDir dir;
    const fs::path folder = writeRunFolder(dir, "a");
    std::string before = folderMark(folder).value();
    const auto changes = [&before, &folder] {
        const std::string now = folderMark(folder).value();
        const bool isOther = now != before;
        before = now;
        return isOther;
    };
    EXPECT_FALSE(changes());
    dir.write("a/ITER_SUMMARY_9.json", "{}");
    EXPECT_TRUE(changes());
    // The same size at the same time is another file all the same.
    const auto time = fs::last_write_time(folder / "ITER_SUMMARY_9.json");
    ASSERT_TRUE(writeFileAtomically(folder / "ITER_SUMMARY_9.json", "[]"));
    fs::last_write_time(folder / "ITER_SUMMARY_9.json", time);
    EXPECT_TRUE(changes());
    fs::last_write_time(folder / "ITER_SUMMARY_9.json", time + std::chrono::seconds(1));
    EXPECT_TRUE(changes());
    fs::remove(folder / "ITER_SUMMARY_9.json");
    EXPECT_TRUE(changes());
}

TEST(FolderMark, DoesNotSeeWhatIsNotOfTheRun)
{
    const TempDir dir;
    const fs::path folder = writeRunFolder(dir, "a");
    const std::string before = folderMark(folder).value();
    dir.write("a/LATEST.json", "{}");
    dir.write("a/.ITER_SUMMARY_9.json.tmp.1.1", "{}");
    fs::create_directory(folder / "artifacts");
    EXPECT_EQ(folderMark(folder).value(), before);
    EXPECT_EQ(folderMark(dir / "absent").error().code, Errc::NotFound);
}

} // namespace soak
