// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/file.h"
#include "core/base/folder_watch.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <functional>
#include <thread>

namespace soak
{
namespace
{

constexpr Millis kLong{60000}; // the bound of a hang
constexpr Millis kNone{0};

// Waits once for the folder to be watched, so that the next wait is for a change.
void beginWatch(FolderWatch& watch, const fs::path& folder)
{
    ASSERT_TRUE(watch.isAvailable());
    EXPECT_TRUE(watch.wait(folder, kLong, kNone, {}));
}

TEST(FolderWatch, SeesWhatHappensAlsoBeforeItIsWaitedFor)
{
    const TempDir dir;
    dir.write("old", "x");
    const std::vector<std::pair<const char*, std::function<void()>>> table{
        {"made", [&] { dir.write("new", "x"); }},
        {"written again", [&] { dir.write("old", "y"); }},
        {"replaced", [&] { fs::rename(dir / "new", dir / "old"); }},
        {"removed", [&] { fs::remove(dir / "old"); }},
    };
    FolderWatch watch;
    beginWatch(watch, dir.path());
    for (const auto& [name, change] : table) {
        change();
        EXPECT_TRUE(watch.wait(dir.path(), kLong, kNone, {})) << name;
    }
    EXPECT_FALSE(watch.wait(dir.path(), Millis{20}, kNone, {}));
}

TEST(FolderWatch, SeesWhatHappensWhileItWaits)
{
    const TempDir dir;
    FolderWatch watch;
    beginWatch(watch, dir.path());
    std::jthread writer([&] { dir.write("file", "x"); });
    EXPECT_TRUE(watch.wait(dir.path(), kLong, kNone, {}));
}

TEST(FolderWatch, GathersWhatIsWrittenTogether)
{
    const TempDir dir;
    FolderWatch watch;
    beginWatch(watch, dir.path());
    const SystemClock clock;
    const Millis started = clock.monotonic();
    dir.write("file", "x");
    EXPECT_TRUE(watch.wait(dir.path(), kLong, Millis{100}, {}));
    EXPECT_GE(clock.monotonic() - started, Millis{100});
    EXPECT_FALSE(watch.wait(dir.path(), Millis{20}, kNone, {}));
}

TEST(FolderWatch, AFolderThatIsNotThereYetIsSeenWhenItComes)
{
    const TempDir dir;
    const fs::path folder = dir / "a/b/c";
    FolderWatch watch;
    beginWatch(watch, folder);
    fs::create_directories(folder);
    EXPECT_TRUE(watch.wait(folder, kLong, kNone, {})); // it came
    dir.write("a/b/c/file", "x");
    EXPECT_TRUE(watch.wait(folder, kLong, kNone, {}));
}

TEST(FolderWatch, AnotherFolderOfTheNameIsAnother)
{
    const TempDir dir;
    const fs::path folder = dir / "run";
    fs::create_directory(folder);
    FolderWatch watch;
    beginWatch(watch, folder);
    fs::rename(folder, dir / "aside");
    EXPECT_TRUE(watch.wait(folder, kLong, kNone, {}));
    fs::create_directory(folder);
    EXPECT_TRUE(watch.wait(folder, kLong, kNone, {}));
    while (watch.wait(folder, Millis{20}, kNone, {})) { // until only changes are left to see
    }
    dir.write("aside/file", "x");
    EXPECT_FALSE(watch.wait(folder, Millis{20}, kNone, {}));
    dir.write("run/file", "x");
    EXPECT_TRUE(watch.wait(folder, kLong, kNone, {}));
}

TEST(FolderWatch, AStopEndsTheWait)
{
    const TempDir dir;
    FolderWatch watch;
    beginWatch(watch, dir.path());
    std::stop_source stop;
    std::jthread stopper([&] { stop.request_stop(); });
    EXPECT_FALSE(watch.wait(dir.path(), kLong, kNone, stop.get_token()));
    EXPECT_FALSE(watch.wait(dir.path(), kLong, kNone, stop.get_token()));
}

} // namespace
} // namespace soak
