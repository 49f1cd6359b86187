// SPDX-License-Identifier: GPL-3.0-or-later
// Another threshold on a chart: a what-if that is seen in tiles and sentences, taken back, done
// again, and saved as a gate profile.
#include "tests/ui/journeys/starts.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <QRegularExpression>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

const Thing kTile{QAccessible::Button, QStringLiteral("Risk ratio: "), Thing::Match::Beginning};
const QString kRecorded = QStringLiteral("\u2264 0.4"); // as on the chart
const QString kRecordedTile = QStringLiteral("Risk ratio: 0.300, target \u2264 0.4 median, margin "
                                             "+0.100. PASS. Iterations of the window: 8 met.");

void startOnThresholds(Desk& desk)
{
    ASSERT_NO_FATAL_FAILURE(startOnCharts(desk));
    ASSERT_EQ(nameOf(kTile), kRecordedTile);
    ASSERT_TRUE(letteringOf("Risk ratio").contains(kRecorded));
    ASSERT_FALSE(isShown(words("gate profile modified")));
}

// The threshold that the chart has now: "≤ 0.2".
QString thresholdOnChart()
{
    return letteringOf("Risk ratio").filter(QStringLiteral("\u2264 ")).value(0);
}

// The chart, the tile and the sentence say `threshold`, and that it is not the recorded one.
void expectBroken(const QString& threshold)
{
    EXPECT_TRUE(until([&] { return nameOf(kTile).contains(QStringLiteral("FAIL")); }))
        << nameOf(kTile).toStdString();
    EXPECT_TRUE(nameOf(kTile).startsWith(
        QStringLiteral("Risk ratio: 0.300, target %1 median, margin \u2212").arg(threshold)))
        << nameOf(kTile).toStdString();
    EXPECT_TRUE(until([&] { return thresholdOnChart() == threshold; }))
        << thresholdOnChart().toStdString();
    // The chips have their place in the next turn.
    EXPECT_TRUE(waitFor(anything("gate profile modified")));
    EXPECT_TRUE(waitFor(anything("GATE: FAIL")));
    const QString sentence = nameOf(words("Risk ratio: median of the last 8"));
    EXPECT_TRUE(sentence.contains(QStringLiteral("the goal is ") + threshold))
        << allWords().toStdString();
}

void expectAsRecorded()
{
    EXPECT_TRUE(until([] { return nameOf(kTile) == kRecordedTile; }))
        << nameOf(kTile).toStdString();
    EXPECT_TRUE(until([] { return thresholdOnChart() == kRecorded; }))
        << thresholdOnChart().toStdString();
    EXPECT_FALSE(isShown(anything("gate profile modified")));
    EXPECT_FALSE(isShown(words("GATE: FAIL")));
    EXPECT_TRUE(isShown(words("All 5 goals are met")));
}

// What the saved profile has for the gate of the risk.
void expectSaved(const Desk& desk, const QString& threshold)
{
    ASSERT_TRUE(waitFor(words("The gate profile is saved as "))) << allWords().toStdString();
    const QString digits = threshold.section(QLatin1Char(' '), 1);
    const QRegularExpression gate(QStringLiteral("\"risk_ratio\"[^}]*\"threshold\": %1\\D")
                                      .arg(QRegularExpression::escape(digits)));
    EXPECT_TRUE(desk.text("strict.json").contains(gate)) << desk.text("strict.json").toStdString();
}

} // namespace

TEST(ThresholdsJourney, ALineThatIsDraggedIsAnotherThreshold)
{
    Desk desk;
    startOnThresholds(desk);
    const QPointF line = placeOf("Risk ratio", kRecorded);
    drag(chart("Risk ratio"), {0.5, line.y()}, {0.5, line.y() + 0.3});
    ASSERT_TRUE(until([] { return thresholdOnChart() != kRecorded; }));
    const QString dragged = thresholdOnChart();
    expectBroken(dragged);
    chooseMenu({QStringLiteral("Edit"), QStringLiteral("Undo")});
    expectAsRecorded();
    chooseMenu({QStringLiteral("Edit"), QStringLiteral("Redo")});
    expectBroken(dragged);
    chooseMenu({QStringLiteral("Analyze"), QStringLiteral("Save Gate Profile\u2026")});
    saveAs(desk.path("strict.json"));
    expectSaved(desk, dragged);
}

TEST(ThresholdsJourney, AThresholdIsTypedByKeys)
{
    Desk desk;
    startOnThresholds(desk);
    press("F6");
    ASSERT_TRUE(tabTo(chart("Risk ratio")));
    press("E");
    ASSERT_TRUE(until([] { return hasFocus(number("Threshold of Risk ratio")); }));
    typeText(QStringLiteral("0.25"));
    press("Return");
    expectBroken(QStringLiteral("\u2264 0.25"));
    press("Ctrl+Z");
    expectAsRecorded();
    press("Ctrl+Shift+Z");
    expectBroken(QStringLiteral("\u2264 0.25"));
    press("Ctrl+Alt+S");
    saveAs(desk.path("strict.json"));
    expectSaved(desk, QStringLiteral("\u2264 0.25"));
}

TEST(ThresholdsJourney, TheMenuOfTheChartAsksForOne)
{
    Desk desk;
    startOnThresholds(desk);
    rightClick(chart("Risk ratio"));
    click({QAccessible::MenuItem, QStringLiteral("Edit Threshold\u2026"), Thing::Match::Beginning});
    ASSERT_TRUE(until([] { return hasFocus(number("Threshold of Risk ratio")); }));
    typeText(QStringLiteral("0.25"));
    press("Return");
    expectBroken(QStringLiteral("\u2264 0.25"));
}

// Escape in the box changes nothing.
TEST(ThresholdsJourney, ABoxThatIsLeftChangesNothing)
{
    Desk desk;
    startOnThresholds(desk);
    press("F6");
    ASSERT_TRUE(tabTo(chart("Risk ratio")));
    press("E");
    ASSERT_TRUE(until([] { return hasFocus(number("Threshold of Risk ratio")); }));
    typeText(QStringLiteral("0.25"));
    press("Escape");
    ASSERT_TRUE(waitForNone(number("Threshold of Risk ratio")));
    ASSERT_TRUE(desk.waitForJobs());
    expectAsRecorded();
}

} // namespace soak::ui
