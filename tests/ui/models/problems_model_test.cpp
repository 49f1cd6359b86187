// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_data.h"
#include "ui/models/problems_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

struct Opened {
    Jobs jobs;
    Session session{jobs};
    Selection selection;
    Theme theme;
    ViewContext context{session, selection, theme};
};

} // namespace

TEST(ProblemsModel, RefusalsComeFirstThenTheFindingsOfTheShownRuns)
{
    Opened opened;
    QSignalSpy spy(&opened.session, &Session::opened);
    opened.session.open(testDataPath("fixtures/reference-36"));
    ASSERT_TRUE(spy.wait());
    opened.session.addProblem(
        {QStringLiteral("Cannot open x"), {Errc::NotFound, "no such folder", "/x"}});
    EXPECT_EQ(problemRows(opened.context).size(), 1U);
    opened.selection.setPrimary(opened.session.runs().front().identity);
    const std::vector<ProblemRow> rows = problemRows(opened.context);
    ASSERT_GT(rows.size(), 1U);
    EXPECT_EQ(rows.front().reason, QStringLiteral("no such folder"));
    EXPECT_EQ(rows.front().dismissable, 0U);
    EXPECT_FALSE(rows[1].dismissable);
    EXPECT_EQ(rows.size() - 1, opened.session.runs().front().run->findings.size());
    for (std::size_t i = 2; i < rows.size(); ++i) {
        EXPECT_GE(rows[i - 1].severity, rows[i].severity);
    }
}

TEST(ProblemsModel, NotesAreNotCounted)
{
    ProblemRow note;
    note.severity = Severity::Info;
    ProblemRow warning;
    warning.severity = Severity::Warning;
    EXPECT_EQ(countToLookAt({note, warning, note}), 1U);
}

TEST(ProblemsModel, IsATableWithWords)
{
    ProblemsModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    ProblemRow row;
    row.what = QStringLiteral("load error");
    row.file = QStringLiteral("ITER_SUMMARY_3.json");
    row.reason = QStringLiteral("cut in the middle");
    model.setRows({row});
    QSignalSpy reset(&model, &ProblemsModel::modelReset);
    model.setRows({row});
    EXPECT_EQ(reset.count(), 0);
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column) {
        cells << model.index(0, column).data().toString();
    }
    EXPECT_TRUE(cells.contains(row.file));
    EXPECT_TRUE(cells.contains(row.reason));
    EXPECT_EQ(cells.front(), QStringLiteral("error"));
}

} // namespace soak::ui
