// SPDX-License-Identifier: GPL-3.0-or-later
// An edge of a lane of the guards leads to its row in the list of events.
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

const Thing kLanes = anything("Guards over the iterations");
const Thing kEvents = table("Events");

void startOnGuards(Desk& desk)
{
    desk.start({.paths = {desk.makeRun("mine", 36)}});
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("PASS")));
    ASSERT_TRUE(desk.waitForJobs());
    press("Alt+4");
    ASSERT_TRUE(waitFor(kLanes)) << allWords().toStdString();
    ASSERT_FALSE(isShown(kEvents)) << "the list is closed";
}

} // namespace

TEST(GuardsJourney, AnEdgeLeadsToItsEventByKeys)
{
    Desk desk;
    startOnGuards(desk);
    ASSERT_TRUE(tabTo(kLanes));
    press("Home");
    press("Ctrl+Right");
    const QString edge = nameOf(words("cursor #")).section(QLatin1Char(' '), 1, 1);
    press("Return");
    ASSERT_TRUE(waitFor(kEvents)) << allWords().toStdString();
    ASSERT_TRUE(until([] { return !selectedRow(kEvents).isEmpty(); }));
    EXPECT_EQ(selectedRow(kEvents).front(), edge);
    EXPECT_TRUE(selectedRow(kEvents).at(2).contains(QStringLiteral("velocity")))
        << selectedRow(kEvents).join(u'|').toStdString();
    EXPECT_TRUE(isShown(kLanes)) << "the lanes stay";
}

// The hand goes along the lanes, from the lowest one upwards, until the list opens.
TEST(GuardsJourney, AnEdgeLeadsToItsEvent)
{
    Desk desk;
    startOnGuards(desk);
    for (double y = 0.9; y > 0 && !isShown(kEvents); y -= 0.06) {
        for (double x = 0.1; x < 0.98 && !isShown(kEvents); x += 0.004) {
            click(kLanes, {}, {x, y});
        }
    }
    ASSERT_TRUE(isShown(kEvents)) << allWords().toStdString();
    ASSERT_TRUE(until([] { return !selectedRow(kEvents).isEmpty(); }));
    EXPECT_TRUE(nameOf(words("cursor #"))
                    .startsWith(QStringLiteral("cursor ") + selectedRow(kEvents).front()))
        << nameOf(words("cursor #")).toStdString();
}

} // namespace soak::ui
