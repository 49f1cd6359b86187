// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/process.h"
#include "core/release/ssh_signature.h"
#include "tests/release/release_support.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <thread>

namespace soak
{

namespace
{

class SshSignature : public testing::Test
{
protected:
    SignatureOutcome check(std::string_view text, std::string_view signature,
                           const std::optional<fs::path>& list = std::nullopt)
    {
        const auto outcome = checkSignature(text, signature, list, m_folder.path());
        EXPECT_TRUE(outcome) << describe(outcome.error());
        return outcome ? *outcome : SignatureOutcome{};
    }

    std::string sign(std::string_view text, const fs::path& key)
    {
        const auto signature = signText(text, key, m_folder.path());
        EXPECT_TRUE(signature) << describe(signature.error());
        return signature ? *signature : std::string();
    }

    fs::path list(const std::string& lines) { return m_folder.write("allowed", lines); }

    TempDir m_folder;
};

TEST_F(SshSignature, HoldsOverTheVeryBytesOnly)
{
    const std::string signature = sign("text", makeKey(m_folder.path(), "key"));
    EXPECT_TRUE(signature.starts_with("-----BEGIN SSH SIGNATURE-----"));
    const SignatureOutcome good = check("text", signature);
    EXPECT_TRUE(good.isValid);
    EXPECT_TRUE(good.key.starts_with("ED25519 key SHA256:")) << good.key;
    EXPECT_FALSE(good.isListed) << "no list was given";
    EXPECT_FALSE(check("text ", signature).isValid);
    EXPECT_FALSE(check("", signature).isValid);
    EXPECT_FALSE(check("text", "no signature").isValid);
    EXPECT_FALSE(check("text", "").isValid);
    EXPECT_FALSE(check("text", std::string(100000, 'x')).isValid);
}

TEST_F(SshSignature, TellsAKeyThatIsNotOnTheListFromABadSignature)
{
    const fs::path key = makeKey(m_folder.path(), "key");
    const fs::path other = makeKey(m_folder.path(), "other");
    const std::string signature = sign("text", key);
    const SignatureOutcome listed = check("text", signature,
                                          list("# comment\n" + allowedLine(other, "bob@example") +
                                               allowedLine(key, "alice@example")));
    EXPECT_TRUE(listed.isListed) << listed.listReason;
    EXPECT_EQ(listed.principal, "alice@example");
    const SignatureOutcome stranger =
        check("text", signature, list(allowedLine(other, "bob@example")));
    EXPECT_TRUE(stranger.isValid);
    EXPECT_FALSE(stranger.isListed);
    EXPECT_NE(stranger.listReason, "");
    const SignatureOutcome bad = check("tent", signature, list(allowedLine(key, "alice@example")));
    EXPECT_FALSE(bad.isValid);
    EXPECT_FALSE(bad.isListed);
}

TEST_F(SshSignature, AKeyListedForSomethingElseIsNotListed)
{
    const fs::path key = makeKey(m_folder.path(), "key");
    const std::string signature = sign("text", key);
    EXPECT_FALSE(
        check("text", signature, list(allowedLine(key, "alice@example", "namespaces=\"git\"")))
            .isListed);
    EXPECT_TRUE(check("text", signature,
                      list(allowedLine(key, "alice@example", "namespaces=\"git,soak-bundle\"")))
                    .isListed);
    EXPECT_FALSE(check("text", signature,
                       list(allowedLine(key, "alice@example", "valid-before=\"20200101\"")))
                     .isListed);
}

TEST_F(SshSignature, OfAnotherNamespaceIsNone)
{
    const fs::path key = makeKey(m_folder.path(), "key");
    m_folder.write("file", "text");
    ProcessPlan plan;
    plan.argv = {"ssh-keygen", "-Y", "sign", "-q", "-f", key, "-n", "git", m_folder / "file"};
    ASSERT_EQ(runProcess(plan, {}).value().exitCode, 0);
    EXPECT_FALSE(check("text", bytesOf(m_folder / "file.sig")).isValid);
}

TEST_F(SshSignature, WithoutKeyOrListSaysSo)
{
    const auto signature = signText("text", m_folder / "absent", m_folder.path());
    ASSERT_FALSE(signature);
    EXPECT_EQ(signature.error().code, Errc::Environment);
    EXPECT_EQ(signature.error().where, pathText(m_folder / "absent"));
    const auto checked = checkSignature("text", "x", m_folder / "absent", m_folder.path());
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, Errc::NotFound);
}

TEST_F(SshSignature, AKeyWithAPassphraseIsRefusedAndNotAskedFor)
{
    ProcessPlan plan;
    plan.argv = {"ssh-keygen", "-q", "-t",     "ed25519", "-N",
                 "passphrase", "-C", "locked", "-f",      m_folder / "locked"};
    ASSERT_EQ(runProcess(plan, {}).value().exitCode, 0);
    const auto signature = signText("text", m_folder / "locked", m_folder.path());
    ASSERT_FALSE(signature);
    EXPECT_EQ(signature.error().code, Errc::Environment);
    EXPECT_NE(signature.error().message.find("ssh-add"), std::string::npos);
}

TEST_F(SshSignature, AnAgentSignsForAPublicKey)
{
    const fs::path key = makeKey(m_folder.path(), "key");
    ProcessPlan plan;
    const std::string place = m_folder.path().string();
    plan.argv = {"/bin/sh", "-c",
                 "cd \"$0\" && eval \"$(ssh-agent -a \"$0/agent\")\" >/dev/null && ssh-add -q key "
                 "&& mv key away && printf text > t && "
                 "ssh-keygen -Y sign -q -f key.pub -n soak-bundle t; code=$?; ssh-agent -k "
                 ">/dev/null; exit $code",
                 place};
    ASSERT_EQ(runProcess(plan, {}).value().exitCode, 0)
        << "the program itself signs so; signText gives it the same arguments";
    EXPECT_TRUE(check("text", bytesOf(m_folder / "t.sig")).isValid);
}

TEST_F(SshSignature, AKeyIsToldByItsFingerprintWithoutItsPrivateHalf)
{
    const fs::path key = makeKey(m_folder.path(), "key");
    const auto facts = keyFacts(key, m_folder.path());
    ASSERT_TRUE(facts) << describe(facts.error());
    EXPECT_TRUE(facts->fingerprint.starts_with("SHA256:")) << facts->fingerprint;
    EXPECT_EQ(facts->type, "ED25519");
    EXPECT_FALSE(facts->isInAgent) << "none runs for this test";
    fs::path half = key;
    half += ".pub";
    fs::rename(half, m_folder / "alone.pub");
    const auto alone = keyFacts(m_folder / "alone.pub", m_folder.path());
    ASSERT_TRUE(alone) << describe(alone.error());
    EXPECT_EQ(*alone, *facts);
}

TEST_F(SshSignature, WhatIsNoKeyIsSaid)
{
    const auto none = keyFacts(m_folder / "none", m_folder.path());
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().message, "there is no such key to sign with");
    const auto text = keyFacts(m_folder.write("text", "hello\n"), m_folder.path());
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, Errc::Environment);
    EXPECT_TRUE(text.error().message.starts_with("ssh-keygen finds no key there: "))
        << text.error().message;
}

