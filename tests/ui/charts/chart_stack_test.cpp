// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/chart_stack_fixture.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <gmock/gmock.h>

#include <array>

namespace soak::ui
{
namespace
{

std::pair<double, double> edgesOf(const QWidget& widget, const QRectF& plot, const QWidget& in)
{
    const QPointF left = widget.mapTo(&in, plot.topLeft());
    const QPointF right = widget.mapTo(&in, plot.topRight());
    return {left.x(), right.x()};
}

} // namespace

TEST_F(ChartStackTest, PlotEdgesOfChartsLanesAndOverviewAgree)
{
    for (const QSize size : {QSize(750, 560), QSize(1000, 700), QSize(520, 300)}) {
        show({lineOf(troubledRun().shared())}, size);
        const auto edges = edgesOf(*pane(0), pane(0)->plotRect(), m_stack);
        EXPECT_GT(edges.second - edges.first, 200);
        const auto expect = [&](const QWidget& widget, const QRectF& plot) {
            const auto [ownLeft, ownRight] = edgesOf(widget, plot, m_stack);
            EXPECT_NEAR(ownLeft, edges.first, 1);
            EXPECT_NEAR(ownRight, edges.second, 1);
        };
        for (const ChartPane* one : m_stack.panes()) {
            expect(*one, one->plotRect());
        }
        expect(*m_stack.lanes(), m_stack.lanes()->plotRect());
        expect(*m_stack.overview(), m_stack.overview()->plotRect());
    }
}

TEST_F(ChartStackTest, InTwoColumnsEachHasItsStripsUnderItsCharts)
{
    m_stack.setColumns(2);
    show({lineOf(troubledRun().shared())}, {1000, 560});
    for (std::size_t column = 0; column < 2; ++column) {
        const auto [left, right] = edgesOf(*pane(column), pane(column)->plotRect(), m_stack);
        const auto [lanesLeft, lanesRight] =
            edgesOf(*m_stack.lanes(column), m_stack.lanes(column)->plotRect(), m_stack);
        EXPECT_NEAR(lanesLeft, left, 1);
        EXPECT_NEAR(lanesRight, right, 1);
        EXPECT_TRUE(m_stack.overview(column)->isVisible());
    }
    shoot(m_stack, QStringLiteral("stack-2x2"));
}

TEST_F(ChartStackTest, OnlyTheLowestChartBearsTheIterations)
{
    show({lineOf(troubledRun().shared())});
    const auto ticks = [](const ChartPane& of) {
        const std::vector<ChartLabel> labels = of.labels();
        return std::count_if(labels.begin(), labels.end(), [](const ChartLabel& label) {
            return label.role == LabelRole::XTick;
        });
    };
    EXPECT_EQ(ticks(*pane(0)), 0);
    EXPECT_EQ(ticks(*pane(2)), 0);
    EXPECT_GE(ticks(*pane(3)), 5);
}

TEST_F(ChartStackTest, WheelZoomsAtThePointerInAllCharts)
{
    show({lineOf(troubledRun().shared())});
    const QPoint at = pointOf(*pane(1), 24);
    wheel(*pane(1), at, 120);
    ASSERT_TRUE(m_selection.range());
    EXPECT_NEAR(pane(1)->frame().iterationAt(at.x()), 24, 0.1);
    EXPECT_EQ(pane(0)->frame().x, pane(3)->frame().x);
    EXPECT_LT(pane(0)->frame().x.high - pane(0)->frame().x.low, 30);
    QTest::keyClick(&m_stack, Qt::Key_Home);
    EXPECT_FALSE(m_selection.range());
}

TEST_F(ChartStackTest, OneTurnOfTheWheelIsOneStepBack)
{
    show({lineOf(troubledRun().shared())});
    for (int i = 0; i < 4; ++i) {
        wheel(*pane(0), pointOf(*pane(0), 20), 120);
    }
    ASSERT_TRUE(m_selection.range());
    QTest::keyClick(&m_stack, Qt::Key_Backspace);
    EXPECT_FALSE(m_selection.range());
}

TEST_F(ChartStackTest, ControlWheelZoomsTheValuesOfThatChartAndSaysSo)
{
    show({lineOf(troubledRun().shared())});
    const PlotRange before = pane(0)->frame().y;
    const PlotRange other = pane(1)->frame().y;
    wheel(*pane(0), pointOf(*pane(0), 20), 240, Qt::ControlModifier);
    EXPECT_LT(pane(0)->frame().y.high - pane(0)->frame().y.low, before.high - before.low);
    EXPECT_EQ(pane(1)->frame().y, other);
    EXPECT_FALSE(m_selection.range());
    const std::vector<ChartLabel> labels = pane(0)->labels();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const ChartLabel& label) {
        return label.text == QStringLiteral("zoomed");
    }));
    QTest::mouseDClick(pane(0), Qt::LeftButton, {}, pointOf(*pane(0), 20));
    EXPECT_EQ(pane(0)->frame().y, before);
}

