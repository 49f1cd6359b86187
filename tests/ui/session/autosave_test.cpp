// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_dir.h"
#include "ui/session/autosave.h"

#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

#include <limits>

namespace soak::ui
{
namespace
{

using namespace std::chrono_literals;

WorkspaceData withFolder(const char* folder)
{
    WorkspaceData some;
    some.folders = {folder};
    return some;
}

} // namespace

TEST(Autosave, SavesWhatIsOpenWhenItChanged)
{
    Jobs jobs;
    const TempDir dir;
    WorkspaceData open = withFolder("/one");
    Autosave autosave(jobs, {dir.path() / "state", 5ms}, [&] { return open; });
    QSignalSpy saved(&autosave, &Autosave::saved);
    autosave.begin();
    ASSERT_TRUE(saved.wait());
    EXPECT_EQ(loadWorkspace(autosave.file())->folders, open.folders);
    open = withFolder("/two");
    ASSERT_TRUE(QTest::qWaitFor([&] {
        const auto loaded = loadWorkspace(autosave.file());
        return loaded && loaded->folders == open.folders;
    }));
}

TEST(Autosave, AWindowThatFellLeftWhatItHadOpen)
{
    Jobs jobs;
    const TempDir dir;
    ASSERT_TRUE(saveWorkspace(withFolder("/one"), dir / "last.soakws"));
    dir.write("window.pid", std::to_string(std::numeric_limits<int>::max()) + "\n");
    const Autosave next(jobs, {dir.path(), 1h}, [] { return WorkspaceData(); });
    const auto left = next.leftBehind();
    ASSERT_TRUE(left);
    EXPECT_EQ(left->folders.front(), "/one");
}

TEST(Autosave, AWindowThatEndedWellLeavesNothingToOffer)
{
    Jobs jobs;
    const TempDir dir;
    {
        Autosave autosave(jobs, {dir.path(), 1h}, [] { return withFolder("/one"); });
        autosave.begin();
        EXPECT_TRUE(fs::exists(dir / "window.pid"));
        // While it lives, another window has nothing to offer either.
        EXPECT_FALSE(autosave.leftBehind());
        autosave.finish();
    }
    const Autosave next(jobs, {dir.path(), 1h}, [] { return WorkspaceData(); });
    EXPECT_FALSE(next.leftBehind());
    EXPECT_EQ(loadWorkspace(next.file())->folders.size(), 1U);
}

TEST(Autosave, AChangeThatWasToldIsKeptSoon)
{
    Jobs jobs;
    const TempDir dir;
    WorkspaceData open = withFolder("/one");
    Autosave autosave(jobs, {dir.path(), 1h, 1ms}, [&] { return open; });
    QSignalSpy saved(&autosave, &Autosave::saved);
    autosave.changed(); // before it begins nothing is kept
    autosave.begin();
    open = withFolder("/two");
    autosave.changed();
    ASSERT_TRUE(saved.wait());
    EXPECT_EQ(loadWorkspace(autosave.file())->folders, open.folders);
}

TEST(Autosave, SaysHowTheWindowBeforeEnded)
{
    Jobs jobs;
    const TempDir dir;
    Autosave next(jobs, {dir.path(), 1h}, [] { return withFolder("/one"); });
    EXPECT_FALSE(next.kept());
    ASSERT_TRUE(saveWorkspace(withFolder("/one"), dir / "last.soakws"));
    EXPECT_EQ(next.kept()->ending, Autosave::Ending::Well);
    next.begin();
    EXPECT_EQ(next.kept()->ending, Autosave::Ending::StillLives);
    dir.write("window.pid", std::to_string(std::numeric_limits<int>::max()) + "\n");
    EXPECT_EQ(next.kept()->ending, Autosave::Ending::Fell);
    EXPECT_EQ(next.kept()->data.folders, withFolder("/one").folders);
}

TEST(Autosave, AFolderThatCannotBeWrittenIsSaid)
{
    Jobs jobs;
    const TempDir dir;
    dir.write("file", "x");
    Autosave autosave(jobs, {dir / "file", 5ms}, [] { return withFolder("/one"); });
    QSignalSpy failed(&autosave, &Autosave::failed);
    autosave.begin();
    EXPECT_GE(failed.count(), 1);
}

} // namespace soak::ui
