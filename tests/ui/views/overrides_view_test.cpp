// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/ui/support/open_runs.h"
#include "ui/views/guard_lane_chart.h"
#include "ui/views/guards_view.h"
#include "ui/views/override_heat_map.h"
#include "ui/views/overrides_view.h"

#include <QCheckBox>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

int leavesOf(const QTreeWidget& tree)
{
    int leaves = 0;
    for (int i = 0; i < tree.topLevelItemCount(); ++i) {
        leaves += tree.topLevelItem(i)->childCount();
    }
    return leaves;
}

bool says(const QWidget& widget, const char* text)
{
    for (const auto* label : widget.findChildren<QLabel*>()) {
        if (!label->isHidden() && label->text().contains(QString::fromUtf8(text))) {
            return true;
        }
    }
    return false;
}

} // namespace

TEST(OverridesView, ShowsDifferencesOnlyUntilToldOtherwise)
{
    OpenRuns runs;
    runs.openMock(12);
    OverridesView view(runs.context);
    const auto* tree = view.findChild<QTreeWidget*>();
    ASSERT_GT(leavesOf(*tree), 0);
    runs.selection.setMarkA(10); // side A follows; nothing changed since
    const int differing = leavesOf(*tree);
    view.findChild<QCheckBox*>()->setChecked(false);
    EXPECT_GT(leavesOf(*tree), differing);
}

TEST(OverridesView, NStepsThroughTheChangesAndGoesRound)
{
    OpenRuns runs;
    runs.openMock(12);
    OverridesView view(runs.context);
    view.show();
    const auto* tree = view.findChild<QTreeWidget*>();
    view.nextChange();
    const QTreeWidgetItem* first = tree->currentItem();
    ASSERT_NE(first, nullptr);
    for (int i = 0; i < leavesOf(*tree); ++i) {
        view.nextChange();
    }
    EXPECT_EQ(tree->currentItem(), first);
    view.previousChange();
    EXPECT_NE(tree->currentItem(), first);
}

TEST(OverridesView, CopiesTheDifferenceAsJsonPatch)
{
    OpenRuns runs;
    runs.openMock(12);
    OverridesView view(runs.context);
    view.copyJsonPatch();
    const QString text = QGuiApplication::clipboard()->text();
    EXPECT_EQ(text, view.jsonPatch());
    EXPECT_TRUE(text.contains(QStringLiteral("/quoting/min_interval_ms"))) << text.toStdString();
}

TEST(OverridesView, ARunWithoutOverridesNamesTheKeyThatIsMissing)
{
    OpenRuns runs;
    runs.openFixture("reference-8");
    const OverridesView view(runs.context);
    EXPECT_TRUE(says(view, "runtime_overrides"));
}

TEST(OverrideHeatMap, SaysEachCellAndMovesByKeys)
{
    OpenRuns runs;
    OverrideHeatMap map(runs.context);
    map.setRun(aRun().proposing(3, {{"min_interval_ms", {5}}}).shared());
    ASSERT_EQ(map.parameterCount(), 1U); // the others never change
    EXPECT_EQ(map.cellText(0, 3), QStringLiteral("min_interval_ms at #4: 65, was 60"));
    EXPECT_EQ(map.cellText(0, 4), QStringLiteral("min_interval_ms at #5: 65"));
    map.resize(400, 60);
    QTest::keyClick(&map, Qt::Key_End);
    EXPECT_EQ(runs.selection.cursor(), 8);
    QTest::keyClick(&map, Qt::Key_Left);
    EXPECT_EQ(runs.selection.cursor(), 7);
    std::vector<TextLink> followed;
    QObject::connect(&map, &OverrideHeatMap::linkActivated, &map,
                     [&](const TextLink& link) { followed.push_back(link); });
    QTest::keyClick(&map, Qt::Key_Return);
    ASSERT_EQ(followed.size(), 1U);
    EXPECT_EQ(followed.front().name, "quoting.min_interval_ms");
}

TEST(OverrideHeatMap, TheMenuOfACellIsOfTheChangeThatLedToIt)
{
    OpenRuns runs;
    OverrideHeatMap map(runs.context);
    map.setRun(aRun().proposing(3, {{"min_interval_ms", {5}}}).shared());
    map.resize(400, 60);
    QSignalSpy asked(&map, &OverrideHeatMap::parameterMenuRequested);
    QTest::keyClick(&map, Qt::Key_Home);
    for (int step = 0; step < 3; ++step) {
        QTest::keyClick(&map, Qt::Key_Right);
    }
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(&map, &byKey);
    const QPoint fifth(static_cast<int>(map.plotRect().left() + map.plotRect().width() * 4.5 / 8),
                       static_cast<int>(map.plotRect().top()) + 3);
    QContextMenuEvent byMouse(QContextMenuEvent::Mouse, fifth, map.mapToGlobal(fifth));
    QCoreApplication::sendEvent(&map, &byMouse);
    QContextMenuEvent outside(QContextMenuEvent::Mouse, {-5, -5}, {});
    QCoreApplication::sendEvent(&map, &outside);
    ASSERT_EQ(asked.count(), 2);
    EXPECT_EQ(asked[0][0].toInt(), 3); // the cell of #4
    EXPECT_EQ(asked[0][1].toString(), QStringLiteral("min_interval_ms"));
    EXPECT_EQ(asked[1][0].toInt(), 4);
}

