// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles that somebody changed and then made whole again, with the right key if need be.
#include "tests/release/release_support.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

void replaceIn(std::string& text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    if (at != std::string::npos) {
        text.replace(at, from.size(), to);
    }
}

class DerivedChecks : public testing::Test
{
protected:
    void SetUp() override
    {
        m_key = makeKey(m_folder.path(), "key");
        m_list = m_folder.write("allowed", allowedLine(m_key, "alice@example"));
        m_made = bundleOf(mockRun(m_folder.path(), 36), m_folder / "dist",
                          [this](BundleRequest& request) { request.signingKey = m_key; });
    }

    // Verified after an edit that is signed with the allowed key.
    BundleVerification afterForging(const std::string& path, const std::string& from,
                                    const std::string& to)
    {
        forge(
            m_made.folder, path, [&](std::string& text) { replaceIn(text, from, to); }, m_key);
        packFolder(m_made.folder, m_made.facts.name, m_made.facts.mtime, m_folder / "f.tar.gz");
        auto verification = verificationOf(m_folder / "f.tar.gz", {.allowedSigners = m_list});
        EXPECT_EQ(stateOf(verification, CheckId::Signer), CheckState::Ok);
        EXPECT_EQ(stateOf(verification, CheckId::Manifest), CheckState::Ok);
        EXPECT_EQ(stateOf(verification, CheckId::Attestation), CheckState::Ok);
        EXPECT_EQ(stateOf(verification, CheckId::Checksums), CheckState::Ok);
        EXPECT_EQ(stateOf(verification, CheckId::Packing), CheckState::Ok);
        return verification;
    }

    TempDir m_folder;
    fs::path m_key;
    fs::path m_list;
    BundleOutcome m_made;
};

TEST_F(DerivedChecks, AnEditedFigureIsFoundThoughAllHashesAndTheSignatureAreRight)
{
    const auto verification =
        afterForging("POST_SOAK_SNAPSHOT.json", "\"mean\": 5.95", "\"mean\": 6.95");
    ASSERT_TRUE(hasFailed(verification, CheckId::Snapshot));
    EXPECT_EQ(firstFailure(verification)->file, "POST_SOAK_SNAPSHOT.json");
    EXPECT_EQ(firstFailure(verification)->reason,
              "kpi_last_n.net_bps.mean is 6.95, from the run follows 5.95");
}

TEST_F(DerivedChecks, AFigureThatIsMissingIsNamed)
{
    const auto verification = afterForging("POST_SOAK_SNAPSHOT.json", "\"mean\": 5.95,", "");
    EXPECT_EQ(firstFailure(verification)->reason,
              "kpi_last_n.net_bps.mean follows from the run and is not there");
}

TEST_F(DerivedChecks, AFigureTooMuchIsNamed)
{
    const auto verification =
        afterForging("POST_SOAK_SNAPSHOT.json", "\"mean\": 5.95,", "\"mean\": 5.95, \"mode\": 6,");
    EXPECT_EQ(firstFailure(verification)->reason,
              "kpi_last_n.net_bps.mode does not follow from the run");
}

TEST_F(DerivedChecks, AnEditedVerdictIsFound)
{
    EXPECT_TRUE(
        hasFailed(afterForging("MANIFEST.json", "\"verdict\": \"PASS\"", "\"verdict\": \"WARN\""),
                  CheckId::Verdict));
}

TEST_F(DerivedChecks, AnEditedAttestationIsFound)
{
    EXPECT_TRUE(hasFailed(afterForging("attestation.json", "\"seed\": 0", "\"seed\": 7"),
                          CheckId::Documents));
}

TEST_F(DerivedChecks, AnEditedDocumentIsFound)
{
    EXPECT_TRUE(hasFailed(afterForging("rollback_plan.md", "(under 10 minutes)", "(later)"),
                          CheckId::Documents));
}

TEST_F(DerivedChecks, AnEditedChartIsFound)
{
    EXPECT_TRUE(
        hasFailed(afterForging("charts/net_bps.svg", "<title>", "<title>x"), CheckId::Documents));
}

TEST_F(DerivedChecks, AnEditedProfileIsFound)
{
    EXPECT_TRUE(hasFailed(afterForging("soak_profile.runtime_overrides.json", "690", "691"),
                          CheckId::Profile));
}

TEST_F(DerivedChecks, AnEditedSummaryBreaksTheChain)
{
    const auto verification = afterForging("run/ITER_SUMMARY_30.json", "180.0", "100.0");
    EXPECT_TRUE(hasFailed(verification, CheckId::Chain));
    EXPECT_EQ(firstFailure(verification)->id, CheckId::Chain);
    EXPECT_TRUE(firstFailure(verification)->file.starts_with("run/ITER_SUMMARY_3"))
        << firstFailure(verification)->file;
}

TEST_F(DerivedChecks, ALaxerProfileUnderABuiltInNameIsFound)
{
    EXPECT_TRUE(hasFailed(afterForging("gate_profile.json", "0.83", "0.10"), CheckId::GateProfile));
}

TEST_F(DerivedChecks, AReadyResultOfARunThatIsNotReadyIsFound)
{
    const TempDir folder;
    const BundleOutcome made =
        bundleOf(mockRun(folder.path(), 8), folder / "dist",
                 [](BundleRequest& request) { request.allowPartial = true; });
    forge(made.folder, "MANIFEST.json", [](std::string& text) {
        replaceIn(text, "\"result\": \"PARTIAL\"", "\"result\": \"READY\"");
    });
    EXPECT_TRUE(hasFailed(verificationOf(made.folder), CheckId::Verdict));
}

TEST_F(DerivedChecks, OfAnotherVersionTheFiguresAreComparedAndTheDocumentsAreNot)
{
    forge(
        m_made.folder, "MANIFEST.json",
        [](std::string& text) {
            const std::size_t at = text.find("\"version\": ", text.find("soak-workbench"));
            text.replace(at, text.find('\n', at) - at, "\"version\": \"0.0.9\"");
        },
        m_key);
    forge(
        m_made.folder, "POST_SOAK_SNAPSHOT.json",
        [](std::string& text) { replaceIn(text, "{\n", "{\n  \"older\": 1,\n"); }, m_key);
    const auto verification = verificationOf(m_made.folder, {.allowedSigners = m_list});
    EXPECT_FALSE(hasFailed(verification)) << testing::PrintToString(complaintsOf(verification));
    EXPECT_EQ(stateOf(verification, CheckId::Documents), CheckState::NotChecked);
    forge(
        m_made.folder, "POST_SOAK_SNAPSHOT.json",
        [](std::string& text) { replaceIn(text, "\"mean\": 5.95", "\"mean\": 6.95"); }, m_key);
    EXPECT_TRUE(hasFailed(verificationOf(m_made.folder), CheckId::Snapshot));
}

TEST_F(DerivedChecks, ARunThatCannotBeReadIsAFailureWithItsReason)
{
    for (int k = 1; k <= 36; ++k) {
        fs::remove(m_made.folder / ("run/ITER_SUMMARY_" + std::to_string(k) + ".json"));
    }
    forge(m_made.folder, "README.md", [](std::string& text) { text += "\n"; });
    const auto verification = verificationOf(m_made.folder);
    EXPECT_TRUE(hasFailed(verification, CheckId::Chain));
    EXPECT_EQ(stateOf(verification, CheckId::Verdict), CheckState::NotChecked);
}

} // namespace

} // namespace soak
