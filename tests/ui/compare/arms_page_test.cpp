// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compare/compared_runs.h"
#include "ui/compare/arm_words.h"
#include "ui/compare/arms_page.h"
#include "ui/compare/compare_header.h"
#include "ui/compare/compare_view.h"
#include "ui/compare/forest_plot.h"
#include "ui/release/cells_table.h"
#include "ui/theme/numbers.h"

#include <QLabel>
#include <gtest/gtest.h>

#include <algorithm>

namespace soak::ui
{
namespace
{

class PageOfArms : public testing::Test
{
protected:
    PageOfArms() : view(all.runs.context, all.desk)
    {
        for (const QString& identity : all.ids) {
            all.runs.selection.setShown(identity, true);
        }
        view.resize(1100, 700);
        view.show();
        view.showPage(ComparePage::Arms);
    }

    void choose(const std::vector<int>& a, const std::vector<int>& b)
    {
        Workspace& workspace = all.runs.session.workspace();
        for (const int run : a) {
            workspace.setArm(all.ids[run], QStringLiteral("A"));
        }
        for (const int run : b) {
            workspace.setArm(all.ids[run], QStringLiteral("B"));
        }
        ASSERT_TRUE(all.settled());
    }

    [[nodiscard]] bool isSaid(const char* beginning)
    {
        for (const QLabel* label : view.arms()->findChildren<QLabel*>()) {
            if (label->isVisibleTo(&view) &&
                label->text().startsWith(QString::fromUtf8(beginning))) {
                return true;
            }
        }
        return false;
    }

    ComparedRuns all{{18, 16, 17, 18, 16, 17}};
    CompareView view;
};

} // namespace

TEST_F(PageOfArms, SaysWhatLacksUntilThereAreTwoArms)
{
    ASSERT_TRUE(all.settled());
    EXPECT_FALSE(view.isOfArms());
    EXPECT_TRUE(isSaid("No two arms of runs"));
    EXPECT_TRUE(isSaid("The overrides of A changed in its steady iterations"));
    choose({0}, {});
    EXPECT_TRUE(isSaid("No run is chosen for arm B."));
}

TEST_F(PageOfArms, ShowsTheEffectsAndTheValueOfEachRun)
{
    choose({0, 2, 4}, {1, 3, 5});
    ASSERT_TRUE(view.isOfArms());
    const ArmComparison& comparison = *all.desk.facts()->arms.comparison;
    EXPECT_TRUE(view.arms()->howText().startsWith(
        QStringLiteral("Arm A: 3 chosen run(s). Arm B: 3 chosen run(s).")))
        << view.arms()->howText().toStdString();
    ASSERT_EQ(view.arms()->forest()->effects().size(), kComparedKpis.size());
    for (std::size_t at = 0; at < kComparedKpis.size(); ++at) {
        EXPECT_EQ(view.arms()->forest()->effects()[at], comparison.effects[at].effect);
    }
    const CellRows& rows = view.arms()->values()->cells().rows();
    ASSERT_EQ(rows.size(), 6U + 4U) << "each run, and of each arm the mean and the deviation";
    EXPECT_EQ(rows[0][0].text, QStringLiteral("A1"));
    EXPECT_EQ(rows[3][0].text, QStringLiteral("A"));
    EXPECT_EQ(rows[5][0].text, QStringLiteral("B1"));
    EXPECT_EQ(rows[0][2].text, metricText(comparison.effects[0].values[0].mean, kComparedKpis[0]));
    EXPECT_EQ(rows[8][2].text,
              metricText(comparison.effects[0].effect.other.mean, kComparedKpis[0]));
    const auto explanation = view.arms()->forest()->explanation();
    ASSERT_TRUE(explanation);
    EXPECT_EQ(explanation->formula.back().arguments.front().text,
              armDetail(comparison.effects[0]).toStdString());
    EXPECT_TRUE(view.arms()->notesText().contains(
        QStringLiteral("Method: Welch's t of the means of runs")));
    EXPECT_FALSE(view.findChild<CompareHeader*>()->isVisibleTo(&view)) << "which is of the pair";
    EXPECT_TRUE(view.summary().contains(view.arms()->countsText()));
    view.showPage(ComparePage::Effects);
    EXPECT_FALSE(view.isOfArms());
    EXPECT_TRUE(view.findChild<CompareHeader*>()->isVisibleTo(&view));
}

TEST_F(PageOfArms, WhoIsLeftOutStandsInBracketsWithTheReason)
{
    all.open(4); // too short for a mean
    all.runs.selection.setShown(all.ids.back(), true);
    choose({0, 2, 4}, {1, 3, 5, 6});
    ASSERT_TRUE(view.isOfArms());
    const CellRows& rows = view.arms()->values()->cells().rows();
    const auto row = std::ranges::find_if(rows, [](const std::vector<Cell>& cells) {
        return cells[2].text.startsWith(QLatin1Char('('));
    });
    ASSERT_NE(row, rows.end());
    EXPECT_TRUE((*row)[2].isMuted);
    EXPECT_TRUE((*row)[2].tip.contains(QStringLiteral("at least 8 are needed")));
    EXPECT_TRUE(view.arms()->notesText().contains(
        QStringLiteral("p95 latency: %1 is left out, ").arg((*row)[0].text)))
        << view.arms()->notesText().toStdString();
}

TEST_F(PageOfArms, AChoiceIsTakenBack)
{
    choose({0, 2, 4}, {1, 3, 5});
    ASSERT_TRUE(view.isOfArms());
    all.runs.session.workspace().history().undo();
    ASSERT_TRUE(all.settled());
    EXPECT_EQ(all.desk.facts()->arms.b.size(), 2U);
    EXPECT_EQ(view.arms()->values()->cells().rows().size(), 5U + 4U);
}

} // namespace soak::ui
