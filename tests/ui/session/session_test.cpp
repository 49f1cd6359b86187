// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/find_run.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"
#include "ui/session/session.h"

#include <QSignalSpy>
#include <QTest>
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

TEST(Session, TwoForeignRunsThatBeginAlikeAreTwo)
{
    Jobs jobs;
    Session session(jobs);
    QSignalSpy opened(&session, &Session::opened);
    session.open(testDataPath("fixtures/reference-8"));
    session.open(testDataPath("fixtures/reference-36"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return opened.count() == 2; }));
    ASSERT_EQ(session.runs().size(), 2U);
    EXPECT_EQ(session.runs()[0].run->identity(), session.runs()[1].run->identity());
    EXPECT_NE(session.runs()[0].identity, session.runs()[1].identity);
}

// Of the same run the person's own is open, and a copy in a bundle that may go away.
TEST(Session, ARunOfABundleNeverHidesThePersonsOwn)
{
    const TempDir folder;
    const fs::path from = testDataPath("fixtures/reference-8/artifacts/soak/latest");
    folder.write("bundle/attestation.json", "{}");
    fs::copy(from, folder / "mine", fs::copy_options::recursive);
    fs::copy(from, folder / "bundle/run", fs::copy_options::recursive);
    Jobs jobs;
    Session session(jobs);
    QSignalSpy opened(&session, &Session::opened);
    QSignalSpy problems(&session, &Session::problemsChanged);
    session.open(folder / "mine");
    ASSERT_TRUE(opened.wait());
    EXPECT_EQ(session.runs().front().bundle, QString());
    session.open(folder / "bundle/run");
    ASSERT_TRUE(problems.wait());
    ASSERT_EQ(session.runs().size(), 1U);
    EXPECT_EQ(session.runs().front().folder, *findRun(folder / "mine"));
    EXPECT_EQ(session.problems().back().error.where, (folder / "mine").string());

    session.close(session.runs().front().identity);
    session.open(folder / "bundle/run");
    ASSERT_TRUE(QTest::qWaitFor([&] { return opened.count() == 2; }));
    EXPECT_EQ(session.runs().front().bundle, QStringLiteral("bundle"));
}

TEST(Session, AForeignRunThatGrowsStaysTheSame)
{
    const TempDir folder;
    const fs::path from = testDataPath("fixtures/reference-36/artifacts/soak/latest");
    const auto arrive = [&](int k) {
        const std::string name = "ITER_SUMMARY_" + std::to_string(k) + ".json";
        fs::copy_file(from / name, folder / name);
    };
    arrive(1);
    Jobs jobs;
    Session session(jobs);
    QSignalSpy opened(&session, &Session::opened);
    QSignalSpy changed(&session, &Session::changed);
    session.open(folder.path());
    ASSERT_TRUE(opened.wait());
    const QString identity = session.runs().front().identity;
    arrive(2);
    session.reload(identity);
    ASSERT_TRUE(changed.wait());
    arrive(3);
    session.open(folder.path());
    ASSERT_TRUE(changed.wait());
    ASSERT_EQ(session.runs().size(), 1U);
    EXPECT_EQ(session.runs().front().identity, identity);
    EXPECT_EQ(session.runs().front().run->table.rowCount(), 3U);
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
    // What is large is freed on another thread, a moment later.
    EXPECT_TRUE(QTest::qWaitFor([&] { return run.expired(); }));
}

TEST(Session, AProblemThatComesAgainIsThereOnce)
{
    Jobs jobs;
    Session session(jobs);
    const Problem problem{QStringLiteral("Cannot open x"), {Errc::NotFound, "no such folder", "x"}};
    session.addProblem(problem);
    session.addProblem(problem);
    EXPECT_EQ(session.problems().size(), 1U);
}

TEST(Session, ARunIsCalledByItsAliasElseByTheFolderThatSaysSomething)
{
    Jobs jobs;
    Session session(jobs);
    QSignalSpy opened(&session, &Session::opened);
    session.open(testDataPath("fixtures/reference-8"));
    ASSERT_TRUE(opened.wait());
    const QString identity = opened.front().front().toString();
    // It lies in reference-8/artifacts/soak/latest.
    EXPECT_EQ(session.nameOf(identity), QStringLiteral("reference-8"));
    session.workspace().setAlias(identity, QStringLiteral("nightly"));
    EXPECT_EQ(session.nameOf(identity), QStringLiteral("nightly"));
    EXPECT_EQ(session.nameOf(QStringLiteral("nobody")), QString());
}

TEST(Session, OpenRunsHaveDifferentColoursAndNoneIsTheInkOfTheBaseline)
{
    Jobs jobs;
    Session session(jobs);
    QSignalSpy opened(&session, &Session::opened);
    session.open(testDataPath("fixtures/reference-8"));
    ASSERT_TRUE(opened.wait());
    // The recorded runs begin with the same bytes, and so are one run.
    const TempDir dir;
    const fs::path other = dir / "other";
    fs::copy(*findRun(testDataPath("fixtures/reference-8")), other, fs::copy_options::recursive);
    dir.write("other/ITER_SUMMARY_1.json", *readFile(other / "ITER_SUMMARY_1.json") + "\n");
    session.open(other);
    ASSERT_TRUE(QTest::qWaitFor([&] { return session.runs().size() == 2; }));
    const QString one = session.runs()[0].identity;
    const QString two = session.runs()[1].identity;
    EXPECT_NE(session.colourSlot(one), session.colourSlot(two));
    EXPECT_NE(session.colourSlot(one), 0U);
    EXPECT_NE(session.colourSlot(two), 0U);
    session.workspace().setColour(one, 5);
    EXPECT_EQ(session.colourSlot(one), 5U);
}

} // namespace soak::ui
