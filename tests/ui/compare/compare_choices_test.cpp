// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compare/compared_runs.h"
#include "ui/compare/compare_choices.h"
#include "ui/compare/compare_view.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

CompareChoice another()
{
    return {Alignment::Elapsed, ComparedWindow::Last8, Normalisation::ZScore,
            CompareForm::SideBySide, LineMode::Envelope};
}

// The workspace as it is written and read again.
WorkspaceData writtenAndRead(const Workspace& workspace)
{
    WorkspaceData data;
    data.layout = workspace.layout();
    data.comparePage = workspace.comparePage();
    const auto read = parseWorkspace(workspaceText(data, "/w"), "/w");
    EXPECT_TRUE(read);
    return read ? *read : WorkspaceData();
}

} // namespace

TEST(CompareChoices, EveryChoiceIsReadAsItWasKept)
{
    for (int i = 0; i < 4; ++i) {
        CompareChoice choice;
        choice.alignment = static_cast<Alignment>(i);
        choice.window = static_cast<ComparedWindow>(i % 3);
        choice.normalisation = static_cast<Normalisation>(i);
        choice.form = static_cast<CompareForm>(i % 3);
        choice.lines = static_cast<LineMode>(i % 3);
        EXPECT_EQ(choiceFrom(keptChoice(choice, {})), choice) << i;
    }
    for (int i = 0; i < kComparePages; ++i) {
        EXPECT_EQ(comparePageFrom(keyOf(static_cast<ComparePage>(i))), static_cast<ComparePage>(i));
    }
    EXPECT_EQ(armFrom(QStringLiteral("A")), Arm::A);
    EXPECT_EQ(armFrom(QStringLiteral("B")), Arm::B);
    EXPECT_EQ(armFrom(QStringLiteral("C")), Arm::None);
    EXPECT_EQ(keptChoice(another(), {}),
              (QJsonObject{{QStringLiteral("alignment"), QStringLiteral("elapsed")},
                           {QStringLiteral("window"), QStringLiteral("last8")},
                           {QStringLiteral("scale"), QStringLiteral("z_score")},
                           {QStringLiteral("form"), QStringLiteral("side_by_side")},
                           {QStringLiteral("lines"), QStringLiteral("envelope")}}));
    EXPECT_TRUE(keptChoice(CompareChoice(), keptChoice(another(), {})).isEmpty());
}

TEST(CompareChoices, WhatANewerProgramWroteStaysUntilAnotherIsChosen)
{
    const QJsonObject kept{{QStringLiteral("form"), QStringLiteral("stacked")},
                           {QStringLiteral("smooth"), 3}};
    CompareChoice choice = choiceFrom(kept);
    EXPECT_EQ(choice, CompareChoice());
    choice.alignment = Alignment::Utc;
    QJsonObject after = keptChoice(choice, kept);
    EXPECT_EQ(after.value(QStringLiteral("form")), QStringLiteral("stacked"));
    EXPECT_EQ(after.value(QStringLiteral("smooth")), 3);
    choice.form = CompareForm::Difference;
    after = keptChoice(choice, after);
    EXPECT_EQ(after.value(QStringLiteral("form")), QStringLiteral("difference"));
    EXPECT_EQ(choiceFrom({{QStringLiteral("alignment"), 7}}), CompareChoice());
    EXPECT_EQ(comparePageFrom(QStringLiteral("arms of another kind")), ComparePage::Effects);
}

TEST(CompareChoices, AChoiceIsAnEditAndIsThereWhenTheWorkspaceIsOpenedAgain)
{
    ComparedRuns first({12, 14});
    Workspace& workspace = first.runs.session.workspace();
    first.desk.choose(another());
    EXPECT_EQ(first.desk.choice(), another());
    CompareChoice overlaid = another();
    overlaid.form = CompareForm::Overlaid;
    first.desk.choose(overlaid);
    EXPECT_EQ(workspace.history().undoText(), QStringLiteral("Comparison: overlaid"));
    workspace.history().undo();
    EXPECT_EQ(first.desk.choice(), another());

    ComparedRuns second({12, 14});
    second.runs.session.workspace().restore(writtenAndRead(workspace));
    EXPECT_EQ(second.desk.choice(), another());
    workspace.history().undo();
    EXPECT_EQ(first.desk.choice(), CompareChoice());
}

// Where one looks is kept; to go there is no edit, and to be sent there is no choice.
TEST(CompareChoices, ThePageIsKeptAndIsNoEdit)
{
    ComparedRuns first({12, 14});
    Workspace& workspace = first.runs.session.workspace();
    {
        CompareView view(first.runs.context, first.desk);
        view.showPage(ComparePage::Relations);
        EXPECT_EQ(workspace.history().count(), 0);
        first.runs.selection.setShown(first.ids.front(), false);
        view.show();
        EXPECT_EQ(view.page(), ComparePage::Table) << "where a second run is picked";
    }
    EXPECT_EQ(first.desk.page(), ComparePage::Relations);

    ComparedRuns second({12, 14});
    CompareView view(second.runs.context, second.desk);
    EXPECT_EQ(view.page(), ComparePage::Effects);
    second.runs.session.workspace().restore(writtenAndRead(workspace));
    EXPECT_EQ(view.page(), ComparePage::Relations);
}

} // namespace soak::ui
