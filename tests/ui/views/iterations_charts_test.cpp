// SPDX-License-Identifier: GPL-3.0-or-later
// Which charts the Iterations view has, and how they come and go.
#include "core/analysis/market_load.h"
#include "tests/ui/support/open_runs.h"
#include "ui/charts/chart_stack.h"
#include "ui/charts/group_header.h"
#include "ui/theme/numbers.h"
#include "ui/views/iterations_view.h"

#include <QApplication>
#include <QTest>
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

class IterationsChartsTest : public testing::Test
{
protected:
    void show(QSize size = {750, 640})
    {
        m_view.resize(size);
        m_view.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&m_view));
        m_view.activateWindow();
        settle();
    }

    static void settle()
    {
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }

    QStringList panes()
    {
        QStringList ids;
        for (const ChartPane* pane : m_view.stack()->panes()) {
            ids << pane->scene()->id;
        }
        return ids;
    }

    ChartPane* pane(const QString& id)
    {
        const auto& all = m_view.stack()->panes();
        const auto found =
            std::ranges::find_if(all, [&](const ChartPane* one) { return one->scene()->id == id; });
        return found == all.end() ? nullptr : *found;
    }

    // A click on the flag of `iteration` in the lane of deltas.
    void clickFlag(int iteration)
    {
        EventLanes* lanes = m_view.stack()->lanes();
        for (const LaneGroup& group : lanes->groups()) {
            const EventLane& lane = lanes->scene()->lanes[group.lane];
            if (lane.kind == EventLaneKind::Deltas &&
                lane.marks[static_cast<qsizetype>(group.first)].from == iteration) {
                QTest::mouseClick(lanes, Qt::LeftButton, {}, group.rect.center().toPoint());
                settle();
                return;
            }
        }
        FAIL() << "no flag at " << iteration;
    }

    OpenRuns m_runs;
    IterationsView m_view{m_runs.context};
};

const QString kTail = QStringLiteral("parameter:tail_age_ms");

} // namespace

TEST_F(IterationsChartsTest, AFlagOfALaneAddsItsParameterUnderTheGoalsWithTheFocus)
{
    m_runs.openMock(12);
    show();
    clickFlag(4);
    ASSERT_EQ(panes().size(), 5);
    EXPECT_EQ(panes().back(), QStringLiteral("parameter:min_interval_ms"));
    ChartPane* added = m_view.stack()->panes().back();
    EXPECT_TRUE(added->hasFocus());
    EXPECT_EQ(m_runs.selection.cursor(), 4);
    EXPECT_TRUE(added->scene()->series.front().isStep);
    ASSERT_TRUE(added->scene()->safe);
    clickFlag(4);
    EXPECT_EQ(panes().size(), 5) << "it is there once";
}

TEST_F(IterationsChartsTest, EachClickOnAFlagOfSeveralChangesAddsTheNextOfThem)
{
    m_runs.openMock(12);
    show();
    ChartPane* first = m_view.stack()->panes().front();
    const auto clickTick = [&] {
        const ChartFrame& frame = first->frame();
        QTest::mouseClick(first, Qt::LeftButton, {},
                          QPointF(frame.px(1), frame.plot.top() + 4).toPoint());
        settle();
    };
    clickTick();
    EXPECT_EQ(panes().size(), 5);
    clickTick();
    EXPECT_EQ(panes().size(), 6);
    EXPECT_NE(panes()[4], panes()[5]);
}

TEST_F(IterationsChartsTest, PStepsThroughTheChangesOfAParameterBothWays)
{
    m_runs.openMock(12);
    show();
    m_view.addParameter(QStringLiteral("tail_age_ms"));
    settle();
    const std::vector<int> changes = pane(kTail)->scene()->changes;
    ASSERT_GE(changes.size(), 2U);
    QTest::keyClick(pane(kTail), Qt::Key_P);
    EXPECT_EQ(m_runs.selection.cursor(), changes[0]);
    QTest::keyClick(pane(kTail), Qt::Key_P);
    EXPECT_EQ(m_runs.selection.cursor(), changes[1]);
    QTest::keyClick(pane(kTail), Qt::Key_P, Qt::ShiftModifier);
    EXPECT_EQ(m_runs.selection.cursor(), changes[0]);
    QTest::keyClick(pane(kTail), Qt::Key_P, Qt::ShiftModifier);
    EXPECT_EQ(m_runs.selection.cursor(), changes.back()) << "goes round";
}