TEST_F(ChartStackTest, DragBrushesAndShiftDragPans)
{
    show({lineOf(troubledRun().shared())});
    const QPoint from = pointOf(*pane(0), 10);
    const QPoint to = pointOf(*pane(0), 20);
    QTest::mousePress(pane(0), Qt::LeftButton, {}, from);
    QTest::mouseMove(pane(0), (from + to) / 2);
    QTest::mouseMove(pane(0), to);
    QTest::mouseRelease(pane(0), Qt::LeftButton, {}, to);
    ASSERT_TRUE(m_selection.range());
    EXPECT_NEAR(m_selection.range()->from, 10.5, 0.2);
    EXPECT_NEAR(m_selection.range()->to, 19.5, 0.2);
    const QPoint middle = pointOf(*pane(0), 15);
    QTest::mousePress(pane(0), Qt::LeftButton, Qt::ShiftModifier, middle);
    QTest::mouseMove(pane(0), middle - QPoint(30, 0));
    QTest::mouseMove(pane(0), middle - QPoint(60, 0));
    QTest::mouseRelease(pane(0), Qt::LeftButton, Qt::ShiftModifier, middle - QPoint(60, 0));
    EXPECT_GT(m_selection.range()->from, 11);
    QTest::keyClick(&m_stack, Qt::Key_Backspace);
    EXPECT_NEAR(m_selection.range()->from, 10.5, 0.2);
}

TEST_F(ChartStackTest, TheCursorFollowsThePointerUntilAClickLocksIt)
{
    show({lineOf(troubledRun().shared())});
    QTest::mouseMove(pane(2), pointOf(*pane(2), 9));
    EXPECT_EQ(m_selection.cursor(), 9);
    QTest::mouseClick(pane(2), Qt::LeftButton, {}, pointOf(*pane(2), 33));
    EXPECT_EQ(m_selection.cursor(), 33);
    EXPECT_TRUE(m_selection.isLocked());
    QTest::mouseMove(pane(2), pointOf(*pane(2), 5));
    EXPECT_EQ(m_selection.cursor(), 33);
    QTest::mouseClick(pane(2), Qt::LeftButton, {}, pointOf(*pane(2), 33));
    EXPECT_FALSE(m_selection.isLocked());
}

TEST_F(ChartStackTest, AMissingIterationCanBePointedAt)
{
    show({lineOf(troubledRun().shared())});
    QTest::mouseMove(pane(0), pointOf(*pane(0), 12));
    EXPECT_EQ(m_selection.cursor(), 12);
    EXPECT_TRUE(pane(0)->describe(12).contains(QStringLiteral("no value")));
}

TEST_F(ChartStackTest, KeysStepThroughIterationsAndEvents)
{
    show({lineOf(troubledRun().shared())});
    QTest::keyClick(&m_stack, Qt::Key_Home);
    EXPECT_EQ(m_selection.cursor(), 1);
    QTest::keyClick(&m_stack, Qt::Key_Right);
    EXPECT_EQ(m_selection.cursor(), 2);
    QTest::keyClick(&m_stack, Qt::Key_Right, Qt::ControlModifier);
    EXPECT_EQ(m_selection.cursor(), 3);
    QTest::keyClick(&m_stack, Qt::Key_End);
    EXPECT_EQ(m_selection.cursor(), 36);
    QTest::keyClick(&m_stack, Qt::Key_Left);
    EXPECT_EQ(m_selection.cursor(), 35);
    QTest::keyClick(&m_stack, Qt::Key_Space);
    EXPECT_TRUE(m_selection.isLocked());
    QTest::keyClick(&m_stack, Qt::Key_A);
    EXPECT_EQ(m_selection.markA(), 35);
    QTest::keyClick(&m_stack, Qt::Key_Left);
    QTest::keyClick(&m_stack, Qt::Key_B);
    EXPECT_EQ(m_selection.markB(), 34);
    QTest::keyClick(&m_stack, Qt::Key_Escape);
    EXPECT_FALSE(m_selection.markA());
    EXPECT_FALSE(m_selection.isLocked());
}

