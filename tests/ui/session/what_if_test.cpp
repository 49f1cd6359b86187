// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_files.h"
#include "tests/ui/support/open_runs.h"

#include <algorithm>

namespace soak::ui
{
namespace
{

class WhatIfTest : public testing::Test
{
protected:
    // Waits for the judgement that follows an edit.
    template <typename Edit>
    void judged(const Edit& edit)
    {
        QSignalSpy changed(&m_runs.session, &Session::changed);
        edit();
        ASSERT_TRUE(changed.wait());
    }

    [[nodiscard]] const GateResult& latency() const
    {
        const auto& gates = m_runs.primary().judgement->gates;
        return *std::ranges::find(gates, "p95_latency_ms",
                                  [](const GateResult& one) { return one.gate.metric; });
    }

    [[nodiscard]] std::string gateId() const { return latency().gate.id; }

    void change(double threshold)
    {
        judged([&] {
            m_runs.session.changeThreshold(m_runs.selection.primary(), gateId(), threshold);
        });
    }

    OpenRuns m_runs;
};

} // namespace

TEST_F(WhatIfTest, AnotherThresholdIsJudgedAgainAndUndone)
{
    m_runs.openMock(12);
    const double recorded = latency().gate.threshold;
    EXPECT_EQ(latency().outcome, GateOutcome::Pass);
    EXPECT_FALSE(isWhatIf(m_runs.primary()));
    change(100);
    EXPECT_TRUE(isWhatIf(m_runs.primary()));
    EXPECT_EQ(latency().gate.threshold, 100);
    EXPECT_EQ(latency().outcome, GateOutcome::Fail);
    EXPECT_EQ(m_runs.primary().judgement->gateVerdict, GateResultVerdict::Fail);
    judged([this] { m_runs.session.workspace().history().undo(); });
    EXPECT_FALSE(isWhatIf(m_runs.primary()));
    EXPECT_EQ(latency().gate.threshold, recorded);
    judged([this] { m_runs.session.workspace().history().redo(); });
    EXPECT_EQ(latency().gate.threshold, 100);
}

TEST_F(WhatIfTest, TheThresholdThatWasRecordedIsNoWhatIf)
{
    m_runs.openMock(12);
    const double recorded = latency().gate.threshold;
    change(100);
    change(recorded);
    EXPECT_FALSE(isWhatIf(m_runs.primary()));
    EXPECT_EQ(m_runs.primary().judgement->profile.name, "mission");
}

TEST_F(WhatIfTest, ARunThatGrowsIsJudgedByItToo)
{
    m_runs.openMock(12);
    change(100);
    judged([this] { m_runs.session.open(m_runs.primary().folder); });
    EXPECT_EQ(latency().gate.threshold, 100);
}

TEST_F(WhatIfTest, ASavedProfileGivesTheSameGatesToTheCommandLine)
{
    m_runs.openMock(12);
    change(100);
    EXPECT_TRUE(m_runs.session.savedProfileOf(m_runs.primary()).empty());
    const fs::path file = m_runs.scratch / "strict.json";
    QSignalSpy saved(&m_runs.session, &Session::profileSaved);
    m_runs.session.saveProfile(m_runs.selection.primary(), file);
    ASSERT_TRUE(saved.wait());
    EXPECT_EQ(m_runs.session.savedProfileOf(m_runs.primary()), file);
    const auto text = readFile(file);
    ASSERT_TRUE(text);
    const auto profile = parseGateProfile(*text, file.string());
    ASSERT_TRUE(profile) << describe(profile.error());
    EXPECT_EQ(judge(m_runs.primary().run, *profile).gates, m_runs.primary().judgement->gates);
    change(110);
    EXPECT_TRUE(m_runs.session.savedProfileOf(m_runs.primary()).empty())
        << "what is in the file is another one now";
}

TEST_F(WhatIfTest, AFileThatCannotBeWrittenIsAProblem)
{
    m_runs.openMock(8);
    change(100);
    QSignalSpy problems(&m_runs.session, &Session::problemsChanged);
    m_runs.session.saveProfile(m_runs.selection.primary(),
                               m_runs.scratch / "no/such/folder/p.json");
    ASSERT_TRUE(problems.wait());
    EXPECT_EQ(m_runs.session.problems().front().error.code, Errc::NotWritable);
}

} // namespace soak::ui
