// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace soak::ui
{

TEST(Theme, AChoiceSetsThePaletteAndSaysSo)
{
    Theme theme;
    QSignalSpy changed(&theme, &Theme::changed);
    theme.choose(ThemeChoice::Dark);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(theme.tone(), Tone::Dark);
    EXPECT_EQ(QApplication::palette().color(QPalette::Window), colourOf(Tone::Dark, Ink::Window));
    theme.choose(ThemeChoice::Light);
    EXPECT_EQ(QApplication::palette().color(QPalette::Window), colourOf(Tone::Light, Ink::Window));
}

TEST(Theme, TheSystemsToneIsWhatItWasBeforeAnyChoice)
{
    Theme theme;
    const Tone before = theme.tone();
    theme.choose(before == Tone::Light ? ThemeChoice::Dark : ThemeChoice::Light);
    theme.choose(ThemeChoice::System);
    EXPECT_EQ(theme.tone(), before);
    theme.choose(ThemeChoice::Light);
}

TEST(Theme, NoFontIsSmallerThanElevenPixels)
{
    for (const QFont& font :
         {Theme::textFont(), Theme::smallFont(), Theme::strongFont(), Theme::numberFont()}) {
        EXPECT_GE(font.pixelSize(), 11);
    }
}

} // namespace soak::ui