// The agent is asked through SSH_AUTH_SOCK, as every program of ssh does.
TEST_F(SshSignature, AKeyThatAnAgentHoldsIsSaidToBeThere)
{
    const fs::path socket = m_folder / "agent";
    ProcessPlan plan;
    const fs::path key = makeKey(m_folder.path(), "key");
    // In the foreground, so that it ends with its group.
    plan.argv = {
        "/bin/sh", "-c",
        "ssh-agent -D -a \"$0\" >/dev/null & export SSH_AUTH_SOCK=\"$0\"; until ssh-add -q "
        "\"$1\" 2>/dev/null; do :; done; echo > \"$0.ready\"; wait",
        socket, key};
    std::stop_source done;
    std::thread agent([&] { static_cast<void>(runProcess(plan, done.get_token())); });
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!fs::exists(socket.string() + ".ready") && std::chrono::steady_clock::now() < deadline) {
        std::this_thread::yield();
    }
    const char* before = std::getenv("SSH_AUTH_SOCK"); // NOLINT: the test has one thread that asks
    const std::string kept = before == nullptr ? "" : before;
    ::setenv("SSH_AUTH_SOCK", socket.c_str(), 1);
    const auto facts = keyFacts(key, m_folder.path());
    if (kept.empty()) {
        ::unsetenv("SSH_AUTH_SOCK");
    } else {
        ::setenv("SSH_AUTH_SOCK", kept.c_str(), 1);
    }
    done.request_stop();
    agent.join();
    ASSERT_TRUE(facts) << describe(facts.error());
    EXPECT_TRUE(facts->isInAgent);
}

} // namespace

} // namespace soak
