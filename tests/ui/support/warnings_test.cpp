// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/warnings.h"

#include <QDebug>
#include <gtest/gtest.h>

namespace soak::ui
{

TEST(Warnings, AFreshOneIsCollectedAndSoFailsItsTest)
{
    qWarning("a fresh warning");
    const QStringList warnings = takeWarnings();
    ASSERT_EQ(warnings.size(), 1);
    EXPECT_TRUE(warnings.front().contains(QStringLiteral("a fresh warning")));
}

TEST(Warnings, TheLinesOfThePlatformAreAllowedByWholeLineOnly)
{
    qWarning("This plugin does not support raise()");
    EXPECT_TRUE(takeWarnings().isEmpty());
    qWarning("This plugin does not support raise() today");
    EXPECT_EQ(takeWarnings().size(), 1);
}

TEST(Warnings, NotesAreNoWarnings)
{
    qDebug("a note");
    qInfo("another");
    EXPECT_TRUE(takeWarnings().isEmpty());
}

} // namespace soak::ui
