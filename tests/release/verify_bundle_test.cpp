// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/said_text.h"
#include "tests/release/release_support.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

class VerifyBundle : public testing::Test
{
protected:
    void SetUp() override { m_made = bundleOf(mockRun(m_folder.path(), 36), m_folder / "dist"); }

    BundleOutcome signedBundle(const fs::path& key)
    {
        return bundleOf(m_folder / "soak/latest", m_folder / "signed",
                        [&key](BundleRequest& request) { request.signingKey = key; });
    }

    TempDir m_folder;
    BundleOutcome m_made;
};

TEST_F(VerifyBundle, AnUntouchedOneIsRightAndUnsigned)
{
    for (const fs::path& bundle : {m_made.archive, m_made.folder}) {
        const auto verification = verificationOf(bundle);
        EXPECT_FALSE(hasFailed(verification)) << testing::PrintToString(complaintsOf(verification));
        EXPECT_EQ(verifyBundleExitCode(verification), ExitCode::Ok);
        EXPECT_FALSE(verification.isSigned);
        EXPECT_EQ(verification.checks.size(), 14U);
        for (std::size_t i = 1; i < verification.checks.size(); ++i) {
            EXPECT_LT(verification.checks[i - 1].id, verification.checks[i].id) << "by id";
        }
        EXPECT_EQ(stateOf(verification, CheckId::Signature), CheckState::NotChecked);
        EXPECT_EQ(stateOf(verification, CheckId::Documents), CheckState::Ok);
    }
    EXPECT_EQ(stateOf(verificationOf(m_made.archive), CheckId::Packing), CheckState::Ok);
    EXPECT_EQ(stateOf(verificationOf(m_made.folder), CheckId::Packing), CheckState::NotChecked);
}

TEST_F(VerifyBundle, UnsignedFailsWhereASignatureIsAskedFor)
{
    const auto required =
        verificationOf(m_made.archive, {.allowedSigners = std::nullopt, .requireSignature = true});
    EXPECT_TRUE(hasFailed(required, CheckId::Signature));
    const fs::path list =
        m_folder.write("allowed", allowedLine(makeKey(m_folder.path(), "key"), "alice@example"));
    const auto listed = verificationOf(m_made.archive, {.allowedSigners = list});
    EXPECT_TRUE(hasFailed(listed, CheckId::Signature));
    EXPECT_EQ(verifyBundleExitCode(listed), ExitCode::Integrity);
}

TEST_F(VerifyBundle, SignedSaysByWhomAndTellsAStrangerFromABadSignature)
{
    const fs::path key = makeKey(m_folder.path(), "key");
    const fs::path other = makeKey(m_folder.path(), "other");
    const BundleOutcome made = signedBundle(key);
    const fs::path mine = m_folder.write("mine", allowedLine(key, "alice@example"));
    const fs::path theirs = m_folder.write("theirs", allowedLine(other, "bob@example"));

    const auto good = verificationOf(made.archive, {.allowedSigners = mine});
    EXPECT_FALSE(hasFailed(good)) << testing::PrintToString(complaintsOf(good));
    EXPECT_TRUE(good.signer.ends_with(" of alice@example")) << good.signer;
    const auto unknown =
        verificationOf(made.archive, {.allowedSigners = std::nullopt, .requireSignature = true});
    EXPECT_FALSE(hasFailed(unknown));
    EXPECT_EQ(stateOf(unknown, CheckId::Signer), CheckState::NotChecked);

    const auto stranger = verificationOf(made.archive, {.allowedSigners = theirs});
    EXPECT_EQ(stateOf(stranger, CheckId::Signature), CheckState::Ok);
    EXPECT_TRUE(hasFailed(stranger, CheckId::Signer));
    EXPECT_NE(firstFailure(stranger)->reason.find("not on your list"), std::string::npos);

    m_folder.write("signed/soak-bundle-RUN_1760000000000/attestation.json.sig",
                   bytesOf(made.folder / "attestation.json.sig").substr(0, 100));
    const auto bad = verificationOf(made.folder, {.allowedSigners = mine});
    EXPECT_TRUE(hasFailed(bad, CheckId::Signature));
    EXPECT_EQ(stateOf(bad, CheckId::Signer), CheckState::NotChecked);
}

TEST_F(VerifyBundle, EveryReasonCanBeSaidInAnotherLanguage)
{
    const fs::path key = makeKey(m_folder.path(), "key");
    const fs::path other = makeKey(m_folder.path(), "other");
    const fs::path mine = m_folder.write("mine", allowedLine(key, "alice@example"));
    const fs::path theirs = m_folder.write("theirs", allowedLine(other, "bob@example"));
    const BundleOutcome made = signedBundle(key);
    std::vector<BundleVerification> all{verificationOf(m_made.archive),
                                        verificationOf(m_made.folder),
                                        verificationOf(m_made.archive, {.allowedSigners = mine}),
                                        verificationOf(made.archive, {.allowedSigners = mine}),
                                        verificationOf(made.archive, {.allowedSigners = theirs})};
    fs::remove(m_made.folder / "README.md");
    m_folder.write("dist/soak-bundle-RUN_1760000000000/CHANGELOG.md", "other\n");
    all.push_back(verificationOf(m_made.folder));
    for (const BundleVerification& verification : all) {
        for (const BundleCheck& check : verification.checks) {
            EXPECT_TRUE(saidTextOf(check.reason)) << check.reason;
        }
    }
}

