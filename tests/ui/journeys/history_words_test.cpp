// SPDX-License-Identifier: GPL-3.0-or-later
// What a person says about remembered runs, by mouse and by keys; `soak history` knows it then.
#include "tests/ui/journeys/starts.h"

#include <QFile>
#include <nlohmann/json.hpp>

#include <string>

namespace soak::ui
{
namespace
{

using Json = nlohmann::json;

constexpr qint64 kNight = 1'767'608'400'000;
constexpr qint64 kNextNight = kNight + 86'400'000;
constexpr int kSaidDecision = 7; // columns of the table
constexpr int kSaidWords = 8;

const Thing kKnown = table("Remembered runs");

class HistoryWordsJourney : public testing::Test
{
protected:
    // Two remembered runs, the newer one on top; the history is shown.
    void start()
    {
        desk.makeRun("runs/night1", 8, kNight);
        desk.makeRun("runs/night2", 12, kNextNight);
        soak({QStringLiteral("import"), desk.path("runs")});
        desk.start();
        ASSERT_TRUE(desk.waitForJobs());
        press("Alt+7");
        ASSERT_TRUE(until([] { return rowsOf(kKnown).size() == 2; })) << allWords().toStdString();
    }

    QByteArray soak(const QStringList& words) const
    {
        const auto program = desk.startAside(QStringLiteral(SOAK_PROGRAM_SOAK),
                                             QStringList{QStringLiteral("history")} + words);
        EXPECT_TRUE(program->waitForFinished(kPatienceMs));
        EXPECT_EQ(program->exitCode(), 0) << program->readAllStandardError().toStdString();
        return program->readAllStandardOutput();
    }

    // What the program knows of a run.
    Json known(const char* run) const
    {
        const Json all = Json::parse(
            soak({QStringLiteral("show"), QString::fromUtf8(run), QStringLiteral("--json")})
                .toStdString(),
            nullptr, false);
        EXPECT_TRUE(all.contains("said")) << all.dump();
        return all["said"];
    }

    static QString cell(int row, int column)
    {
        const auto rows = rowsOf(kKnown);
        const auto at = static_cast<std::size_t>(row);
        return at < rows.size() ? rows[at].value(column) : QString();
    }

    static void chooseFromMenu(int row, const QStringList& path)
    {
        meanwhile([row] { rightClickCell(kKnown, row, 0); }, [&] { chooseMenu(path); });
    }

    static void fillIn(const Thing& where, const char* text)
    {
        click(where);
        press("Ctrl+A");
        typeText(QString::fromUtf8(text));
    }

