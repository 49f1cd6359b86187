// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/bundle_checks.h"

#include <gtest/gtest.h>

#include <set>

namespace soak
{

namespace
{

BundleVerification sample()
{
    BundleVerification verification;
    verification.manifest.emplace();
    verification.manifest->name = "soak-bundle-RUN_1";
    verification.manifest->result = BundleResult::Ready;
    verification.manifest->verdict = "PASS";
    verification.checks = {{CheckId::Container, CheckState::Ok, "", "plain"},
                           {CheckId::Signature, CheckState::NotChecked, "", "unsigned"}};
    return verification;
}

TEST(BundleChecks, NotCheckedIsNotFailed)
{
    BundleVerification verification = sample();
    EXPECT_EQ(verifyBundleExitCode(verification), ExitCode::Ok);
    verification.checks.push_back({CheckId::Chain, CheckState::Failed, "run/RUN.json", "broken"});
    EXPECT_EQ(verifyBundleExitCode(verification), ExitCode::Integrity);
    EXPECT_EQ(firstFailure(verification)->id, CheckId::Chain);
}

TEST(BundleChecks, TextSaysWhatItComesTo)
{
    BundleVerification verification = sample();
    EXPECT_TRUE(bundleVerificationText(verification)
                    .ends_with("\nverified: soak-bundle-RUN_1, READY, verdict PASS, unsigned\n"));
    verification.isSigned = true;
    verification.signer = "ED25519 key SHA256:x of alice";
    EXPECT_TRUE(bundleVerificationText(verification)
                    .ends_with("signed with ED25519 key SHA256:x of alice\n"));
    verification.checks.push_back({CheckId::Chain, CheckState::Failed, "run/RUN.json", "broken"});
    const std::string text = bundleVerificationText(verification);
    EXPECT_NE(text.find("chain      [FAIL]  run/RUN.json  broken\n"), std::string::npos) << text;
    EXPECT_TRUE(text.ends_with("NOT VERIFIED: 1 check failed, the first is chain\n")) << text;
}

TEST(BundleChecks, EveryCheckHasAKeyOfItsOwn)
{
    std::set<std::string_view> keys;
    for (int id = 0; id <= static_cast<int>(CheckId::Documents); ++id) {
        keys.insert(keyOf(static_cast<CheckId>(id)));
    }
    EXPECT_EQ(keys.size(), 15U);
}

} // namespace

} // namespace soak
