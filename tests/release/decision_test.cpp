// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/load_run.h"
#include "core/release/attestation.h"
#include "core/release/bundle_layout.h"
#include "core/release/decision.h"
#include "tests/release/release_support.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr EpochMs kNow = 1760100000000;

class Decision : public testing::Test
{
protected:
    void SetUp() override { m_run = mockRun(m_folder.path(), 36); }

    std::shared_ptr<const SoakRun> loaded() const
    {
        auto run = loadRun(m_run);
        EXPECT_TRUE(run) << describe(run.error());
        return *run;
    }

    ReleaseDecision decide(ReleaseChoice choice)
    {
        const auto decision = recordDecision(
            m_run, *loaded(), {choice, " alice ", "36 clean\niterations"}, VirtualClock(kNow));
        EXPECT_TRUE(decision) << describe(decision.error());
        return *decision;
    }

    TempDir m_folder;
    fs::path m_run;
};

TEST_F(Decision, LiesBesideTheRunWhichStaysAsItIs)
{
    const auto before = contentsOf(m_run);
    const ReleaseDecision decided = decide(ReleaseChoice::Ship);
    EXPECT_EQ(contentsOf(m_run), before);
    const fs::path file = decisionPath(m_run, *loaded());
    EXPECT_EQ(file.parent_path(), m_run.parent_path());
    EXPECT_EQ(file.filename(), "RELEASE_DECISION_RUN_1760000000000.json");
    const auto recorded = loadDecision(m_run / "", *loaded());
    ASSERT_TRUE(recorded && *recorded);
    EXPECT_EQ((*recorded)->decision, decided);
    EXPECT_TRUE((*recorded)->isOfThisState);
    EXPECT_EQ(decided.by, "alice");
    EXPECT_EQ(decided.atMs, kNow);
}

TEST_F(Decision, OfNobodyIsNone)
{
    const auto recorded = loadDecision(m_run, *loaded());
    ASSERT_TRUE(recorded);
    EXPECT_FALSE(*recorded);
}

TEST_F(Decision, NamesWhoAndWhy)
{
    const VirtualClock clock(kNow);
    const std::string tooMuch(kMostDecisionText + 1, 'x');
    for (const auto& [by, why] : std::vector<std::pair<std::string, std::string>>{
             {"", "why"}, {" ", "why"}, {"who", ""}, {"who", tooMuch}, {"\xff", "why"}}) {
        const auto refused =
            recordDecision(m_run, *loaded(), {ReleaseChoice::Ship, by, why}, clock);
        ASSERT_FALSE(refused) << by << why;
        EXPECT_EQ(refused.error().code, Errc::Usage);
    }
    EXPECT_FALSE(fs::exists(decisionPath(m_run, *loaded())));
}

TEST_F(Decision, IsNotWrittenIntoABundle)
{
    m_folder.write("bundle/attestation.json", "{}");
    const fs::path run = m_folder / "bundle/run";
    fs::rename(m_run, run);
    m_run = run;
    const auto before = contentsOf(m_folder / "bundle");
    for (const fs::path& folder : {run, run / "", run / "../run"}) {
        const auto refused =
            recordDecision(folder, *loaded(), {ReleaseChoice::Ship, "alice", "36 clean iterations"},
                           VirtualClock(kNow));
        ASSERT_FALSE(refused) << folder;
        EXPECT_EQ(refused.error().code, Errc::NotWritable);
    }
    EXPECT_EQ(contentsOf(m_folder / "bundle"), before);
}

TEST_F(Decision, AboutAnotherStateOfTheRunIsToldApart)
{
    decide(ReleaseChoice::Ship);
    ASSERT_TRUE(writeFileAtomically(m_run / "TUNING_REPORT.json", "{}"));
    const auto recorded = loadDecision(m_run, *loaded());
    ASSERT_TRUE(recorded && *recorded);
    EXPECT_FALSE((*recorded)->isOfThisState);
    BundleRequest request;
    request.run = m_run;
    request.out = m_folder / "dist";
    request.allowPartial = true;
    const auto made = makeBundle(request);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, Errc::BadInput);
    EXPECT_EQ(made.error().message, "the run has changed since this was decided; decide again");
    EXPECT_FALSE(fs::exists(m_folder / "dist"));
}

TEST_F(Decision, ThatSomebodyEditedIsRefused)
{
    const ReleaseDecision decided = decide(ReleaseChoice::Hold);
    const std::string text = decisionText(decided);
    const auto edited = [&](const std::string& from, const std::string& to) {
        std::string changed = text;
        const std::size_t at = changed.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        return changed.replace(at, from.size(), to);
    };
    for (const std::string& one :
         {std::string("{"), edited("\"hold\"", "\"perhaps\""), edited("\"alice\"", "\"\""),
          edited("soak-release-decision/1", "soak-release-decision/2"),
          edited("2025-", "yesterday-"), edited("{\n", "{ \n"),
          edited("\"by\"", "\"more\": 1,\n  \"by\"")}) {
        const auto parsed = parseDecision(one, "D");
        ASSERT_FALSE(parsed) << one;
        EXPECT_EQ(parsed.error().code, Errc::Integrity);
    }
    EXPECT_EQ(*parseDecision(text, "D"), decided);
}

