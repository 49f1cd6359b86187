// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"
#include "ui/session/session.h"

#include <QSignalSpy>
#include <gtest/gtest.h>

namespace soak::ui
{

TEST(Session, ARunIsLoadedAndJudgedInAJobAndThenOpen)
{
    Jobs jobs;
    Session session(jobs);
    QSignalSpy opened(&session, &Session::opened);
    session.open(testDataPath("fixtures/reference-36"));
    ASSERT_TRUE(opened.wait());
    const OpenRun* run = session.find(opened.front().front().toString());
    ASSERT_NE(run, nullptr);
    EXPECT_EQ(run->run->table.rowCount(), 36U);
    EXPECT_EQ(run->judgement->verdict, RunVerdict::Pass);
    EXPECT_EQ(run->activity, RunActivity::Finished);
}

TEST(Session, OpeningAnOpenRunSaysChanged)
{
    Jobs jobs;
    Session session(jobs);
    QSignalSpy opened(&session, &Session::opened);
    QSignalSpy changed(&session, &Session::changed);
    session.open(testDataPath("fixtures/reference-8"));
    ASSERT_TRUE(opened.wait());
    session.open(testDataPath("fixtures/reference-8"));
    ASSERT_TRUE(changed.wait());
    EXPECT_EQ(session.runs().size(), 1U);
    EXPECT_EQ(opened.count(), 1);
}

TEST(Session, AFolderWithoutARunIsAProblemThatNamesIt)
{
    Jobs jobs;
    Session session(jobs);
    const TempDir empty;
    QSignalSpy problems(&session, &Session::problemsChanged);
    session.open(empty.path());
    ASSERT_TRUE(problems.wait());
    ASSERT_EQ(session.problems().size(), 1U);
    EXPECT_EQ(session.problems().front().error.code, Errc::NotFound);
    EXPECT_TRUE(
        session.problems().front().title.contains(QString::fromStdString(empty.path().string())));
    session.dismissProblem(0);
    EXPECT_TRUE(session.problems().empty());
}

TEST(Session, AClosedRunIsNoLongerHeld)
{
    Jobs jobs;
    Session session(jobs);
    QSignalSpy opened(&session, &Session::opened);
    session.open(testDataPath("fixtures/reference-8"));
    ASSERT_TRUE(opened.wait());
    const QString identity = opened.front().front().toString();
    const std::weak_ptr<const SoakRun> run = session.find(identity)->run;
    session.close(identity);
    EXPECT_EQ(session.find(identity), nullptr);
    EXPECT_TRUE(run.expired());
}

} // namespace soak::ui
