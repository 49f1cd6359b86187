// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/chart_samples.h"
#include "tests/ui/compare/compared_runs.h"
#include "ui/charts/chart_stack.h"
#include "ui/compare/compare_header.h"
#include "ui/compare/compare_view.h"
#include "ui/compare/effects_page.h"
#include "ui/compare/forest_plot.h"
#include "ui/widgets/empty_state.h"

#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <QToolButton>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

class ViewOfComparison : public testing::Test
{
protected:
    void show(QSize size = {1100, 640})
    {
        view = std::make_unique<CompareView>(all.runs.context, all.desk);
        view->resize(size);
        view->show();
    }

    void ready()
    {
        ASSERT_TRUE(all.settled());
        ASSERT_EQ(view->effects()->stack()->panes().size(), kComparedKpis.size());
    }

    [[nodiscard]] QComboBox* boxNamed(const char* name) const
    {
        for (QComboBox* one : view->findChildren<QComboBox*>()) {
            if (one->accessibleName() == QLatin1String(name)) {
                return one;
            }
        }
        return nullptr;
    }

    ComparedRuns all{{36, 24}};
    std::unique_ptr<CompareView> view;
};

} // namespace

TEST_F(ViewOfComparison, DrawsBothRunsInFourCharts)
{
    show();
    ready();
    for (const ChartPane* pane : view->effects()->stack()->panes()) {
        EXPECT_EQ(pane->scene()->series.size(), 2U);
    }
    EXPECT_FALSE(view->effects()->isFolded());
    EXPECT_TRUE(view->effects()->forest()->isVisible());
}

TEST_F(ViewOfComparison, OneRunAloneSaysHowToPickASecond)
{
    all.runs.session.close(all.ids[0]);
    all.runs.selection.forget(all.ids[0]);
    show();
    bool isSaid = false;
    for (const QLabel* label : view->findChildren<QLabel*>()) {
        isSaid =
            isSaid || (label->isVisible() && label->text() == QStringLiteral("Pick a second run"));
    }
    EXPECT_TRUE(isSaid);
}

TEST_F(ViewOfComparison, WithOneRunDrawnTheTableIsWhereAnotherIsPicked)
{
    all.runs.selection.setShown(all.ids[0], false);
    show();
    EXPECT_EQ(view->page(), ComparePage::Table);
}

TEST_F(ViewOfComparison, ChoicesAreTakenAndShown)
{
    show();
    ready();
    QComboBox* align = boxNamed("Align");
    ASSERT_NE(align, nullptr);
    align->setCurrentIndex(align->findData(static_cast<int>(Alignment::Elapsed)));
    EXPECT_EQ(all.desk.choice().alignment, Alignment::Elapsed);
    auto* header = view->findChild<CompareHeader*>();
    header->refresh();
    EXPECT_NE(header->countsShown(), QStringLiteral("Comparing\u2026")) << "of values alone";
    ASSERT_TRUE(all.settled());
    EXPECT_EQ(view->effects()->stack()->panes().front()->scene()->places, PlaceKind::Elapsed);
    view->showPage(ComparePage::Distributions);
    EXPECT_FALSE(align->isEnabled()) << "nothing there is aligned";
    EXPECT_TRUE(boxNamed("Window")->isEnabled());
}

TEST_F(ViewOfComparison, SideBySideTheTwoHaveAColumnEachAndOneAxis)
{
    show();
    ready();
    QComboBox* form = boxNamed("Show");
    ASSERT_NE(form, nullptr);
    form->setCurrentIndex(form->findText(QStringLiteral("side by side")));
    ASSERT_TRUE(all.settled());
    const ChartStack& stack = *view->effects()->stack();
    ASSERT_EQ(stack.panes().size(), 2 * kComparedKpis.size());
    EXPECT_EQ(stack.columns(), 2);
    EXPECT_FALSE(boxNamed("Lines")->isEnabled());
    for (std::size_t i = 0; i < stack.panes().size(); i += 2) {
        const ChartPane& a = *stack.panes()[i];
        const ChartPane& b = *stack.panes()[i + 1];
        ASSERT_EQ(a.scene()->series.size(), 1U);
        EXPECT_EQ(a.scene()->series[0].label, QStringLiteral("A"));
        EXPECT_EQ(b.scene()->series[0].label, QStringLiteral("B"));
        EXPECT_EQ(a.frame().y, b.frame().y) << "else a height could not be compared";
        EXPECT_EQ(a.frame().x, b.frame().x);
        EXPECT_EQ(a.y(), b.y());
        EXPECT_LT(a.x(), b.x());
    }
    stack.panes()[0]->setFocus();
    all.runs.selection.setCursor(9);
    for (const ChartPane* pane : stack.panes()) {
        EXPECT_FALSE(pane->labels().empty());
    }
    form->setCurrentIndex(form->findText(QStringLiteral("overlaid")));
    ASSERT_TRUE(all.settled());
    EXPECT_EQ(stack.panes().size(), kComparedKpis.size());
    EXPECT_EQ(stack.columns(), 1);
}

TEST_F(ViewOfComparison, TheDifferenceIsDrawnFromTheBaselineAsZero)
{
    show();
    ready();
    QComboBox* form = boxNamed("Show");
    form->setCurrentIndex(form->findText(QStringLiteral("difference to A")));
    ASSERT_TRUE(all.settled());
    const SceneRef& scene = view->effects()->stack()->panes().front()->scene();
    EXPECT_EQ(scene->title, QStringLiteral("p95 latency, difference to A"));
    EXPECT_TRUE(scene->thresholds.empty());
    EXPECT_EQ(scene->series[0].extent, (PlotRange{0, 0}));
    EXPECT_FALSE(scene->isPair) << "B is the difference already";
}

