// SPDX-License-Identifier: GPL-3.0-or-later
// A link of a sentence: followed by key, and the person goes on from there by key.
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

// Its links: Maker share, 8 (the window) and #1.
const Thing kFirstSentence = words("Maker share: mean of the last 8 is 0.681");

void startOnShortRun(Desk& desk)
{
    desk.start({.paths = {desk.fixture("reference-8")}});
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("FAIL")));
    ASSERT_TRUE(desk.waitForJobs());
}

} // namespace

TEST(LinksJourney, ATileOfTheOverviewLeadsIntoTheChartsAndTheKeysWithIt)
{
    Desk desk;
    startOnShortRun(desk);
    press("Alt+1");
    ASSERT_TRUE(
        tabTo({QAccessible::Button, QStringLiteral("Maker share: "), Thing::Match::Beginning}));
    press("Space");
    ASSERT_TRUE(waitFor(chart("Maker share"))) << allWords().toStdString();
    press("End");
    EXPECT_TRUE(waitFor(words("cursor #8"))) << "the charts have the keys";
}

TEST(LinksJourney, ALinkOfTheOverviewLeadsIntoTheChartsAndTabGoesOnFromItsSentence)
{
    Desk desk;
    startOnShortRun(desk);
    press("Alt+1");
    ASSERT_TRUE(tabTo(kFirstSentence));
    press("Tab");
    press("Tab");
    press("Return"); // #1
    ASSERT_TRUE(waitFor(words("cursor #1"))) << allWords().toStdString();
    EXPECT_TRUE(isShown(chart("p95 latency")));
    EXPECT_TRUE(hasFocus(kFirstSentence)) << "it stands over the charts, too";
}

TEST(LinksJourney, ALinkOfTheChartsLeadsToTheOverviewAndTabGoesOnFromItsSentence)
{
    Desk desk;
    startOnShortRun(desk);
    press("Alt+2");
    ASSERT_TRUE(waitFor(chart("p95 latency")));
    ASSERT_TRUE(tabTo(kFirstSentence));
    press("Return"); // Maker share
    ASSERT_TRUE(waitFor(words("Data quality"))) << allWords().toStdString();
    EXPECT_TRUE(hasFocus(kFirstSentence)) << "it stands in the overview, too";
}

TEST(LinksJourney, InOneViewTabGoesOnAfterTheLink)
{
    Desk desk;
    startOnShortRun(desk);
    press("Alt+2");
    ASSERT_TRUE(waitFor(chart("p95 latency")));
    ASSERT_TRUE(tabTo(kFirstSentence));
    press("Tab");
    press("Tab");
    press("Return"); // #1
    ASSERT_TRUE(waitFor(words("cursor #1"))) << allWords().toStdString();
    EXPECT_TRUE(hasFocus(kFirstSentence)) << "the place of Tab is kept";
    press("Tab");
    EXPECT_FALSE(hasFocus(kFirstSentence)) << "its last link was behind";
}

} // namespace soak::ui
