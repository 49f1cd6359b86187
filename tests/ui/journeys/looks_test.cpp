// SPDX-License-Identifier: GPL-3.0-or-later
// Theme and language: switched while the window is open, remembered for the next time.
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

const QString kDark = QStringLiteral("Dark");

// How light the window is, 0 to 255, as it was painted.
int lightness()
{
    QWidget* window = widgetOf(table("Runs"))->window();
    return qGray(window->grab(QRect(2, 2, 1, 1)).toImage().pixel(0, 0));
}

void openOne(Desk& desk)
{
    desk.start({.paths = {desk.fixture("reference-8")}});
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("FAIL")));
}

void expectDarkNextTime(Desk& desk)
{
    ASSERT_TRUE(until([] { return lightness() < 100; })) << lightness();
    press("Ctrl+Q");
    ASSERT_TRUE(until([&] { return !desk.isWindowOpen(); }));
    EXPECT_TRUE(desk.text(Desk::kPreferences).contains(QStringLiteral("theme=dark")))
        << desk.text(Desk::kPreferences).toStdString();
    desk.end();
    openOne(desk);
    EXPECT_LT(lightness(), 100);
}

void expectRussianNextTime(Desk& desk)
{
    const QString fail = QStringLiteral("\u041f\u0420\u041e\u0412\u0410\u041b");
    ASSERT_TRUE(until([&] { return !desk.title().contains(QStringLiteral("FAIL")); }));
    EXPECT_TRUE(waitFor(tab("\u041e\u0431\u0437\u043e\u0440"))) << allWords().toStdString();
    press("Ctrl+Q");
    ASSERT_TRUE(until([&] { return !desk.isWindowOpen(); }));
    EXPECT_TRUE(desk.text(Desk::kPreferences).contains(QStringLiteral("language=ru")));
    desk.end();
    desk.start({.paths = {desk.fixture("reference-8")}});
    EXPECT_TRUE(waitFor(tab("\u041e\u0431\u0437\u043e\u0440")));
}

} // namespace

TEST(LooksJourney, TheDarkThemeByTheMenu)
{
    Desk desk;
    openOne(desk);
    ASSERT_GT(lightness(), 150);
    chooseMenu({QStringLiteral("View"), QStringLiteral("Theme"), kDark});
    expectDarkNextTime(desk);
}

TEST(LooksJourney, TheDarkThemeByKeys)
{
    Desk desk;
    openOne(desk);
    chooseMenuByKeys({QStringLiteral("View"), QStringLiteral("Theme"), kDark});
    expectDarkNextTime(desk);
}

TEST(LooksJourney, RussianByTheMenu)
{
    Desk desk;
    openOne(desk);
    chooseMenu({QStringLiteral("View"), QStringLiteral("Language"),
                QStringLiteral("\u0420\u0443\u0441\u0441\u043a\u0438\u0439")});
    expectRussianNextTime(desk);
}

TEST(LooksJourney, RussianByKeys)
{
    Desk desk;
    openOne(desk);
    chooseMenuByKeys({QStringLiteral("View"), QStringLiteral("Language"),
                      QStringLiteral("\u0420\u0443\u0441\u0441\u043a\u0438\u0439")});
    expectRussianNextTime(desk);
}

// What the person chose is on disk before the window is closed.
TEST(LooksJourney, WhatWasChosenIsThereThoughTheWindowFell)
{
    Desk desk;
    openOne(desk);
    chooseMenuByKeys({QStringLiteral("View"), QStringLiteral("Theme"), kDark});
    ASSERT_TRUE(until([] { return lightness() < 100; })) << lightness();
    EXPECT_TRUE(until([&] {
        return desk.text(Desk::kPreferences).contains(QStringLiteral("theme=dark"));
    })) << desk.text(Desk::kPreferences).toStdString();
    desk.end();
    openOne(desk);
    EXPECT_LT(lightness(), 100);
}

} // namespace soak::ui