TEST_F(ChartStackTest, ACursorThatLeavesTheZoomTakesItAlong)
{
    show({lineOf(troubledRun().shared())});
    m_selection.setRange(ViewRange{5, 10});
    m_selection.setCursor(10);
    QTest::keyClick(&m_stack, Qt::Key_Right);
    QTest::keyClick(&m_stack, Qt::Key_Right);
    ASSERT_TRUE(m_selection.range());
    EXPECT_GE(m_selection.range()->to, 13);
    EXPECT_NEAR(m_selection.range()->to - m_selection.range()->from, 5, 1e-9);
}

TEST_F(ChartStackTest, TheOverviewBrushChoosesWhatIsShown)
{
    show({lineOf(troubledRun().shared())});
    OverviewStrip* overview = m_stack.overview();
    const QRectF plot = overview->plotRect();
    const int y = static_cast<int>(plot.center().y());
    const auto at = [&](double share) {
        return QPoint(static_cast<int>(plot.left() + share * plot.width()), y);
    };
    QTest::mousePress(overview, Qt::LeftButton, {}, at(0.25));
    QTest::mouseMove(overview, at(0.4));
    QTest::mouseMove(overview, at(0.5));
    QTest::mouseRelease(overview, Qt::LeftButton, {}, at(0.5));
    ASSERT_TRUE(m_selection.range());
    EXPECT_NEAR(m_selection.range()->from, 10, 0.3);
    EXPECT_NEAR(m_selection.range()->to, 18, 0.3);
    const double width = m_selection.range()->to - m_selection.range()->from;
    QTest::mousePress(overview, Qt::LeftButton, {}, at(0.375));
    QTest::mouseMove(overview, at(0.5));
    QTest::mouseRelease(overview, Qt::LeftButton, {}, at(0.5));
    EXPECT_NEAR(m_selection.range()->from, 14.5, 0.4);
    EXPECT_NEAR(m_selection.range()->to - m_selection.range()->from, width, 1e-6);
    QTest::mouseDClick(overview, Qt::LeftButton, {}, at(0.5));
    EXPECT_FALSE(m_selection.range());
}

TEST_F(ChartStackTest, WhereChartsScrollTheLanesBearTheIterations)
{
    show({lineOf(troubledRun().shared())}, {750, 300});
    EXPECT_TRUE(
        std::none_of(m_stack.panes().begin(), m_stack.panes().end(), [](const ChartPane* one) {
            const auto labels = one->labels();
            return std::any_of(labels.begin(), labels.end(),
                               [](const auto& l) { return l.role == LabelRole::XTick; });
        }));
    const std::vector<ChartLabel> labels = m_stack.lanes()->labels();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const ChartLabel& label) {
        return label.role == LabelRole::XTick;
    }));
}

TEST_F(ChartStackTest, AChartThatStaysKeepsItsWidget)
{
    const RunLine line = lineOf(troubledRun().shared());
    show({line});
    const QPointer<ChartPane> risk = pane(1);
    const QPointer<ChartPane> latency = pane(0);
    m_stack.setScenes({metricScene({&line, 1}, Metric::RiskRatio)});
    EXPECT_EQ(pane(0), risk);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_TRUE(latency.isNull());
}

TEST_F(ChartStackTest, Pictures)
{
    show({lineOf(troubledRun().shared())});
    m_selection.setCursor(33);
    m_selection.setLocked(true);
    shoot(m_stack, QStringLiteral("stack-light"));
    m_theme.choose(ThemeChoice::Dark);
    shoot(m_stack, QStringLiteral("stack-dark"));
    m_theme.choose(ThemeChoice::Light);
    show({fixtureLine("fixtures/reference-36")});
    shoot(m_stack, QStringLiteral("stack-reference-36"));
    show({fixtureLine("fixtures/reference-8")});
    shoot(m_stack, QStringLiteral("stack-reference-8"));
    const std::vector<RunLine> three{
        lineOf(troubledRun().shared(), QStringLiteral("nightly 11-23")),
        lineOf(aRun().withIterations(40).withMockKpis().shared(), QStringLiteral("nightly 11-22"),
               2),
        lineOf(aRun().withIterations(24).shared(), QStringLiteral("a much longer name of a run"),
               8)};
    show(three);
    m_selection.setCursor(20);
    m_selection.setMarkA(5);
    shoot(m_stack, QStringLiteral("stack-three"));
    EXPECT_EQ(pane(0)->scene()->series.size(), 3U);
}

} // namespace soak::ui
