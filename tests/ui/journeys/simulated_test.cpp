// SPDX-License-Identifier: GPL-3.0-or-later
// A run of the simulated market, started from the window.
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <QDir>
#include <QFile>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

const QString kSimulatingProgram = QStringLiteral(SOAK_PROGRAM_SOAK);

QByteArray runFileBelow(const QString& base)
{
    const QStringList runs = QDir(base).entryList({QStringLiteral("RUN_*")}, QDir::Dirs);
    QFile file(QDir(base).filePath(runs.value(0) + QStringLiteral("/RUN.json")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TEST(SimulatedJourney, IsStartedWithAScenarioAndSaysWhatItIs)
{
    Desk desk;
    desk.start({.soakProgram = kSimulatingProgram});
    press("Ctrl+R");
    ASSERT_TRUE(waitFor(number("iterations"))) << allWords().toStdString();
    EXPECT_EQ(valueOf(choice("engine")), QStringLiteral("sim"));
    EXPECT_TRUE(isShown(words("The market is simulated")));
    EXPECT_FALSE(isShown(field("script"))); // of another engine
    click(field("Folder for runs"));
    press("Ctrl+A");
    typeText(desk.path("runs"));
    ASSERT_TRUE(tabTo(number("iterations")));
    press("Ctrl+A");
    typeText(QStringLiteral("9"));
    ASSERT_TRUE(tabTo(choice("scenario")));
    typeText(QStringLiteral("new"));
    EXPECT_EQ(valueOf(choice("scenario")), QStringLiteral("news"));
    click(button("Start"));
    // Too few iterations, and a market that runs away: the seed is the same every day.
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("FAIL"))) << allWords().toStdString();
    EXPECT_TRUE(until([] { return allWords().contains(QStringLiteral("9 iterations")); }))
        << allWords().toStdString();
    EXPECT_TRUE(runFileBelow(desk.path("runs")).contains("\"scenario\": \"news\""));
    press("Alt+1");
    EXPECT_TRUE(waitFor(words("About engine sim")));
    EXPECT_TRUE(allWords().contains(QStringLiteral("sim, news"))) << allWords().toStdString();
}

} // namespace soak::ui