TEST_F(VerifyBundle, ASignatureOfAnotherBundleIsFound)
{
    const fs::path key = makeKey(m_folder.path(), "key");
    const BundleOutcome first = signedBundle(key);
    const BundleOutcome second =
        bundleOf(m_folder / "soak/latest", m_folder / "second", [&key](BundleRequest& request) {
            request.signingKey = key;
            request.version = "v2";
        });
    fs::copy_file(first.folder / "attestation.json.sig", second.folder / "attestation.json.sig",
                  fs::copy_options::overwrite_existing);
    const auto verification = verificationOf(second.folder);
    EXPECT_TRUE(hasFailed(verification, CheckId::Signature));
    EXPECT_TRUE(hasFailed(verification, CheckId::Checksums));
}

TEST_F(VerifyBundle, NamesEveryFileThatIsMissingChangedOrAdditional)
{
    fs::remove(m_made.folder / "CHANGELOG.md");
    m_folder.write("dist/soak-bundle-RUN_1760000000000/run/ITER_SUMMARY_7.json", "{}");
    m_folder.write("dist/soak-bundle-RUN_1760000000000/run/ITER_SUMMARY_99.json", "{}");
    m_folder.write("dist/soak-bundle-RUN_1760000000000/evil.sh", "x");
    const auto verification = verificationOf(m_made.folder);
    std::map<std::string, std::string> reasons;
    for (const BundleCheck& check : verification.checks) {
        if (check.state == CheckState::Failed && check.id <= CheckId::Manifest) {
            reasons[std::string(keyOf(check.id)) + " " + check.file] = check.reason;
        }
    }
    EXPECT_EQ(reasons["container evil.sh"], "a bundle has no such file");
    EXPECT_EQ(reasons["files CHANGELOG.md"], "is missing; every bundle has it");
    EXPECT_EQ(reasons["manifest CHANGELOG.md"], "is missing, though MANIFEST.json names it");
    EXPECT_EQ(reasons["manifest run/ITER_SUMMARY_99.json"], "does not stand in MANIFEST.json");
    EXPECT_TRUE(reasons["checksums run/ITER_SUMMARY_7.json"].starts_with("is not what SHA256SUMS"));
    EXPECT_EQ(stateOf(verification, CheckId::Snapshot), CheckState::NotChecked);
}

TEST_F(VerifyBundle, TheSameContentPackedOtherwiseIsFound)
{
    ASSERT_EQ(std::system(("cd '" + (m_folder / "dist").string() +
                           "' && tar -c --format=ustar --owner=0 --group=0 --numeric-owner "
                           "--sort=name soak-bundle-RUN_1760000000000 | gzip -n -9 > other.tar.gz")
                              .c_str()),
              0);
    const auto verification = verificationOf(m_folder / "dist/other.tar.gz");
    EXPECT_TRUE(hasFailed(verification, CheckId::Container));
}

TEST_F(VerifyBundle, AnotherTimeInAllHeadersIsFound)
{
    packFolder(m_made.folder, m_made.facts.name, m_made.facts.mtime + 1, m_folder / "x.tar.gz");
    const auto verification = verificationOf(m_folder / "x.tar.gz");
    EXPECT_TRUE(hasFailed(verification, CheckId::Packing));
}

TEST_F(VerifyBundle, AnotherFolderNameInTheArchiveIsFound)
{
    packFolder(m_made.folder, "soak-bundle-RUN_1760000000001", m_made.facts.mtime,
               m_folder / "x.tar.gz");
    const auto verification = verificationOf(m_folder / "x.tar.gz");
    EXPECT_TRUE(hasFailed(verification, CheckId::Verdict))
        << testing::PrintToString(complaintsOf(verification));
}

TEST_F(VerifyBundle, AnArchiveOfAnotherZlibIsReadAndSaysWhatWasNotCompared)
{
    forge(m_made.folder, "MANIFEST.json", [](std::string& text) {
        const std::size_t at = text.find("\"version\": \"1.");
        const std::size_t end = text.find('"', at + 12);
        text.replace(at + 12, end - at - 12, "9.9.9");
    });
    packFolder(m_made.folder, m_made.facts.name, m_made.facts.mtime, m_folder / "x.tar.gz");
    const auto verification = verificationOf(m_folder / "x.tar.gz");
    ASSERT_EQ(stateOf(verification, CheckId::Packing), CheckState::Ok)
        << testing::PrintToString(complaintsOf(verification));
    EXPECT_NE(verification.checks[1].reason.find("not compared"), std::string::npos);
    std::string bytes = bytesOf(m_folder / "x.tar.gz");
    bytes[4] = 1; // the time in the gzip header
    m_folder.write("x.tar.gz", bytes);
    EXPECT_TRUE(hasFailed(verificationOf(m_folder / "x.tar.gz"), CheckId::Container));
}

TEST_F(VerifyBundle, WhatIsNotThereIsAnErrorAndNotAVerdict)
{
    const auto verification = verifyBundle(m_folder / "absent.tar.gz");
    ASSERT_FALSE(verification);
    EXPECT_EQ(verification.error().code, Errc::NotFound);
}

} // namespace

} // namespace soak