TEST_F(IterationsChartsTest, AParameterSaysTheValueBeforeAndAfterItsChange)
{
    m_runs.openMock(12);
    show();
    m_view.addParameter(QStringLiteral("tail_age_ms"));
    settle();
    ChartPane* tail = pane(kTail);
    const int change = tail->scene()->changes[1]; // the first one sets it

    const auto values = tail->scene()->series.front().values;
    const std::size_t row = static_cast<std::size_t>(change) - 1;
    const QString before = numberText(values.at(row - 1), 0);
    const QString after = numberText(values.at(row), 0);
    EXPECT_NE(before, after);
    m_runs.selection.setCursor(change);
    QStringList said;
    for (const ChartLabel& label : tail->labels()) {
        said += label.text;
    }
    EXPECT_TRUE(said.contains(before + QStringLiteral(" \u2192 ") + after))
        << said.join(u'|').toStdString();
    EXPECT_TRUE(tail->accessibleName().contains(before + QStringLiteral(" \u2192 ") + after));
    m_runs.selection.setCursor(change - 1);
    EXPECT_FALSE(tail->accessibleName().contains(QChar(0x2192)));
}

TEST_F(IterationsChartsTest, WhatIsDoneToChartsIsUndoneAndRedone)
{
    m_runs.openMock(12);
    show();
    QUndoStack& history = m_runs.session.workspace().history();
    const QStringList goals = m_view.charts();
    m_view.addParameter(QStringLiteral("tail_age_ms"));
    settle();
    QTest::keyClick(pane(QStringLiteral("metric:risk_ratio")), Qt::Key_Delete);
    settle();
    QTest::keyClick(m_view.stack(), Qt::Key_G);
    EXPECT_EQ(panes().size(), 4);
    EXPECT_EQ(history.count(), 3);
    history.undo();
    EXPECT_EQ(m_view.stack()->columns(), 1);
    history.undo();
    settle();
    EXPECT_EQ(panes(), goals + QStringList{kTail});
    history.undo();
    settle();
    EXPECT_EQ(panes(), goals);
    EXPECT_FALSE(history.canUndo());
    while (history.canRedo()) {
        history.redo();
    }
    settle();
    EXPECT_FALSE(panes().contains(QStringLiteral("metric:risk_ratio")));
    EXPECT_TRUE(panes().contains(kTail));
    EXPECT_EQ(m_view.stack()->columns(), 2);
}

TEST_F(IterationsChartsTest, ARemovedChartGivesTheFocusToItsNeighbour)
{
    m_runs.openMock(8);
    show();
    ChartPane* second = m_view.stack()->panes()[1];
    second->setFocus();
    QTest::keyClick(second, Qt::Key_Delete);
    settle();
    ASSERT_EQ(panes().size(), 3);
    EXPECT_TRUE(m_view.stack()->panes()[1]->hasFocus());
}

TEST_F(IterationsChartsTest, ALayoutOfAWorkspaceIsTakenOver)
{
    m_runs.openMock(8);
    show();
    WorkspaceData data;
    data.layout.charts = {QStringLiteral("metric:net_bps"), QStringLiteral("metric:no_such_thing"),
                          kTail};
    data.layout.columns = 2;
    m_runs.session.workspace().restore(data);
    settle();
    EXPECT_EQ(panes(), (QStringList{QStringLiteral("metric:net_bps"), kTail}));
    EXPECT_EQ(m_view.stack()->columns(), 2);
}

TEST_F(IterationsChartsTest, MarketAndLoadIsClosedAndSaysWhatWasRecorded)
{
    m_runs.openMock(12);
    show();
    GroupHeader* header = m_view.stack()->groupHeader();
    ASSERT_TRUE(header->isVisible());
    EXPECT_FALSE(header->isChecked());
    EXPECT_EQ(panes().size(), 4);
    EXPECT_TRUE(header->detail().contains(QStringLiteral("Maker fills")))
        << header->detail().toStdString();
    EXPECT_TRUE(header->accessibleDescription().contains(QStringLiteral("recorded")));
}

TEST_F(IterationsChartsTest, MarketAndLoadOpensByKeyWithWhatWasRecordedAndNothingElse)
{
    m_runs.openMock(12);
    show();
    GroupHeader* header = m_view.stack()->groupHeader();
    header->setFocus();
    QTest::keyClick(header, Qt::Key_Space);
    settle();
    EXPECT_TRUE(header->isChecked());
    const IterationTable& table = m_runs.primary().run->table;
    std::size_t recorded = 0;
    for (const Metric metric : marketMetrics()) {
        const bool isRecorded = !table.column(metric).values().empty();
        recorded += isRecorded ? 1 : 0;
        EXPECT_EQ(panes().contains(QStringLiteral("metric:") + toQString(specOf(metric).key)),
                  isRecorded);
    }
    EXPECT_GT(recorded, 5U);
    EXPECT_EQ(panes().size(), 4 + static_cast<qsizetype>(recorded));
    // Their plots stand under those of the goals, and the lanes bear the iterations.
    const double left = m_view.stack()->panes().front()->plotRect().left();
    EXPECT_EQ(m_view.stack()->panes().back()->plotRect().left(), left);
    QTest::keyClick(m_view.stack()->panes().back(), Qt::Key_Delete);
    settle();
    EXPECT_EQ(panes().size(), 4 + static_cast<qsizetype>(recorded)) << "one of a group stays";
    m_runs.session.workspace().history().undo();
    settle();
    EXPECT_EQ(panes().size(), 4);
    EXPECT_FALSE(header->isChecked());
}

