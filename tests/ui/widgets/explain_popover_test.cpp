// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "ui/widgets/explain_popover.h"

#include <QTableWidget>
#include <gtest/gtest.h>

namespace soak::ui
{

TEST(Explanation, ListsTheExactSamplesOfTheWindow)
{
    const Judgement judgement =
        judge(aRun().with(Metric::NetBps, 3.14159).at(5, Metric::NetBps, std::nullopt).shared(),
              missionProfile());
    const Theme theme;
    QWidget window;
    ExplainPopover popover(theme, &window);
    popover.setAttribute(Qt::WA_DeleteOnClose, false);
    popover.setExplanation(explanationOf(judgement, judgement.gates.at(3)));
    const auto* table = popover.findChild<QTableWidget*>();
    ASSERT_EQ(table->rowCount(), 8);
    EXPECT_EQ(table->item(0, 0)->text(), QStringLiteral("#1"));
    EXPECT_EQ(table->item(0, 1)->text(), QStringLiteral("3.14159"));
    EXPECT_EQ(table->item(4, 1)->text(), QStringLiteral("\u2014"));
    EXPECT_EQ(table->item(4, 2)->text(), QStringLiteral("missing"));
}

TEST(Explanation, OfOneValueNamesItsFile)
{
    const Explanation explanation = explanationOf(aRun().build(), Metric::P95LatencyMs, 3);
    ASSERT_EQ(explanation.formula.size(), 1U);
    EXPECT_EQ(explanation.formula[0].arguments.at(1).text, "ITER_SUMMARY_3.json");
    EXPECT_TRUE(explanation.samples.empty());
    EXPECT_TRUE(explanation.value.endsWith(QStringLiteral(" ms")));
}

} // namespace soak::ui
