// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/release_words.h"

#include <gtest/gtest.h>

#include <set>

namespace soak::ui
{
namespace
{

BundleVerification with(std::vector<BundleCheck> checks, bool isSigned = true)
{
    BundleVerification verification;
    verification.checks = std::move(checks);
    verification.isSigned = isSigned;
    verification.signer = "ED25519 key SHA256:abc";
    return verification;
}

const BundleCheck kUnknown{CheckId::Signer, CheckState::Failed, "attestation.json.sig",
                           "signed by a key that is not on your list: k (no)"};
const BundleCheck kBad{CheckId::Signature, CheckState::Failed, "attestation.json.sig",
                       "bad signature: no"};
const BundleCheck kNoList{CheckId::Signer, CheckState::NotChecked, "",
                          "no list of allowed signers was given: this may be anybody's key"};

// A key that nobody vouches for, a bad signature and no list are three things.
TEST(ReleaseWords, TellAnUnknownKeyFromABadSignatureAndFromNoList)
{
    EXPECT_EQ(wordsOf(with({kUnknown})).meaning, Meaning::Warn);
    EXPECT_EQ(wordsOf(with({kUnknown})).title,
              QStringLiteral("Signed by a key that is not on your list"));
    EXPECT_EQ(wordsOf(with({kUnknown})).lines.first(), QStringLiteral("SHA256:abc"));
    BundleVerification mine = with({{CheckId::Signer, CheckState::Ok, "", "x"}});
    mine.signer = "ED25519 key SHA256:abc of alice@example";
    EXPECT_EQ(wordsOf(mine).lines.last(),
              QStringLiteral("Signed: SHA256:abc \u00b7 alice@example"));
    EXPECT_EQ(wordsOf(with({kBad})).meaning, Meaning::Fail);
    EXPECT_EQ(wordsOf(with({kBad, kUnknown})).meaning, Meaning::Fail)
        << "a worse thing is not hidden by it";
    EXPECT_EQ(wordsOf(with({kNoList})).meaning, Meaning::Warn);
    EXPECT_TRUE(wordsOf(with({kNoList})).title.startsWith(QStringLiteral("Verified")));
    EXPECT_EQ(wordsOf(with({{CheckId::Signer, CheckState::Ok, "", "x"}})).meaning, Meaning::Pass);
    EXPECT_EQ(cellOf(kUnknown).meaning, Meaning::Warn);
    EXPECT_EQ(cellOf(kUnknown).text, QStringLiteral("unknown key"));
    EXPECT_EQ(cellOf(kBad).text, QStringLiteral("failed"));
    EXPECT_EQ(cellOf(kNoList).meaning, Meaning::Warn) << "amber";
    EXPECT_EQ(cellOf(kNoList).text, QStringLiteral("not checked"));
}

TEST(ReleaseWords, NameEachCheckAndEachStepDifferently)
{
    std::set<QString> checks;
    for (int id = 0; id <= static_cast<int>(CheckId::Documents); ++id) {
        checks.insert(checkTitle(static_cast<CheckId>(id)));
    }
    EXPECT_EQ(checks.size(), static_cast<std::size_t>(CheckId::Documents) + 1);
    EXPECT_EQ(checkTitle(CheckId::Documents), QStringLiteral("Documents")) << "in their order";
    std::set<QString> steps;
    for (std::size_t step = 0; step < kReleaseSteps; ++step) {
        steps.insert(stepTitle(static_cast<ReleaseStep>(step)));
    }
    EXPECT_EQ(steps.size(), kReleaseSteps);
}

} // namespace
} // namespace soak::ui
