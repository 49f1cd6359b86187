// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/chart_samples.h"
#include "tests/ui/compare/compared_runs.h"
#include "ui/compare/distribution_chart.h"
#include "ui/compare/distributions_page.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

constexpr std::size_t kNetBpsAt = 2; // of kComparedKpis

class Distributions : public testing::Test
{
protected:
    Distributions()
    {
        CompareChoice choice;
        choice.window = ComparedWindow::All;
        const auto rising = [](double first) {
            return aRun().withIterations(40).editKpis([first](int k, MetricValues& kpis) {
                kpis[indexOf(Metric::NetBps)] = first + 0.02 * ((k * 7) % 40);
            });
        };
        facts = factsOf({inputOf(rising(2.4), "a"), inputOf(rising(3.4), "b")}, choice, {});
        runs = {{QStringLiteral("a"), QStringLiteral("A"), 0},
                {QStringLiteral("b"), QStringLiteral("B"), 2}};
        chart.resize(500, 240);
        chart.setFacts(facts, kNetBpsAt, runs, targetsOf(*facts, Metric::NetBps),
                       QStringLiteral("wait"));
        chart.show();
    }

    [[nodiscard]] int inkOf(std::size_t slot)
    {
        const QImage image = chart.grab().toImage();
        return pixelsOf(image, QRectF(chart.rect()), runColour(Tone::Light, slot));
    }

    FactsRef facts;
    std::vector<RunInk> runs;
    Selection selection;
    Theme theme;
    DistributionChart chart{selection, theme};
};

} // namespace

TEST_F(Distributions, EveryFormDrawsEveryRunAndTheTarget)
{
    for (const DistributionForm form : {DistributionForm::Ecdf, DistributionForm::Histogram,
                                        DistributionForm::Box, DistributionForm::Violin}) {
        chart.setForm(form);
        EXPECT_GT(inkOf(0), 20) << static_cast<int>(form);
        EXPECT_GT(inkOf(2), 20) << static_cast<int>(form);
        const QImage image = chart.grab().toImage();
        EXPECT_GT(pixelsOf(image, QRectF(chart.rect()), colourOf(Tone::Light, Ink::Threshold)), 20);
    }
}

TEST_F(Distributions, InWordsItHasTheFiguresOfTheCore)
{
    const BoxStatistics& box = *facts->distributions[kNetBpsAt].boxes[1];
    EXPECT_TRUE(
        chart.describe().contains(QStringLiteral("B: n 40, median %1").arg(box.median, 0, 'f', 2)))
        << chart.describe().toStdString();
    EXPECT_EQ(chart.accessibleName(), chart.describe());
}

TEST_F(Distributions, TheHighlightedRunStandsOut)
{
    const int before = inkOf(0);
    selection.highlight(QStringLiteral("b"));
    EXPECT_LT(inkOf(0), before / 2) << "the other is pale";
    EXPECT_GT(inkOf(2), 20);
}

TEST_F(Distributions, WithoutFactsOrValuesItSaysSo)
{
    chart.setFacts(nullptr, kNetBpsAt, {}, {}, QStringLiteral("wait"));
    EXPECT_EQ(chart.labels().back().text, QStringLiteral("wait"));
    const FactsRef none =
        factsOf({inputOf(aRun().withIterations(3).without(Metric::NetBps), "a")}, {}, {});
    chart.setFacts(none, kNetBpsAt, {runs[0]}, {}, {});
    EXPECT_EQ(chart.labels().back().text, QStringLiteral("No run has a value"));
}

TEST_F(Distributions, OfMoreRunsThanHaveRoomItCountsThoseShown)
{
    std::vector<ComparedInput> many;
    std::vector<RunInk> inks;
    for (int i = 0; i < 32; ++i) {
        many.push_back(inputOf(aRun().withIterations(12), "run"));
        inks.push_back({QString::number(i), QString::number(i), static_cast<std::size_t>(i)});
    }
    chart.setForm(DistributionForm::Box);
    chart.setFacts(factsOf(many, {}, {}), kNetBpsAt, inks, {}, {});
    bool isSaid = false;
    for (const ChartLabel& label : chart.labels()) {
        isSaid = isSaid || label.text.contains(QStringLiteral("of 32 runs"));
    }
    EXPECT_TRUE(isSaid);
}

TEST_F(Distributions, ADragBrushesAPartOfTheAxisAndAClickLetsGo)
{
    std::vector<std::optional<PlotRange>> told;
    QObject::connect(&chart, &DistributionChart::brushed, &chart,
                     [&](Metric metric, const std::optional<PlotRange>& values) {
                         EXPECT_EQ(metric, Metric::NetBps);
                         told.push_back(values);
                     });
    QTest::mousePress(&chart, Qt::LeftButton, {}, QPoint(200, 120));
    QTest::mouseMove(&chart, QPoint(260, 120));
    QTest::mouseMove(&chart, QPoint(320, 120));
    EXPECT_TRUE(told.empty()) << "not before it is done";
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, QPoint(320, 120));
    ASSERT_EQ(told.size(), 1U);
    ASSERT_TRUE(told[0]);
    EXPECT_GT(told[0]->low, 2.4);
    EXPECT_LT(told[0]->high, 4.3);
    EXPECT_LT(told[0]->low, told[0]->high);
    QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(200, 120));
    ASSERT_EQ(told.size(), 2U);
    EXPECT_FALSE(told[1]);
    EXPECT_FALSE(chart.brush());
}

TEST_F(Distributions, KeysMoveTheEndsOfTheBrush)
{
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Right);
    ASSERT_TRUE(chart.brush());
    const PlotRange first = *chart.brush();
    QTest::keyClick(&chart, Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_EQ(chart.brush()->low, first.low);
    EXPECT_LT(chart.brush()->high, first.high);
    QTest::keyClick(&chart, Qt::Key_Escape);
    EXPECT_FALSE(chart.brush());
}

TEST(DistributionsPage, ABrushPicksTheIterationsOfEveryRunInEveryView)
{
    ComparedRuns all({24, 30});
    DistributionsPage page(all.runs.context, all.desk);
    ASSERT_TRUE(all.settled());
    page.refresh();
    const FactsRef facts = all.desk.facts();
    const Series& own = facts->distributions[kNetBpsAt].series[0];
    const double low = *std::ranges::min_element(own.values);
    all.desk.pickWithin(Metric::NetBps, PlotRange{low, low});
    ASSERT_TRUE(all.settled());
    const Picked& picked = all.runs.selection.picked();
    ASSERT_TRUE(picked.iterations.contains(facts->runs[0].identity));
    for (const auto& [identity, iterations] : picked.iterations) {
        for (const int iteration : iterations) {
            const SoakRun& run = *all.runs.session.find(identity)->run;
            const auto row = run.table.rowOf(iteration);
            ASSERT_TRUE(row);
            EXPECT_EQ(run.table.column(Metric::NetBps).at(*row), low);
        }
    }
    EXPECT_TRUE(picked.what.startsWith(QStringLiteral("Net edge from ")));
    all.desk.pickWithin(Metric::NetBps, std::nullopt);
    EXPECT_TRUE(all.runs.selection.picked().iterations.empty());
}

} // namespace soak::ui
