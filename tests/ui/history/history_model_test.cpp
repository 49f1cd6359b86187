// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/history/remembered_runs.h"
#include "ui/history/history_model.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

TEST(HistoryModel, ShowsWhatIsRemembered)
{
    RememberedRuns all(3);
    all.folders.write("bad/RUN.json", "{");
    all.folders.write("bad/ITER_SUMMARY_1.json", "{");
    all.import();
    HistoryModel model;
    model.setFacts(all.desk.facts());
    ASSERT_EQ(model.rowCount(), 4);
    const auto text = [&](int row, HistoryColumn column) {
        return model.index(row, static_cast<int>(column)).data().toString();
    };
    EXPECT_EQ(text(0, HistoryColumn::Started), QStringLiteral("2025-10-11 08:53"));
    EXPECT_EQ(text(0, HistoryColumn::P95), QStringLiteral("302.0"));
    EXPECT_EQ(text(0, HistoryColumn::Iterations), QStringLiteral("8"));
    // What could not be read has no figures, not zeros.
    EXPECT_EQ(text(3, HistoryColumn::Verdict), QStringLiteral("unreadable"));
    EXPECT_EQ(text(3, HistoryColumn::P95), QStringLiteral("\u2014"));
    EXPECT_EQ(text(3, HistoryColumn::Problems), QStringLiteral("\u2014"));
    EXPECT_FALSE(model.index(3, 0).data(Qt::ToolTipRole).toString().isEmpty());
    EXPECT_EQ(model.runAt(9), nullptr);
    EXPECT_EQ(model.rowOf(model.runAt(1)->number), 1);
    EXPECT_EQ(model.rowOf(-5), -1);
}

TEST(HistoryModel, EveryColumnHasAHead)
{
    const HistoryModel model;
    for (int column = 0; column < kHistoryColumns; ++column) {
        EXPECT_FALSE(
            model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        const QString word = sortWord(static_cast<HistoryColumn>(column));
        EXPECT_TRUE(word.isEmpty() || historySort(word.toStdString())) << word.toStdString();
    }
    EXPECT_EQ(model.rowCount(), 0);
}

} // namespace
} // namespace soak::ui
