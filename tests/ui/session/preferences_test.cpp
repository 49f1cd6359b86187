// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_dir.h"
#include "ui/session/preferences.h"

#include <QSettings>
#include <gtest/gtest.h>

namespace soak::ui
{

TEST(Preferences, WhatIsSavedIsLoaded)
{
    const TempDir dir;
    const QString file = QString::fromStdString((dir / "p.ini").string());
    Preferences saved;
    saved.theme = ThemeChoice::Dark;
    saved.language = QStringLiteral("ru");
    addRecent(saved, QStringLiteral("/one"));
    addRecent(saved, QStringLiteral("/two, with a comma"));
    saved.geometry = QByteArray("\x01\x00\x02", 3);
    saved.layout = QByteArray("layout");
    saved.view = QStringLiteral("guards");
    saved.lastVisitMs = 1767600000123;
    saved.runBase = QStringLiteral("/runs");
    saved.author = QStringLiteral("ann");
    setPrivate(saved, QStringLiteral("/secret"), true);
    savePreferences(saved, file);
    EXPECT_EQ(loadPreferences(file), saved);
}

TEST(Preferences, APrivateRunIsNotRemembered)
{
    Preferences preferences;
    addRecent(preferences, QStringLiteral("/secret"));
    setPrivate(preferences, QStringLiteral("/secret"), true);
    EXPECT_TRUE(preferences.recent.isEmpty());
    addRecent(preferences, QStringLiteral("/secret"));
    EXPECT_TRUE(preferences.recent.isEmpty());
    setPrivate(preferences, QStringLiteral("/secret"), false);
    addRecent(preferences, QStringLiteral("/secret"));
    EXPECT_EQ(preferences.recent, QStringList{QStringLiteral("/secret")});
}

TEST(Preferences, ALayoutOfAnotherVersionIsNotTaken)
{
    const TempDir dir;
    const QString file = QString::fromStdString((dir / "p.ini").string());
    Preferences saved;
    saved.layout = QByteArray("layout");
    saved.geometry = QByteArray("geometry");
    saved.language = QStringLiteral("ru");
    savePreferences(saved, file);
    QSettings(file, QSettings::IniFormat)
        .setValue(QStringLiteral("layout/version"), kLayoutVersion + 1);
    const Preferences loaded = loadPreferences(file);
    EXPECT_TRUE(loaded.layout.isEmpty());
    EXPECT_TRUE(loaded.geometry.isEmpty());
    EXPECT_EQ(loaded.language, QStringLiteral("ru"));
}

TEST(Preferences, TheNewestPathIsFirstAndNoneIsTwice)
{
    Preferences preferences;
    for (int i = 0; i < 20; ++i) {
        addRecent(preferences, QString::number(i));
    }
    EXPECT_EQ(preferences.recent.size(), kMostRecent);
    addRecent(preferences, QStringLiteral("15"));
    EXPECT_EQ(preferences.recent.front(), QStringLiteral("15"));
    EXPECT_EQ(preferences.recent.count(QStringLiteral("15")), 1);
}

TEST(Preferences, AbsentOnesAreThoseOfTheFirstDay)
{
    const TempDir dir;
    EXPECT_EQ(loadPreferences(QString::fromStdString((dir / "none.ini").string())), Preferences{});
}

} // namespace soak::ui
