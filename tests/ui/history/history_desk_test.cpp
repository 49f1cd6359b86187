// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/history/remembered_runs.h"

#include <QSignalSpy>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

TEST(HistoryDesk, WithoutAHistoryThereIsNone)
{
    RememberedRuns all(1);
    all.desk.readAgain();
    ASSERT_TRUE(all.settled());
    ASSERT_TRUE(all.desk.facts()->error);
    EXPECT_EQ(all.desk.facts()->error->code, Errc::NotFound);
    EXPECT_FALSE(fs::exists(all.desk.place().file)); // looking makes none
}

TEST(HistoryDesk, ImportSaysWhatItFound)
{
    RememberedRuns all(3);
    const QSignalSpy told(&all.desk, &HistoryDesk::told);
    all.import();
    EXPECT_EQ(all.desk.facts()->page.total, 3U);
    ASSERT_EQ(told.size(), 1);
    EXPECT_TRUE(told[0][0].toString().startsWith(QStringLiteral("Imported: 3 new")));
    all.import();
    EXPECT_EQ(all.desk.facts()->page.total, 3U);
    EXPECT_TRUE(told[1][0].toString().startsWith(QStringLiteral("Imported: 0 new")));
}

TEST(HistoryDesk, AFolderThatIsNotThereIsSaid)
{
    RememberedRuns all(1);
    const QSignalSpy told(&all.desk, &HistoryDesk::told);
    all.desk.import(QStringLiteral("/nowhere/at/all"));
    ASSERT_TRUE(all.settled());
    EXPECT_EQ(told.size(), 1);
}

TEST(HistoryDesk, ABadFilterIsAProblemWithItsPlace)
{
    RememberedRuns all(2);
    all.import();
    HistoryWish wish;
    wish.filter = QStringLiteral("p95<");
    all.desk.ask(wish);
    ASSERT_TRUE(all.settled());
    EXPECT_TRUE(all.desk.facts()->problem);
}

// Whatever is typed is text: it finds nothing wrong and breaks nothing.
TEST(HistoryDesk, AHostileSearchFindsNothing)
{
    RememberedRuns all(2);
    all.import();
    for (const QString& text : {QStringLiteral("'; DROP TABLE runs; --"),
                                QStringLiteral("%%%_'\";"), QString(1'000'000, QLatin1Char('x')),
                                QStringLiteral("\"") + QString(10, QChar(0x202e))}) {
        HistoryWish wish;
        wish.filter = text;
        all.desk.ask(wish);
        ASSERT_TRUE(all.settled());
        EXPECT_FALSE(all.desk.facts()->error) << text.left(40).toStdString();
        EXPECT_TRUE(all.desk.facts()->page.runs.empty());
    }
    all.desk.ask(HistoryWish{});
    ASSERT_TRUE(all.settled());
    EXPECT_EQ(all.desk.facts()->page.total, 2U);
}

TEST(HistoryDesk, TheLevelOfAKpiOverTheRuns)
{
    RememberedRuns all(24, 14);
    all.import();
    const KpiHistory& kpi = all.desk.facts()->kpi;
    ASSERT_EQ(kpi.changes.size(), 1U);
    EXPECT_EQ(kpi.changes[0].run, 14U);
}

} // namespace
} // namespace soak::ui
