// SPDX-License-Identifier: GPL-3.0-or-later
// A release by hand: from a run to a verified, signed bundle and the dry run of its tag, with a key
// and a repository as people have them. And the bundles of others, verified.
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <QFile>
#include <QProcess>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

const Thing kChecks = table("Verification of the bundle");

class ReleaseJourney : public testing::Test
{
protected:
    void begin(int iterations)
    {
        m_run = m_desk.makeRun("runs/mine", iterations);
        m_files = Desk::bytesBelow(m_run);
        m_desk.start({.paths = {m_run}});
        ASSERT_TRUE(m_desk.waitForTitle(iterations >= 36 ? QStringLiteral("PASS")
                                                         : QStringLiteral("FAIL")));
        ASSERT_TRUE(m_desk.waitForJobs());
        press("Alt+8");
        ASSERT_TRUE(waitFor(table("Evidence"))) << allWords().toStdString();
        ASSERT_TRUE(until([] { return rowsOf(table("Evidence")).size() >= 12; }));
    }

    void TearDown() override
    {
        if (!m_isRunChanged) {
            EXPECT_EQ(Desk::bytesBelow(m_run), m_files) << "a release changed the run";
        }
    }

    // Runs a shell line in the home; its output.
    QString shell(const QString& line)
    {
        QProcess process;
        process.start(QStringLiteral("/usr/bin/env"),
                      {QStringLiteral("-C"), m_desk.path(""),
                       QStringLiteral("HOME=") + m_desk.path(""),
                       QStringLiteral("GIT_CONFIG_NOSYSTEM=1"), QStringLiteral("/bin/sh"),
                       QStringLiteral("-ec"), line});
        EXPECT_TRUE(process.waitForFinished(60'000));
        EXPECT_EQ(process.exitCode(), 0)
            << line.toStdString() << process.readAllStandardError().toStdString();
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    void makeKeyAndRepository()
    {
        shell(QStringLiteral("ssh-keygen -q -t ed25519 -N '' -C release -f key\n"
                             "ssh-keygen -q -t ed25519 -N '' -C other -f other\n"
                             "echo \"release@example $(cat key.pub)\" > signers\n"
                             "echo \"other@example $(cat other.pub)\" > strangers\n"
                             "git init -q repository && cd repository\n"
                             "git config user.name T && git config user.email t@example\n"
                             "git commit -q --allow-empty -m one"));
    }

    static void fill(const char* name, const QString& text)
    {
        click(field(name));
        press("Ctrl+A");
        typeText(text);
        press("Tab");
    }

    static void decide(const char* why)
    {
        fill("Decided by", QStringLiteral("alice"));
        click(field("Why"));
        typeText(QString::fromUtf8(why));
        ASSERT_TRUE(until([] { return isEnabled(button("Record: ship")); }))
            << allWords().toStdString();
        click(button("Record: ship"));
        ASSERT_TRUE(waitFor(words("Recorded: ship, by alice")));
    }

    void nameTheContents()
    {
        click(button("Next: Contents"));
        ASSERT_TRUE(waitFor(field("Version")));
        EXPECT_FALSE(isEnabled(button("Next: Rollout")));
        EXPECT_TRUE(isShown(words("Blocked by: the version is not named")));
        fill("Version", QStringLiteral("v1.0.0"));
        fill("Folder for the bundle", m_desk.path("dist"));
        ASSERT_TRUE(until([] { return isEnabled(button("Next: Rollout")); }));
    }

    QString stateOf(const QString& check)
    {
        for (const QStringList& row : rowsOf(kChecks)) {
            if (row.value(0) == check) {
                return row.value(1);
            }
        }
        return {};
    }

    Desk m_desk;
    QString m_run;
    bool m_isRunChanged = false;

private:
    QByteArray m_files;
};

} // namespace

TEST_F(ReleaseJourney, FromARunToAVerifiedSignedBundleAndADryRunTag)
{
    makeKeyAndRepository();
    begin(36);
    // 1 Evidence
    EXPECT_FALSE(isEnabled(button("Next: Contents")));
    EXPECT_TRUE(isShown(words("Blocked by: nobody has decided yet")));
    fill("Git repository", m_desk.path("repository"));
    decide("36 clean iterations");
    ASSERT_TRUE(until([] { return isEnabled(button("Next: Contents")); }));
    EXPECT_EQ(highlighted().name, QStringLiteral("Next: Contents"));
    // 2 Contents
    nameTheContents();
    EXPECT_GT(rowsOf(table("Contents of the bundle")).size(), 15U);
    // 3 Rollout
    click(button("Next: Rollout"));
    ASSERT_TRUE(waitFor(table("Stages of the canary")));
    EXPECT_EQ(rowsOf(table("Stages of the canary")).size(), 6U);
    EXPECT_EQ(rowsOf(table("What sends it back")).size(), 5U);
    // 4 Dry run
    click(button("Next: Dry run"));
    ASSERT_TRUE(waitFor(words("Nothing stands against it"))) << allWords().toStdString();
    EXPECT_TRUE(valueOf(field("Commands of the release"))
                    .contains(QStringLiteral("soak bundle verify ") + m_desk.path("dist")));
    EXPECT_FALSE(QFile::exists(m_desk.path("dist"))) << "a dry run";
    EXPECT_EQ(highlighted().name, QStringLiteral("Build bundle"));
    click(button("Build bundle"));
    ASSERT_TRUE(waitFor(words("The bundle is built"))) << allWords().toStdString();
    // 5 Sign and verify
    click(button("Next: Sign and verify"));
    ASSERT_TRUE(waitFor(field("Key")));
    EXPECT_TRUE(isShown(words("Blocked by: no key is chosen")));
    fill("Key", m_desk.path("key"));
    ASSERT_TRUE(waitFor(words("ED25519 SHA256:"))) << allWords().toStdString();
    fill("Allowed signers", m_desk.path("signers"));
    ASSERT_TRUE(until([] { return isEnabled(button("Sign with key")); }));
    click(button("Sign with key"));
    ASSERT_TRUE(waitFor(words("Verified: "))) << allWords().toStdString();
    EXPECT_EQ(stateOf(QStringLiteral("Signer")), QStringLiteral("ok"));
    EXPECT_EQ(stateOf(QStringLiteral("Decision")), QStringLiteral("ok"));
    // 6 Tag
    ASSERT_TRUE(until([] { return isEnabled(button("Next: Tag")); }));
    click(button("Next: Tag"));
    ASSERT_TRUE(until([] { return isEnabled(button("Dry run of tag v1.0.0")); }));
    click(button("Dry run of tag v1.0.0"));
    ASSERT_TRUE(until([] {
        return allWords().contains(QStringLiteral(" would be tagged as v1.0.0"));
    })) << allWords().toStdString();
    EXPECT_EQ(highlighted().name, QStringLiteral("Create tag v1.0.0"));
    EXPECT_EQ(shell(QStringLiteral("git -C repository tag")), QString()) << "a dry run";
    // The command line says the same of what lies on the disk.
    const QString said = shell(QStringLiteral("cd dist/*[0-9] && sha256sum -c SHA256SUMS | wc -l"));
    EXPECT_GT(said.trimmed().toInt(), 50);
    click(button("Create tag v1.0.0"));
    ASSERT_TRUE(waitFor(words("Nothing was pushed."))) << allWords().toStdString();
    EXPECT_EQ(shell(QStringLiteral("git -C repository tag")), QStringLiteral("v1.0.0\n"));
}

TEST_F(ReleaseJourney, OfARunThatIsNotReadyIsBlockedWithReasons)
{
    begin(8);
    EXPECT_TRUE(isShown(words("Blocked by ")));
    EXPECT_FALSE(isEnabled(button("Next: Contents")));
    EXPECT_TRUE(isShown(words("Blocked by: Maker share, mean of the last 8")))
        << allWords().toStdString();
    // As PARTIAL it goes on, and is never tagged.
    click(button("Build as PARTIAL\u2026"));
    ASSERT_TRUE(until([] { return isEnabled(button("Next: Contents")); }));
    nameTheContents();
    click(button("Next: Rollout"));
    click(button("Next: Dry run"));
    ASSERT_TRUE(until([] { return isEnabled(button("Build PARTIAL bundle")); }))
        << allWords().toStdString();
    click(button("Build PARTIAL bundle"));
    ASSERT_TRUE(waitFor(words("The bundle is built")));
    click(button("Next: Sign and verify"));
    click(check("Leave it unsigned: nobody can tell who made it"));
    ASSERT_TRUE(until([] { return isEnabled(button("Verify bundle")); }));
    click(button("Verify bundle"));
    ASSERT_TRUE(waitFor(words("Verified: "))) << allWords().toStdString();
    click(button("Next: Tag"));
    ASSERT_TRUE(waitFor(words("A PARTIAL bundle cannot be tagged")));
    EXPECT_FALSE(isEnabled(button("Dry run of tag v1.0.0")));
}

TEST_F(ReleaseJourney, ByKeysAndItsDraftIsThereInTheNextWindow)
{
    begin(36);
    ASSERT_TRUE(tabTo(field("Decided by")));
    press("Ctrl+A");
    typeText(QStringLiteral("alice"));
    ASSERT_TRUE(tabTo(field("Why")));
    typeText(QStringLiteral("36 clean iterations"));
    ASSERT_TRUE(tabTo(button("Record: ship")));
    press("Space");
    ASSERT_TRUE(waitFor(words("Recorded: ship, by alice"))) << allWords().toStdString();
    ASSERT_TRUE(tabTo(button("Next: Contents")));
    press("Space");
    ASSERT_TRUE(tabTo(field("Version")));
    typeText(QStringLiteral("v2.0.0"));
    ASSERT_TRUE(tabTo(field("Folder for the bundle")));
    typeText(m_desk.path("dist"));
    ASSERT_TRUE(tabTo(button("Next: Rollout")));
    press("Space");
    ASSERT_TRUE(waitFor(table("Stages of the canary")));
    press("Ctrl+Q");
    ASSERT_TRUE(until([&] { return !m_desk.isWindowOpen(); }));
    m_desk.end();
    m_desk.start();
    ASSERT_TRUE(m_desk.waitForTitle(QStringLiteral("PASS")));
    press("Alt+8");
    ASSERT_TRUE(waitFor(table("Stages of the canary"))) << allWords().toStdString();
    click(button("Back"));
    ASSERT_TRUE(waitFor(field("Version")));
    EXPECT_EQ(valueOf(field("Version")), QStringLiteral("v2.0.0"));
}

TEST_F(ReleaseJourney, OfARunThatChangesGoesBackToTheEvidence)
{
    begin(36);
    decide("all green");
    nameTheContents();
    click(button("Next: Rollout"));
    ASSERT_TRUE(waitFor(table("Stages of the canary")));
    m_isRunChanged = true;
    shell(QStringLiteral("printf ' ' >> runs/mine/TUNING_STATE.json"));
    press("F5");
    ASSERT_TRUE(waitFor(words("The run changed on disk since this release was begun")))
        << allWords().toStdString();
    EXPECT_TRUE(isShown(table("Evidence")));
    EXPECT_FALSE(isEnabled(button("Next: Contents")));
    EXPECT_TRUE(isShown(words("The run has changed since it was decided: decide again.")));
}

// Good, by a stranger, unsigned, tampered with.
TEST_F(ReleaseJourney, TheBundlesOfOthersAreVerifiedRowByRow)
{
    makeKeyAndRepository();
    begin(36);
    const QString soak = QStringLiteral(SOAK_PROGRAM_SOAK);
    shell(soak + QStringLiteral(" bundle runs/mine --out signed --sign-key key >/dev/null\n") +
          soak +
          QStringLiteral(" bundle runs/mine --out unsigned >/dev/null\n"
                         "cp -r signed/*[0-9] tampered\n"
                         "echo more >> tampered/CHANGELOG.md\n"
                         "mv signed/*.tar.gz good.tar.gz\n"
                         "mv unsigned/*.tar.gz unsigned.tar.gz"));
    press("Ctrl+Shift+V");
    ASSERT_TRUE(waitFor(field("Bundle")));
    fill("Bundle", m_desk.path("good.tar.gz"));
    ASSERT_TRUE(waitFor(words("Verified: "))) << allWords().toStdString();
    EXPECT_EQ(stateOf(QStringLiteral("Signature")), QStringLiteral("ok"));
    EXPECT_EQ(stateOf(QStringLiteral("Signer")), QStringLiteral("not checked")) << "no list";
    fill("Allowed signers", m_desk.path("strangers"));
    ASSERT_TRUE(waitFor(words("Signed by a key that is not on your list")));
    EXPECT_EQ(stateOf(QStringLiteral("Signature")), QStringLiteral("ok")) << "no bad signature";
    EXPECT_EQ(stateOf(QStringLiteral("Signer")), QStringLiteral("unknown key"));
    fill("Allowed signers", m_desk.path("signers"));
    ASSERT_TRUE(until([&] { return stateOf(QStringLiteral("Signer")) == QStringLiteral("ok"); }));
    fill("Bundle", m_desk.path("tampered"));
    ASSERT_TRUE(waitFor(words("Not verified: "))) << allWords().toStdString();
    EXPECT_EQ(stateOf(QStringLiteral("Checksums")), QStringLiteral("failed"));
    click(field("Allowed signers"));
    press("Ctrl+A");
    press("Delete");
    press("Tab");
    fill("Bundle", m_desk.path("unsigned.tar.gz"));
    ASSERT_TRUE(waitFor(words("Verified: "))) << allWords().toStdString();
    EXPECT_EQ(stateOf(QStringLiteral("Signature")), QStringLiteral("not checked"));
    click(button("Close"));
    ASSERT_TRUE(waitForNone(field("Bundle")));
}

// Opened read only, beside the person's own run, and gone when it is closed.
TEST_F(ReleaseJourney, TheRunOfABundleIsComparedAndReadOnly)
{
    begin(36);
    m_desk.makeRun("runs/theirs", 24, 1'767'700'000'000);
    shell(QStringLiteral(SOAK_PROGRAM_SOAK) +
          QStringLiteral(" bundle runs/theirs --allow-fail --out d >/dev/null && "
                         "mv d/*.tar.gz theirs.tar.gz"));
    const QString mine = m_desk.title();
    press("Ctrl+Shift+V");
    ASSERT_TRUE(waitFor(field("Bundle")));
    EXPECT_FALSE(isEnabled(button("Open in the workbench")));
    fill("Bundle", m_desk.path("theirs.tar.gz"));
    ASSERT_TRUE(until([] { return isEnabled(button("Open in the workbench")); }))
        << allWords().toStdString();
    click(button("Compare with RUN_1767608400000"));
    ASSERT_TRUE(m_desk.waitForJobs());
    EXPECT_EQ(m_desk.title(), mine);
    EXPECT_FALSE(isShown(words("From the bundle ")));
    click(button("Open in the workbench"));
    ASSERT_TRUE(waitFor(words("From the bundle theirs.tar.gz, read only")));
    click(button("Close"));
    ASSERT_TRUE(waitForNone(field("Bundle")));
    press("Alt+8");
    ASSERT_TRUE(waitFor(field("Why")));
    fill("Decided by", QStringLiteral("alice"));
    fill("Why", QStringLiteral("theirs"));
    EXPECT_FALSE(isEnabled(button("Record: ship")));
    press("Ctrl+W");
    ASSERT_TRUE(waitForNone(words("From the bundle ")));
    ASSERT_TRUE(m_desk.waitForTitle(mine));
}

TEST_F(ReleaseJourney, ADroppedBundleIsVerifiedFirst)
{
    begin(36);
    shell(QStringLiteral(SOAK_PROGRAM_SOAK) +
          QStringLiteral(" bundle runs/mine --out d >/dev/null && mv d/*.tar.gz good.tar.gz"));
    drop({m_desk.path("good.tar.gz")}, table("Runs"));
    ASSERT_TRUE(waitFor(words("Verified: "))) << allWords().toStdString();
    press("Escape");
    ASSERT_TRUE(waitForNone(field("Bundle")));
}

TEST_F(ReleaseJourney, ABundleOnTheCommandLineIsVerifiedOverTheWindow)
{
    begin(36);
    shell(QStringLiteral(SOAK_PROGRAM_SOAK) +
          QStringLiteral(" bundle runs/mine --out d >/dev/null && mv d/*.tar.gz good.tar.gz"));
    m_desk.end();
    m_desk.start({.paths = {m_desk.path("good.tar.gz"), m_desk.path("runs/mine")}});
    ASSERT_TRUE(waitFor(words("Verified: "))) << allWords().toStdString();
    press("Escape");
    ASSERT_TRUE(waitForNone(field("Bundle")));
    ASSERT_TRUE(m_desk.waitForTitle(QStringLiteral("PASS")));
}

} // namespace soak::ui
