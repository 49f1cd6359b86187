// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/release/make_bundle.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"
#include "ui/session/freed_elsewhere.h"
#include "ui/window/bundle_runs.h"

#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

using Then = BundleRuns::Then;

class OpenedBundles : public testing::Test
{
protected:
    void SetUp() override
    {
        fs::create_directory(m_folder / "scratch");
        BundleRequest request;
        request.run = testDataPath("fixtures/reference-36/artifacts/soak/latest");
        request.out = m_folder / "made";
        request.allowPartial = true;
        const auto made = makeBundle(request);
        ASSERT_TRUE(made) << describe(made.error());
        m_made = *made;
        QObject::connect(&m_bundles, &BundleRuns::ready, &m_session, [this](const QString& folder) {
            m_session.open(fs::path(folder.toStdString()));
        });
    }

    const OpenRun* opened(const fs::path& bundle, Then then = Then::Look)
    {
        QSignalSpy ready(&m_bundles, &BundleRuns::ready);
        m_bundles.open(bundle, {}, then);
        EXPECT_TRUE(QTest::qWaitFor([&] { return !m_session.runs().empty(); }));
        EXPECT_EQ(ready.count(), 1);
        EXPECT_EQ(ready.front().at(1).value<BundleRuns::Then>(), then);
        return &m_session.runs().front();
    }

    [[nodiscard]] bool isScratchEmpty() const { return fs::is_empty(m_folder / "scratch"); }

    TempDir m_folder;
    BundleOutcome m_made;
    Jobs m_jobs;
    Session m_session{m_jobs};
    BundleRuns m_bundles{m_session, m_folder / "scratch"};
};

} // namespace

TEST_F(OpenedBundles, WhatWasUnpackedGoesWhenItsRunIsClosed)
{
    const OpenRun* run = opened(m_made.archive, Then::Compare);
    const auto origin = m_bundles.originOf(*run);
    ASSERT_TRUE(origin);
    EXPECT_EQ(origin->name.toStdString(), m_made.archive.filename().string());
    EXPECT_NE(origin->verification, nullptr);
    EXPECT_TRUE(origin->isCopy);
    EXPECT_FALSE(isScratchEmpty());
    m_session.reload(run->identity); // it stays while the run is open
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_jobs.running().empty(); }));
    EXPECT_FALSE(isScratchEmpty());
    m_session.close(m_session.runs().front().identity);
    EXPECT_TRUE(QTest::qWaitFor([&] { return isScratchEmpty(); }));
}

TEST_F(OpenedBundles, AnArchiveThatIsOpenIsNotUnpackedAgain)
{
    const fs::path first = opened(m_made.archive)->folder;
    QSignalSpy ready(&m_bundles, &BundleRuns::ready);
    m_bundles.open(m_made.archive, {}, Then::Look);
    ASSERT_EQ(ready.count(), 1); // at once
    EXPECT_EQ(ready.front().front().toString().toStdString(), first.string());
}

TEST_F(OpenedBundles, AFolderIsLeftAsItIs)
{
    const OpenRun* run = opened(m_made.folder);
    EXPECT_EQ(run->folder, m_made.folder / "run");
    EXPECT_FALSE(m_bundles.originOf(*run)->isCopy);
    EXPECT_TRUE(isScratchEmpty());
    m_session.close(run->identity);
    freeingPool().waitForDone();
    EXPECT_TRUE(fs::exists(m_made.folder / "run"));
}

TEST_F(OpenedBundles, ARunThatWasOpenedWithoutItsBundleHasNoVerification)
{
    m_session.open(m_made.folder / "run");
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_session.runs().empty(); }));
    const auto origin = m_bundles.originOf(m_session.runs().front());
    ASSERT_TRUE(origin);
    EXPECT_EQ(origin->name.toStdString(), m_made.folder.filename().string());
    EXPECT_EQ(origin->verification, nullptr);
}

TEST_F(OpenedBundles, ABrokenOneIsAProblem)
{
    QSignalSpy problems(&m_session, &Session::problemsChanged);
    m_folder.write("broken.tar.gz", "no archive");
    m_bundles.open(m_folder / "broken.tar.gz", {}, Then::Look);
    ASSERT_TRUE(problems.wait());
    EXPECT_EQ(m_session.problems().back().error.code, Errc::Integrity);
    EXPECT_TRUE(isScratchEmpty());
}

} // namespace soak::ui
