// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_dir.h"
#include "ui/session/preferences_keeper.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

using namespace std::chrono_literals;

struct Kept {
    TempDir dir;
    Jobs jobs;
    QString file = QString::fromStdString((dir / "p.ini").string());
    Preferences now;
    int asked = 0;
    PreferencesKeeper keeper{jobs, {file, 0ms}, [this] {
                                 ++asked;
                                 return now;
                             }};
    QSignalSpy saved{&keeper, &PreferencesKeeper::saved};
};

} // namespace

TEST(PreferencesKeeper, WhatChangedIsOnDiskSoonThoughNobodyClosesTheWindow)
{
    Kept kept;
    kept.now.theme = ThemeChoice::Dark;
    kept.keeper.changed();
    ASSERT_TRUE(kept.saved.wait());
    EXPECT_EQ(loadPreferences(kept.file).theme, ThemeChoice::Dark);
}

TEST(PreferencesKeeper, ChangesThatComeTogetherAreWrittenOnce)
{
    Kept kept;
    kept.now.language = QStringLiteral("ru");
    kept.keeper.changed();
    kept.now.author = QStringLiteral("ann");
    kept.keeper.changed();
    ASSERT_TRUE(kept.saved.wait());
    EXPECT_EQ(loadPreferences(kept.file).language, QStringLiteral("ru"));
    EXPECT_EQ(loadPreferences(kept.file).author, QStringLiteral("ann"));
    EXPECT_EQ(kept.saved.count(), 1);
}

TEST(PreferencesKeeper, EqualOnesAreNotWrittenAgain)
{
    Kept kept;
    kept.keeper.changed();
    ASSERT_TRUE(kept.saved.wait());
    ASSERT_EQ(kept.asked, 1);
    ASSERT_TRUE(QFile::remove(kept.file));
    kept.keeper.changed();
    ASSERT_TRUE(QTest::qWaitFor([&] { return kept.asked == 2; }));
    EXPECT_TRUE(kept.jobs.running().empty());
    EXPECT_FALSE(QFile::exists(kept.file));
}

TEST(PreferencesKeeper, TheEndWritesAtOnceAndNothingComesAfterIt)
{
    Kept kept;
    kept.now.author = QStringLiteral("ann");
    kept.keeper.changed();
    kept.now.author = QStringLiteral("bob");
    kept.keeper.finish();
    EXPECT_EQ(loadPreferences(kept.file).author, QStringLiteral("bob"));
    kept.now.author = QStringLiteral("eve");
    QCoreApplication::processEvents(); // what waits for no time would be due
    EXPECT_EQ(kept.asked, 1);
    EXPECT_TRUE(kept.jobs.running().empty());
    EXPECT_EQ(loadPreferences(kept.file).author, QStringLiteral("bob"));
}

} // namespace soak::ui