    Desk desk;
};

const Thing kBy = field("By whom");
const Thing kSave = button("Save");

} // namespace

TEST_F(HistoryWordsJourney, ATagAndARelease)
{
    start();
    clickCell(kKnown, 0, 0);
    chooseFromMenu(0, {QStringLiteral("Tag\u2026\tCtrl+Alt+T")});
    ASSERT_TRUE(waitFor(field("Tag"))) << allWords().toStdString();
    EXPECT_FALSE(isEnabled(kSave));
    fillIn(field("Tag"), "canary");
    fillIn(kBy, "ann");
    click(kSave);
    ASSERT_TRUE(until([] { return cell(0, kSaidWords) == QStringLiteral("canary"); }));
    EXPECT_EQ(known("night2")["tags"][0]["text"], "canary");
    EXPECT_EQ(known("night2")["tags"][0]["by"], "ann");
    // The name is kept for the next word.
    chooseFromMenu(0, {QStringLiteral("Mark a Release\u2026\tCtrl+Alt+R")});
    ASSERT_TRUE(waitFor(field("Release")));
    EXPECT_EQ(valueOf(kBy), QStringLiteral("ann"));
    fillIn(field("Release"), "v1.4");
    click(kSave);
    ASSERT_TRUE(until([] { return cell(0, kSaidWords) == QStringLiteral("\u25bdv1.4 canary"); }));
    EXPECT_EQ(known("night2")["releases"][0]["text"], "v1.4");
    EXPECT_TRUE(until([] {
        return nameOf(words("p95 latency, ms by run")).contains(QStringLiteral("\u25bd v1.4"));
    })) << nameOf(words("p95 latency, ms by run")).toStdString();
    // Both can be taken back.
    chooseFromMenu(0, {QStringLiteral("Take Back"), QStringLiteral("Tag canary")});
    ASSERT_TRUE(until([] { return cell(0, kSaidWords) == QStringLiteral("\u25bdv1.4"); }));
    EXPECT_TRUE(known("night2")["tags"].empty());
}

TEST_F(HistoryWordsJourney, ATagIsOneWordAndIsNotLostWhenItIsNot)
{
    start();
    clickCell(kKnown, 1, 0);
    chooseFromMenu(1, {QStringLiteral("Tag\u2026\tCtrl+Alt+T")});
    ASSERT_TRUE(waitFor(field("Tag")));
    fillIn(field("Tag"), "two words");
    click(kSave);
    ASSERT_TRUE(waitFor(words("a tag is one word"))) << allWords().toStdString();
    EXPECT_EQ(valueOf(field("Tag")), QStringLiteral("two words"));
    fillIn(field("Tag"), "one");
    press("Return");
    EXPECT_TRUE(until([] { return cell(1, kSaidWords) == QStringLiteral("one"); }));
    EXPECT_TRUE(waitForNone(field("Tag")));
}

TEST_F(HistoryWordsJourney, ADecisionWithItsReason)
{
    start();
    clickCell(kKnown, 0, 0);
    chooseFromMenu(0, {QStringLiteral("Decide\u2026\tCtrl+Alt+D")});
    ASSERT_TRUE(waitFor(choice("Decision")));
    click(choice("Decision"));
    press("Down");
    press("Return");
    ASSERT_TRUE(until([] { return valueOf(choice("Decision")) == QStringLiteral("hold"); }));
    fillIn(field("Why"), "12 iterations are too few");
    fillIn(kBy, "ann");
    click(kSave);
    ASSERT_TRUE(until([] { return cell(0, kSaidDecision) == QStringLiteral("hold"); }));
    const Json decisions = known("night2")["decisions"];
    ASSERT_EQ(decisions.size(), 1U);
    EXPECT_EQ(decisions[0]["decision"], "hold");
    EXPECT_EQ(decisions[0]["by"], "ann");
    EXPECT_EQ(decisions[0]["why"], "12 iterations are too few");
    EXPECT_EQ(decisions[0]["content_sha256"].get<std::string>().size(), 64U);
    EXPECT_TRUE(waitFor(words("decided: hold, 12 iterations are too few (ann)")))
        << allWords().toStdString();
}

TEST_F(HistoryWordsJourney, EverythingByKeys)
{
    start();
    ASSERT_TRUE(tabTo(kKnown));
    press("Home");
    meanwhile([] { press("Menu"); },
              [] {
                  chooseMenuByKeys({{}, QStringLiteral("Note\u2026\tCtrl+Alt+N")});
              });
    ASSERT_TRUE(until([] { return hasFocus(field("Text of the note")); }))
        << allWords().toStdString();
    typeText(QStringLiteral("the exchange had an outage"));
    press("Tab");
    ASSERT_TRUE(hasFocus(kBy));
    press("Ctrl+A");
    typeText(QStringLiteral("bob"));
    press("Ctrl+Return");
    EXPECT_TRUE(waitFor(words("note: the exchange had an outage (bob)")))
        << allWords().toStdString();
    EXPECT_EQ(known("night2")["notes"][0]["text"], "the exchange had an outage");
    // Two at once, by the key of the action; then by its name.
    press("Shift+Down");
    press("Ctrl+Alt+T");
    ASSERT_TRUE(until([] { return hasFocus(field("Tag")); }));
    typeText(QStringLiteral("storm"));
    press("Return");
    ASSERT_TRUE(until([] {
        return cell(0, kSaidWords) == QStringLiteral("storm") &&
               cell(1, kSaidWords) == QStringLiteral("storm");
    }));
    press("Ctrl+Shift+P");
    typeText(QStringLiteral("Mark a Release"));
    press("Return");
    ASSERT_TRUE(until([] { return hasFocus(field("Release")); })) << allWords().toStdString();
    press("Escape");
    EXPECT_TRUE(waitForNone(field("Release")));
    EXPECT_TRUE(known("night1")["releases"].empty());
}

// The file is gone and something else stands in its place: nothing that was typed goes with it.
TEST_F(HistoryWordsJourney, WhatCannotBeWrittenIsToldAndKept)
{
    start();
    clickCell(kKnown, 0, 0);
    chooseFromMenu(0, {QStringLiteral("Note\u2026\tCtrl+Alt+N")});
    ASSERT_TRUE(waitFor(field("Text of the note")));
    fillIn(field("Text of the note"), "do not lose me");
    for (const char* part : {"", "-wal", "-shm"}) {
        QFile::remove(desk.path(Desk::kHistory) + QString::fromUtf8(part));
    }
    desk.home().write(Desk::kHistory, "this is no database, whatever its name says");
    click(kSave);
    ASSERT_TRUE(waitFor(words("the history is damaged"))) << allWords().toStdString();
    EXPECT_EQ(valueOf(field("Text of the note")), QStringLiteral("do not lose me"));
    press("Escape");
    EXPECT_TRUE(waitFor(words("The history cannot be read"))) << allWords().toStdString();
    press("Ctrl+Alt+4");
    ASSERT_TRUE(waitFor(table("Problems"))) << allWords().toStdString();
    QString problems;
    for (const QStringList& row : rowsOf(table("Problems"))) {
        problems += row.join(QLatin1Char(' ')) + QLatin1Char('\n');
    }
    EXPECT_TRUE(problems.contains(QStringLiteral("Cannot write into the history")))
        << problems.toStdString();
    EXPECT_TRUE(problems.contains(QStringLiteral("history.db"))) << problems.toStdString();
}

} // namespace soak::ui