TEST_F(Decision, AboutAnotherRunIsRefused)
{
    ReleaseDecision other = decide(ReleaseChoice::Ship);
    other.runIdentity = "RUN_1:00";
    ASSERT_TRUE(writeFileAtomically(decisionPath(m_run, *loaded()), decisionText(other)));
    const auto recorded = loadDecision(m_run, *loaded());
    ASSERT_FALSE(recorded);
    EXPECT_EQ(recorded.error().message, "is a decision about another run");
}

TEST_F(Decision, GoesIntoTheBundleAndItsAttestationAndIsVerified)
{
    const BundleOutcome without = bundleOf(m_run, m_folder / "without");
    const ReleaseDecision decided = decide(ReleaseChoice::Ship);
    const BundleOutcome made = bundleOf(m_run, m_folder / "dist");
    EXPECT_EQ(made.facts.result, BundleResult::Ready);
    EXPECT_EQ(bytesOf(made.folder / kDecisionFile), decisionText(decided));
    const Json attestation = Json::parse(bytesOf(made.folder / kAttestationFile));
    EXPECT_EQ(attestation.at("predicate").at("decision"), (Json{{"by", "alice"},
                                                                {"decision", "ship"},
                                                                {"utc", "2025-10-10T12:40:00Z"},
                                                                {"why", "36 clean\niterations"}}));
    const BundleVerification verification = verificationOf(made.archive);
    EXPECT_FALSE(hasFailed(verification)) << bundleVerificationText(verification);
    EXPECT_EQ(stateOf(verification, CheckId::Decision), CheckState::Ok);
    // A run that nobody decided about has the bundle that it always had.
    fs::remove(decisionPath(m_run, *loaded()));
    const BundleOutcome again = bundleOf(m_run, m_folder / "again");
    EXPECT_EQ(again.archiveSha256, without.archiveSha256);
    EXPECT_FALSE(
        Json::parse(bytesOf(again.folder / kAttestationFile)).at("predicate").contains("decision"));
    for (const BundleCheck& check : verificationOf(again.archive).checks) {
        EXPECT_NE(check.id, CheckId::Decision);
    }
}

TEST_F(Decision, ToHoldOrToRunAgainKeepsTheBundleFromBeingReady)
{
    for (const auto& [choice, blocker] : std::vector<std::pair<ReleaseChoice, std::string>>{
             {ReleaseChoice::Hold, "it was decided to hold the release"},
             {ReleaseChoice::Rerun, "it was decided to run again"}}) {
        decide(choice);
        const BundleOutcome refused = bundleOf(m_run, m_folder / "dist");
        EXPECT_TRUE(refused.isRefused);
        EXPECT_EQ(refused.facts.blockers, std::vector{blocker});
        const BundleOutcome partial =
            bundleOf(m_run, m_folder / "partial", [](BundleRequest& request) {
                request.allowPartial = true;
                request.force = true;
            });
        const BundleVerification verification = verificationOf(partial.archive);
        EXPECT_FALSE(hasFailed(verification)) << bundleVerificationText(verification);
        EXPECT_EQ(verification.manifest->result, BundleResult::Partial);
    }
}

TEST_F(Decision, ThatWasForgedInABundleIsFoundThoughAllHashesAreRight)
{
    const ReleaseDecision decided = decide(ReleaseChoice::Hold);
    const BundleOutcome made = bundleOf(
        m_run, m_folder / "dist", [](BundleRequest& request) { request.allowPartial = true; });
    ReleaseDecision forged = decided;
    forged.choice = ReleaseChoice::Ship;
    forge(made.folder, std::string(kDecisionFile),
          [&](std::string& text) { text = decisionText(forged); });
    const BundleVerification verification = verificationOf(made.folder);
    EXPECT_EQ(stateOf(verification, CheckId::Manifest), CheckState::Ok);
    EXPECT_TRUE(hasFailed(verification, CheckId::Verdict)) << "PARTIAL no longer follows";
    EXPECT_TRUE(hasFailed(verification, CheckId::Documents)) << "nor does the attestation";

    forged.runState = std::string(64, '0');
    forge(made.folder, std::string(kDecisionFile),
          [&](std::string& text) { text = decisionText(forged); });
    const BundleVerification other = verificationOf(made.folder);
    ASSERT_TRUE(hasFailed(other, CheckId::Decision)) << bundleVerificationText(other);
}

TEST_F(Decision, IsKeptWhenABundleIsMadeOfABundle)
{
    decide(ReleaseChoice::Ship);
    const BundleOutcome made = bundleOf(m_run, m_folder / "dist");
    const BundleOutcome again = bundleOf(made.folder / kRunFolder, m_folder / "again");
    EXPECT_EQ(again.archiveSha256, made.archiveSha256);
}

} // namespace

} // namespace soak
