// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compare/compared_runs.h"
#include "ui/compare/parallel_chart.h"
#include "ui/compare/relation_chart.h"
#include "ui/compare/relations_page.h"

#include <QComboBox>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

std::shared_ptr<Relation> line(int points)
{
    auto relation = std::make_shared<Relation>();
    for (int i = 1; i <= points; ++i) {
        relation->points.push_back({static_cast<std::size_t>(i % 2), i, 10.0 * i, 5.0 - i});
    }
    relation->rho = -1;
    return relation;
}

class RelationOfTwo : public testing::Test
{
protected:
    RelationOfTwo()
    {
        chart.resize(500, 300);
        chart.setRelation(line(9), QStringLiteral("min_interval_ms"), Metric::NetBps,
                          {{QStringLiteral("a"), QStringLiteral("A"), 0},
                           {QStringLiteral("b"), QStringLiteral("B"), 2}},
                          {});
        chart.show();
    }

    Selection selection;
    Theme theme;
    RelationChart chart{selection, theme};
};

} // namespace

TEST_F(RelationOfTwo, SaysRhoWithN)
{
    EXPECT_EQ(relationText(*chart.relation()), QStringLiteral("Spearman's rho \u22121.00 of n 9"));
    EXPECT_TRUE(chart.accessibleName().contains(QStringLiteral("rho \u22121.00 of n 9")));
    Relation none;
    none.why = "no iteration has both values";
    EXPECT_EQ(relationText(none), QStringLiteral("no rho: no iteration has both values"));
}

TEST_F(RelationOfTwo, AFrameChoosesPointsAndEscapeLetsThemGo)
{
    QSignalSpy changed(&chart, &RelationChart::chosenChanged);
    QTest::mousePress(&chart, Qt::LeftButton, {}, QPoint(60, 30));
    QTest::mouseMove(&chart, QPoint(300, 150));
    QTest::mouseMove(&chart, QPoint(495, 295));
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, QPoint(495, 295));
    EXPECT_GT(chart.chosen().size(), 3U);
    EXPECT_GE(changed.count(), 1);
    QTest::keyClick(&chart, Qt::Key_Escape);
    EXPECT_TRUE(chart.chosen().empty());
}

TEST_F(RelationOfTwo, AFramePicksIterationsAndWhatIsPickedElsewhereIsChosenHere)
{
    selection.pick({QStringLiteral("elsewhere"), {{QStringLiteral("b"), {1, 5}}}});
    ASSERT_EQ(chart.chosen().size(), 2U);
    EXPECT_EQ(chart.relation()->points[chart.chosen()[1]].iteration, 5);
    QTest::mousePress(&chart, Qt::LeftButton, {}, QPoint(60, 30));
    QTest::mouseMove(&chart, QPoint(300, 150));
    QTest::mouseMove(&chart, QPoint(495, 295));
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, QPoint(495, 295));
    std::size_t picked = 0;
    for (const auto& [run, iterations] : selection.picked().iterations) {
        picked += iterations.size();
        EXPECT_TRUE(std::ranges::is_sorted(iterations));
    }
    EXPECT_EQ(picked, chart.chosen().size());
    selection.forget(QStringLiteral("a"));
    EXPECT_FALSE(selection.picked().iterations.contains(QStringLiteral("a")));
    EXPECT_LT(chart.chosen().size(), picked) << "a closed run has no points";
}

TEST(RelationsPage, RelatesWhatIsChosenInTheBackground)
{
    ComparedRuns all({24, 30});
    RelationsPage page(all.runs.context, all.desk);
    page.resize(800, 500);
    page.show();
    ASSERT_TRUE(all.settled());
    page.refresh();
    ASSERT_TRUE(QTest::qWaitFor([&] { return page.scatter()->relation() != nullptr; }, 10'000));
    const auto boxes = page.findChildren<QComboBox*>();
    ASSERT_EQ(boxes.size(), 2);
    const std::string first = boxes[0]->itemText(0).toStdString();
    EXPECT_EQ(first, all.desk.facts()->parameters.varying.front()) << "those that vary first";
    EXPECT_EQ(*page.scatter()->relation(),
              relate(comparedRuns(*all.desk.facts()), first, Metric::NetBps));
}

TEST(ParallelChart, NamesItsAxesWithTheirEnds)
{
    Selection selection;
    Theme theme;
    ParallelChart chart(selection, theme);
    chart.resize(600, 220);
    const FactsRef facts =
        factsOf({inputOf(aRun().withIterations(12), "a"),
                 inputOf(aRun().withIterations(12).forcing(5, "min_interval_ms", 75), "b")},
                {}, {});
    chart.setFacts(facts,
                   {{QStringLiteral("a"), QStringLiteral("A"), 0},
                    {QStringLiteral("b"), QStringLiteral("B"), 2}},
                   {});
    EXPECT_TRUE(chart.accessibleName().contains(QStringLiteral("min_interval_ms from 60 to 75")))
        << chart.accessibleName().toStdString();
    QStringList texts;
    for (const ChartLabel& label : chart.labels()) {
        texts << label.text;
    }
    EXPECT_TRUE(texts.contains(QStringLiteral("min_interval_ms")));
    EXPECT_TRUE(texts.contains(QStringLiteral("Net edge")) ||
                texts.filter(QStringLiteral("et")).size() > 1);
}

TEST(ParallelChart, ABrushOfAnAxisLeavesTheRunsThatLieInIt)
{
    ComparedRuns all({24, 30, 36});
    RelationsPage page(all.runs.context, all.desk);
    page.resize(900, 640);
    page.show();
    ASSERT_TRUE(all.settled());
    page.refresh();
    auto* chart = page.findChild<ParallelChart*>();
    ASSERT_NE(chart, nullptr);
    ASSERT_EQ(chart->matching().size(), 3U) << "nothing is brushed";
    const ParallelCoordinates& facts = all.desk.facts()->parallel;
    // The topmost value of the last axis alone.
    std::size_t top = 0;
    for (std::size_t run = 0; run < 3; ++run) {
        top = *facts.values[run].back() > *facts.values[top].back() ? run : top;
    }
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Left); // round the end
    for (int i = 0; i < 19; ++i) {
        QTest::keyClick(chart, Qt::Key_Up);
    }
    EXPECT_EQ(chart->matching(), std::vector<std::size_t>{top});
    ASSERT_TRUE(all.settled());
    const Picked& picked = all.runs.selection.picked();
    ASSERT_EQ(picked.iterations.size(), 1U);
    EXPECT_EQ(picked.iterations.begin()->first, all.desk.facts()->runs[top].identity);
    QTest::keyClick(chart, Qt::Key_Escape);
    EXPECT_EQ(chart->matching().size(), 3U);
    EXPECT_TRUE(all.runs.selection.picked().iterations.empty());
}

} // namespace soak::ui
