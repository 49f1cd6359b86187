// SPDX-License-Identifier: GPL-3.0-or-later
// The desk of a release: how far it may go, what takes it back, what is kept.
#include "tests/ui/support/open_runs.h"
#include "ui/release/release_desk.h"

#include <QTest>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

constexpr int kLongMs = 30'000;

class DeskOfRelease : public testing::Test
{
protected:
    void begin(int iterations)
    {
        m_runs.openMock(iterations);
        makeDesk();
    }

    void makeDesk()
    {
        m_desk.reset();
        m_desk = std::make_unique<ReleaseDesk>(
            m_runs.context, ReleaseDesk::Options{.drafts = m_runs.scratch / "drafts",
                                                 .scratch = m_runs.scratch.path(),
                                                 .clock = &m_clock});
        m_desk->setAuthor(QStringLiteral("alice"));
        m_desk->follow();
        ASSERT_TRUE(settled());
    }

    bool settled()
    {
        return QTest::qWaitFor(
            [this] {
                return m_runs.jobs.running().empty() && m_desk->job() == 0 &&
                       m_desk->progress().evidence.has_value();
            },
            kLongMs);
    }

    void decide(ReleaseChoice choice)
    {
        m_desk->setWish({choice, "alice", "36 clean iterations"});
        m_desk->decide();
        ASSERT_TRUE(settled());
    }

    void plan()
    {
        m_desk->edit([this](ReleasePlan& plan) {
            plan.version = "v1.0.0";
            plan.out = m_runs.scratch / "dist";
            plan.isUnsigned = true;
        });
    }

    void changeTheRun()
    {
        const OpenRun& run = m_runs.primary();
        ASSERT_TRUE(writeFileAtomically(run.folder / "TUNING_STATE.json", "{}"));
        QSignalSpy changed(&m_runs.session, &Session::changed);
        m_runs.session.reload(run.identity);
        ASSERT_TRUE(changed.wait());
        m_desk->follow();
        ASSERT_TRUE(settled());
    }

    VirtualClock m_clock{1760100000000};
    OpenRuns m_runs;
    std::unique_ptr<ReleaseDesk> m_desk;
};

TEST_F(DeskOfRelease, GoesFromTheEvidenceToAVerifiedBundle)
{
    begin(36);
    m_desk->goTo(ReleaseStep::Tag);
    EXPECT_EQ(m_desk->step(), ReleaseStep::Evidence) << "nobody has decided";
    decide(ReleaseChoice::Ship);
    m_desk->goTo(ReleaseStep::Tag);
    EXPECT_EQ(m_desk->step(), ReleaseStep::Contents) << "no version, no folder";
    plan();
    m_desk->goTo(ReleaseStep::Tag);
    EXPECT_EQ(m_desk->step(), ReleaseStep::DryRun);
    ASSERT_TRUE(settled());
    ASSERT_TRUE(m_desk->progress().dryRun);
    EXPECT_EQ(*m_desk->progress().dryRun, std::vector<std::string>());
    m_desk->build();
    EXPECT_NE(m_desk->job(), 0);
    ASSERT_TRUE(settled());
    ASSERT_TRUE(m_desk->built());
    EXPECT_TRUE(fs::exists(m_desk->built()->archive));
    m_desk->verify();
    ASSERT_TRUE(settled());
    EXPECT_EQ(furthestStep(m_desk->outlook()), ReleaseStep::Tag);
    EXPECT_EQ(m_desk->decision()->decision.atMs, m_clock.wall());
}

TEST_F(DeskOfRelease, ARunThatIsNotReadyGoesOnAsPartialOnly)
{
    begin(8);
    decide(ReleaseChoice::Ship);
    EXPECT_EQ(furthestStep(m_desk->outlook()), ReleaseStep::Evidence);
    m_desk->edit([](ReleasePlan& plan) { plan.isPartial = true; });
    EXPECT_EQ(furthestStep(m_desk->outlook()), ReleaseStep::Contents);
}

TEST_F(DeskOfRelease, ToHoldIsNotToGoOn)
{
    begin(36);
    decide(ReleaseChoice::Hold);
    EXPECT_EQ(furthestStep(m_desk->outlook()), ReleaseStep::Evidence);
    decide(ReleaseChoice::Ship);
    EXPECT_EQ(furthestStep(m_desk->outlook()), ReleaseStep::Contents);
}

TEST_F(DeskOfRelease, ARunThatChangedSendsItBack)
{
    begin(36);
    decide(ReleaseChoice::Ship);
    plan();
    m_desk->goTo(ReleaseStep::DryRun);
    ASSERT_TRUE(settled());
    m_desk->build();
    ASSERT_TRUE(settled());
    changeTheRun();
    EXPECT_EQ(m_desk->step(), ReleaseStep::Evidence);
    EXPECT_TRUE(m_desk->isRunChanged());
    EXPECT_FALSE(m_desk->built()) << "what was built is of the run as it was";
    ASSERT_TRUE(m_desk->decision());
    EXPECT_FALSE(m_desk->decision()->isOfThisState);
}

TEST_F(DeskOfRelease, KeepsADraft)
{
    begin(36);
    decide(ReleaseChoice::Ship);
    plan();
    m_desk->goTo(ReleaseStep::Rollout);
    makeDesk(); // as in the next window
    EXPECT_EQ(m_desk->step(), ReleaseStep::Rollout);
    EXPECT_EQ(m_desk->progress().plan.version, "v1.0.0");
    EXPECT_EQ(m_desk->wish().why, "36 clean iterations");
    EXPECT_FALSE(m_desk->isRunChanged());
    m_desk->startOver();
    ASSERT_TRUE(settled());
    EXPECT_EQ(m_desk->step(), ReleaseStep::Evidence);
    EXPECT_TRUE(m_desk->progress().plan.version.empty());
}

TEST_F(DeskOfRelease, ADraftOfAnotherStateBeginsAtTheEvidence)
{
    begin(36);
    decide(ReleaseChoice::Ship);
    plan();
    m_desk->goTo(ReleaseStep::Rollout);
    m_desk.reset();
    const OpenRun& run = m_runs.primary();
    ASSERT_TRUE(writeFileAtomically(run.folder / "TUNING_STATE.json", "{}"));
    QSignalSpy changed(&m_runs.session, &Session::changed);
    m_runs.session.reload(run.identity);
    ASSERT_TRUE(changed.wait());
    makeDesk();
    EXPECT_EQ(m_desk->step(), ReleaseStep::Evidence);
    EXPECT_TRUE(m_desk->isRunChanged());
    EXPECT_EQ(m_desk->progress().plan.version, "v1.0.0") << "what was typed is kept";
}

TEST_F(DeskOfRelease, SaysWhatWentWrong)
{
    begin(36);
    decide(ReleaseChoice::Ship);
    plan();
    m_desk->goTo(ReleaseStep::DryRun);
    ASSERT_TRUE(settled());
    fs::create_directories(m_runs.scratch / "dist" /
                           bundleNameOf(*m_runs.primary().run)); // since the dry run
    m_desk->build();
    ASSERT_TRUE(settled());
    EXPECT_FALSE(m_desk->progress().isBuilt);
    EXPECT_TRUE(m_desk->trouble().contains(QStringLiteral("there is one already")))
        << m_desk->trouble().toStdString();
}

} // namespace
} // namespace soak::ui
