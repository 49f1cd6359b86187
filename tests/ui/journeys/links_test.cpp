// SPDX-License-Identifier: GPL-3.0-or-later
// A link of a sentence: followed by key, and the person goes on from there by key.
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

const Thing kFirstSentence = words("All 5 goals are met; least to spare has ");

void startOnMine(Desk& desk)
{
    desk.start({.paths = {desk.makeRun("mine", 36)}});
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("PASS")));
    ASSERT_TRUE(desk.waitForJobs());
}

} // namespace

TEST(LinksJourney, ALinkOfTheOverviewLeadsIntoTheChartsAndTheKeysWithIt)
{
    Desk desk;
    startOnMine(desk);
    press("Alt+1");
    ASSERT_TRUE(tabTo(kFirstSentence));
    press("Return"); // Maker share
    ASSERT_TRUE(waitFor(chart("Maker share"))) << allWords().toStdString();
    press("End");
    EXPECT_TRUE(waitFor(words("cursor #36"))) << "the charts have the keys";
}

TEST(LinksJourney, InOneViewTabGoesOnAfterTheLink)
{
    Desk desk;
    startOnMine(desk);
    press("Alt+2");
    ASSERT_TRUE(waitFor(chart("p95 latency")));
    ASSERT_TRUE(tabTo(kFirstSentence));
    press("Return");
    EXPECT_TRUE(hasFocus(kFirstSentence)) << "the place of Tab is kept";
    press("Tab");
    EXPECT_FALSE(hasFocus(kFirstSentence)) << "its one link was behind";
}

} // namespace soak::ui