TEST_F(ViewOfComparison, TheOffsetMovesTheCandidate)
{
    show();
    ready();
    auto* offset = view->findChild<QSpinBox*>();
    offset->setValue(7);
    EXPECT_EQ(all.desk.offsetOf(all.desk.candidate()), 7);
    ASSERT_TRUE(all.settled());
    const SceneRef& scene = view->effects()->stack()->panes().front()->scene();
    EXPECT_EQ(scene->series[1].iterations.front(), 8);
}

TEST_F(ViewOfComparison, ControlAndDragMovesARun)
{
    show();
    ready();
    ChartPane* pane = view->effects()->stack()->panes().front();
    const double step = pane->frame().px(2) - pane->frame().px(1);
    const QPoint from(static_cast<int>(pane->frame().px(10)),
                      static_cast<int>(pane->plotRect().bottom()) - 2);
    const QPoint to = from + QPoint(static_cast<int>(5 * step + 1), 0);
    QTest::mousePress(pane, Qt::LeftButton, Qt::ControlModifier, from);
    QMouseEvent move(QEvent::MouseMove, to, pane->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                     Qt::ControlModifier);
    QCoreApplication::sendEvent(pane, &move);
    QTest::mouseRelease(pane, Qt::LeftButton, Qt::ControlModifier, to);
    EXPECT_EQ(all.desk.offsetOf(all.desk.candidate()), 5);
}

TEST_F(ViewOfComparison, TheCursorIsThatOfTheWindowOnTheSameAxisAlone)
{
    show();
    ready();
    all.runs.selection.setCursor(9);
    ChartPane* pane = view->effects()->stack()->panes().front();
    QStringList texts;
    for (const ChartLabel& label : pane->labels()) {
        texts << label.text;
    }
    EXPECT_TRUE(texts.contains(QStringLiteral("#9")));
    CompareChoice choice = all.desk.choice();
    choice.alignment = Alignment::Elapsed;
    all.desk.choose(choice);
    ASSERT_TRUE(all.settled());
    all.runs.selection.setCursor(3);
    for (const ChartLabel& label : pane->labels()) {
        EXPECT_NE(label.role, LabelRole::ReadOut) << label.text.toStdString();
    }
}

TEST_F(ViewOfComparison, KeysStepAndStar)
{
    all.open(30);
    all.runs.selection.setBaseline(all.ids[0]);
    show();
    ready();
    const QString first = all.desk.candidate();
    QTest::keyClick(view.get(), Qt::Key_BracketRight);
    EXPECT_NE(all.desk.candidate(), first);
    QTest::keyClick(view.get(), Qt::Key_BracketLeft);
    EXPECT_EQ(all.desk.candidate(), first);
    QTest::keyClick(view.get(), Qt::Key_S);
    EXPECT_EQ(all.runs.selection.baseline(), first);
}

TEST_F(ViewOfComparison, AHighlightedRunIsHighlightedInEveryChart)
{
    show();
    ready();
    const QImage before = view->effects()->stack()->panes()[1]->grab().toImage();
    all.runs.selection.highlight(all.desk.candidate());
    EXPECT_NE(view->effects()->stack()->panes()[1]->grab().toImage(), before);
    all.runs.selection.highlight({});
    EXPECT_EQ(view->effects()->stack()->panes()[1]->grab().toImage(), before);
}

TEST_F(ViewOfComparison, WithoutRoomTheDetailsLieBehindTheCharts)
{
    show({800, 560});
    ready();
    EXPECT_TRUE(view->effects()->isFolded());
    EXPECT_TRUE(view->effects()->stack()->isVisible());
    EXPECT_FALSE(view->effects()->forest()->isVisible());
    view->effects()->showDetails(true);
    EXPECT_FALSE(view->effects()->stack()->isVisible());
    EXPECT_TRUE(view->effects()->forest()->isVisible());
    view->resize(1100, 560);
    EXPECT_TRUE(view->effects()->stack()->isVisible());
}

TEST_F(ViewOfComparison, WhatIsPickedHasRingsWhereItStandsOnTheAxis)
{
    show();
    ready();
    const ChartPane& pane = *view->effects()->stack()->panes().front();
    const auto inkAround = [&](int x) {
        const ChartSeries& b = pane.scene()->series[1];
        const auto row = std::ranges::lower_bound(b.iterations, x) - b.iterations.begin();
        const double value = *b.values.at(static_cast<std::size_t>(row));
        const QImage image = const_cast<ChartPane&>(pane).grab().toImage();
        const QPointF at(pane.frame().px(x), pane.frame().py(value));
        return pixelsOf(image, QRectF(at - QPointF(6, 6), QSizeF(12, 12)),
                        colourOf(Tone::Light, Ink::Text));
    };
    all.desk.setOffset(all.desk.candidate(), 5);
    ASSERT_TRUE(all.settled());
    EXPECT_EQ(inkAround(14), 0);
    all.runs.selection.pick({QStringLiteral("a test"), {{all.desk.candidate(), {9}}}});
    EXPECT_GT(inkAround(14), 3) << "iteration 9 stands at 14";
    EXPECT_EQ(inkAround(9), 0);
    QToolButton* chip = nullptr;
    for (QToolButton* button : view->findChildren<QToolButton*>()) {
        if (button->isVisible() && button->text().contains(QStringLiteral("a test"))) {
            chip = button;
        }
    }
    ASSERT_NE(chip, nullptr);
    chip->click();
    EXPECT_EQ(inkAround(14), 0);
    EXPECT_FALSE(chip->isVisible());
}

} // namespace soak::ui