TEST(GuardLaneList, SaysHowMuchTimeIsLeft)
{
    const auto judgement =
        judge(aRun()
                  .editStep(3,
                            [](TuningStep& step) {
                                step.guards.emplace();
                                step.guards->clock = Millis{1000};
                                step.guards->latencyHard = {false, true, Millis{400}};
                            })
                  .shared(),
              missionProfile());
    const auto lanes = guardLaneList(judgement);
    ASSERT_GE(lanes.size(), 3U);
    EXPECT_EQ(lanes[0].kind, LaneKind::Raw);
    EXPECT_EQ(lanes[2].kind, LaneKind::Timer);
    EXPECT_TRUE(lanes[2].textAt(3).contains(QStringLiteral("opens in 1900 of 2500 ms")))
        << lanes[2].textAt(3).toStdString();
    EXPECT_EQ(lanes[0].spans, (std::vector<LaneSpan>{{3, 3, {}}}));
    EXPECT_EQ(edgesOf(lanes), std::vector<int>{3});
}

TEST(GuardLaneChart, KeysMoveTheCursorAndGoToTheNextEdge)
{
    OpenRuns runs;
    GuardLaneChart chart(runs.context);
    Lane lane;
    lane.kind = LaneKind::Freeze;
    lane.title = QStringLiteral("freeze: rebid");
    lane.spans = {{4, 6, QStringLiteral("latency")}};
    chart.setLanes({lane}, edgesOf({lane}), 1, 10);
    runs.selection.setCursor(1);
    QTest::keyClick(&chart, Qt::Key_Right);
    EXPECT_EQ(runs.selection.cursor(), 2);
    QTest::keyClick(&chart, Qt::Key_Right, Qt::ControlModifier);
    EXPECT_EQ(runs.selection.cursor(), 4);
    EXPECT_TRUE(chart.describe(5).contains(QStringLiteral("frozen from #4 to #6, latency")));
    EXPECT_FALSE(chart.describe(7).contains(QStringLiteral("frozen")));
}

// Each edge that can be hit from left to right, as iteration and subject.
std::vector<std::pair<int, QString>> edgesUnderTheMouse(GuardLaneChart& chart, int y)
{
    std::vector<std::pair<int, QString>> hit;
    const auto connection = QObject::connect(&chart, &GuardLaneChart::edgeActivated, &chart,
                                             [&](int iteration, const QString& subject) {
                                                 const std::pair one(iteration, subject);
                                                 if (hit.empty() || hit.back() != one) {
                                                     hit.push_back(one);
                                                 }
                                             });
    for (int x = 0; x < chart.width(); ++x) {
        QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(x, y));
    }
    QObject::disconnect(connection);
    return hit;
}

TEST(GuardLaneChart, AnEdgeLeadsToTheEventThatItIs)
{
    OpenRuns runs;
    GuardLaneChart chart(runs.context);
    Lane lane;
    lane.kind = LaneKind::Freeze;
    lane.subject = "rebid";
    lane.spans = {{4, 6, {}}, {9, 10, {}}};
    chart.setLanes({lane}, edgesOf({lane}), 1, 10);
    chart.resize(800, chart.sizeHint().height());
    const QString rebid = QStringLiteral("rebid");
    using Edges = std::vector<std::pair<int, QString>>;
    // What ends in #6 is over in #7; what lasts to the end of the run has not ended.
    EXPECT_EQ(edgesUnderTheMouse(chart, 8),
              (Edges{{4, rebid}, {7, rebid}, {9, rebid}, {10, rebid}}));
    std::vector<int> byKey;
    QObject::connect(&chart, &GuardLaneChart::edgeActivated, &chart,
                     [&](int iteration) { byKey.push_back(iteration); });
    runs.selection.setCursor(1);
    for (int i = 0; i < 2; ++i) {
        QTest::keyClick(&chart, Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(&chart, Qt::Key_Return);
    }
    EXPECT_EQ(byKey, (std::vector<int>{4, 7}));
}

TEST(GuardsView, ARunWithoutGuardsNamesTheKeyThatIsMissing)
{
    OpenRuns runs;
    runs.openFixture("reference-36");
    const GuardsView view(runs.context);
    EXPECT_TRUE(says(view, "tuning.guards"));
}

} // namespace soak::ui