TEST_F(IterationsChartsTest, ARunThatRecordedNothingOfTheMarketSaysSo)
{
    const fs::path folder = m_runs.scratch / "bare";
    m_runs.scratch.write("bare/ITER_SUMMARY_1.json",
                         R"({"iteration":1,"summary":{"net_bps":2.5,"p95_latency_ms":200}})");
    m_runs.open(folder);
    show();
    GroupHeader* header = m_view.stack()->groupHeader();
    EXPECT_TRUE(header->detail().contains(QStringLiteral("nothing")))
        << header->detail().toStdString();
    QTest::mouseClick(header, Qt::LeftButton);
    settle();
    EXPECT_EQ(panes().size(), 4);
}

// The line of the target of p95 latency.
TEST_F(IterationsChartsTest, ADraggedThresholdIsJudgedAtOnceAndUndone)
{
    m_runs.openMock(12);
    show();
    ChartPane* latency = m_view.stack()->panes().front();
    const double recorded = latency->scene()->thresholds.front().value;
    const ChartFrame& frame = latency->frame();
    const QPoint from = QPointF(frame.plot.center().x(), frame.py(recorded)).toPoint();
    const QPoint to = QPointF(frame.plot.center().x(), frame.py(280)).toPoint();
    QSignalSpy changed(&m_runs.session, &Session::changed);
    QTest::mousePress(latency, Qt::LeftButton, {}, from);
    QTest::mouseMove(latency, to);
    EXPECT_FALSE(isWhatIf(m_runs.primary())) << "not before it is let go";
    QTest::mouseRelease(latency, Qt::LeftButton, {}, to);
    ASSERT_TRUE(changed.wait());
    settle();
    ASSERT_TRUE(isWhatIf(m_runs.primary()));
    const double dragged = latency->scene()->thresholds.front().value;
    EXPECT_NEAR(dragged, 280, 3);
    EXPECT_EQ(dragged, std::round(dragged)) << "no more digits than a pixel tells";
    EXPECT_FALSE(m_runs.selection.range()) << "it was no brush";
    EXPECT_FALSE(latency->scene()->broken.empty());
    m_runs.session.workspace().history().undo();
    ASSERT_TRUE(changed.wait());
    settle();
    EXPECT_EQ(latency->scene()->thresholds.front().value, recorded);
    EXPECT_TRUE(latency->scene()->broken.empty());
}

TEST_F(IterationsChartsTest, AThresholdIsTypedByKeyboardAlone)
{
    m_runs.openMock(12);
    show();
    ChartPane* latency = m_view.stack()->panes().front();
    QSignalSpy changed(&m_runs.session, &Session::changed);
    QTest::keyClick(latency, Qt::Key_E);
    QWidget* field = QApplication::focusWidget();
    ASSERT_NE(field, nullptr);
    EXPECT_TRUE(field->accessibleName().contains(QStringLiteral("Threshold")) ||
                field->parentWidget()->accessibleName().contains(QStringLiteral("Threshold")));
    QTest::keyClicks(field, QStringLiteral("150"));
    QTest::keyClick(field, Qt::Key_Return);
    ASSERT_TRUE(changed.wait());
    settle();
    EXPECT_EQ(latency->scene()->thresholds.front().value, 150);
}

TEST_F(IterationsChartsTest, AClickOnAThresholdIsAClickLikeAnyOther)
{
    m_runs.openMock(12);
    show();
    ChartPane* latency = m_view.stack()->panes().front();
    const ChartFrame& frame = latency->frame();
    QTest::mouseClick(
        latency, Qt::LeftButton, {},
        QPointF(frame.px(10), frame.py(latency->scene()->thresholds.front().value)).toPoint());
    EXPECT_EQ(m_runs.selection.cursor(), 10) << "where no flag is";
    EXPECT_FALSE(m_runs.session.workspace().history().canUndo());
}

} // namespace soak::ui
