// SPDX-License-Identifier: GPL-3.0-or-later
// Notes on a run, an iteration and a range: seen, kept on disk, taken back, done again, and there
// in the next window. No file of the run changes.
#include "tests/ui/journeys/starts.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

const QString kWords = QStringLiteral("slow feed");
const QString kOther = QStringLiteral("feed was patched");
const Thing kText = field("Text of the note");
const Thing kWrite = button("Write a note");

// The desk with one run on it, drawn; it watches over the run's files.
class NotesJourney : public testing::Test
{
protected:
    void SetUp() override
    {
        m_run = m_desk.makeRun("mine", 36);
        m_files = Desk::bytesBelow(m_run);
        ASSERT_FALSE(m_files.isEmpty());
        m_desk.start({.paths = {m_run}});
        ASSERT_TRUE(m_desk.waitForTitle(QStringLiteral("PASS")));
        ASSERT_TRUE(m_desk.waitForJobs());
        press("Alt+2");
        ASSERT_TRUE(waitFor(chart("p95 latency")));
    }

    void TearDown() override
    {
        EXPECT_EQ(Desk::bytesBelow(m_run), m_files) << "a note changed the run";
    }

    void expectKept(const QString& note) const
    {
        EXPECT_TRUE(until([&] { return m_desk.keptNotes() == note; }))
            << m_desk.keptNotes().toStdString();
    }

    // `text` is seen, about `subject`, and `note` is on disk; each only while the edit holds.
    void expectUndoAndRedo(const QString& text, const char* subject, const QString& note,
                           bool byKeys) const
    {
        const auto act = [&](const char* name, const char* keys) {
            byKeys ? press(keys) : chooseMenu({QStringLiteral("Edit"), QString::fromUtf8(name)});
        };
        const Thing seen = anything(text.toUtf8().constData());
        const Thing about{QAccessible::NoRole, QLatin1String(subject) + QStringLiteral(" \u00b7 "),
                          Thing::Match::Beginning};
        ASSERT_TRUE(waitFor(seen)) << allWords().toStdString();
        EXPECT_TRUE(isShown(about)) << allWords().toStdString();
        expectKept(note);
        act("Undo", "Ctrl+Z");
        EXPECT_TRUE(waitForNone(seen));
        expectKept({});
        act("Redo", "Ctrl+Shift+Z");
        EXPECT_TRUE(waitFor(seen));
        expectKept(note);
    }

    // At `iteration`, when it is not about the whole run.
    void expectInTheNextWindow(const QString& text, const QString& note,
                               const QString& iteration = {})
    {
        press("Ctrl+Q");
        ASSERT_TRUE(until([&] { return !m_desk.isWindowOpen(); }));
        m_desk.end();
        EXPECT_EQ(m_desk.keptNotes(), note);
        m_desk.start();
        ASSERT_TRUE(m_desk.waitForTitle(QStringLiteral("PASS")));
        if (!iteration.isEmpty()) {
            EXPECT_FALSE(isShown(anything(text.toUtf8().constData()))) << "of another iteration";
            press("Ctrl+L");
            typeText(iteration);
            press("Return");
        }
        EXPECT_TRUE(waitFor(anything(text.toUtf8().constData()))) << allWords().toStdString();
    }

    Desk m_desk;

private:
    QString m_run;
    QByteArray m_files;
};

void typeNote(const QString& text)
{
    ASSERT_TRUE(until([] { return hasFocus(kText); })) << allWords().toStdString();
    typeText(text);
}

void goToChartByKeys(int iteration)
{
    press("F6");
    ASSERT_TRUE(tabTo(chart("p95 latency")));
    for (int i = 0; i < iteration; ++i) {
        press("Right");
    }
}

} // namespace

TEST_F(NotesJourney, OnARun)
{
    rightClickCell(table("Runs"), 0, kRunNameColumn);
    chooseMenu({QStringLiteral("Write a note\u2026")});
    typeNote(kWords);
    click(button("Save"));
    expectUndoAndRedo(kWords, "the whole run", kWords + QStringLiteral("|0|0"), false);
    expectInTheNextWindow(kWords, kWords + QStringLiteral("|0|0"));
}

TEST_F(NotesJourney, OnARunByKeys)
{
    press("Ctrl+N");
    typeNote(kWords);
    press("Ctrl+Return");
    expectUndoAndRedo(kWords, "the whole run", kWords + QStringLiteral("|0|0"), true);
    expectInTheNextWindow(kWords, kWords + QStringLiteral("|0|0"));
}

TEST_F(NotesJourney, OnAnIteration)
{
    click(chart("p95 latency"), {}, {0.5, 0.5});
    const QString cursor = nameOf(words("cursor #")).section(QLatin1Char(' '), 1, 1);
    ASSERT_TRUE(cursor.startsWith(QLatin1Char('#'))) << allWords().toStdString();
    click(kWrite);
    typeNote(kWords);
    click(button("Save"));
    const QString note = kWords + QStringLiteral("|%1|%1").arg(cursor.mid(1));
    expectUndoAndRedo(kWords, cursor.toUtf8().constData(), note, false);
    expectInTheNextWindow(kWords, note, cursor.mid(1));
}

TEST_F(NotesJourney, OnAnIterationByKeys)
{
    goToChartByKeys(7);
    press("Ctrl+N");
    typeNote(kWords);
    press("Ctrl+Return");
    expectUndoAndRedo(kWords, "#7", kWords + QStringLiteral("|7|7"), true);
    expectInTheNextWindow(kWords, kWords + QStringLiteral("|7|7"), QStringLiteral("7"));
}

// What is zoomed to is a range that a note can be about.
TEST_F(NotesJourney, OnARange)
{
    drag(chart("p95 latency"), {0.3, 0.5}, {0.7, 0.5});
    ASSERT_TRUE(until([] { return !nameOf(words("#")).startsWith(QStringLiteral("#1 to #36")); }));
    click(chart("p95 latency")); // the inspector shows what concerns the iteration at the cursor
    click(kWrite);
    typeNote(kWords);
    click(choice("What the note is about"));
    const auto subjects = rowsOf(table(""));
    ASSERT_GE(subjects.size(), 2U) << allWords().toStdString();
    const QString range = subjects[1].join(QString());
    ASSERT_TRUE(range.contains(QStringLiteral(" to #"))) << range.toStdString();
    clickCell(table(""), 1, 0);
    ASSERT_EQ(valueOf(choice("What the note is about")), range);
    click(button("Save"));
    const QString note = kWords + QLatin1Char('|') +
                         QString(range)
                             .remove(QLatin1Char('#'))
                             .replace(QStringLiteral(" to "), QStringLiteral("|"));
    expectUndoAndRedo(kWords, range.toUtf8().constData(), note, false);
    expectInTheNextWindow(kWords, note, note.section(QLatin1Char('|'), 1, 1));
}

TEST_F(NotesJourney, OnARangeByKeys)
{
    goToChartByKeys(3);
    press("A");
    press("Right");
    press("Right");
    press("B");
    press("Ctrl+N");
    typeNote(kWords);
    press("Ctrl+Return");
    expectUndoAndRedo(kWords, "#3 to #5", kWords + QStringLiteral("|3|5"), true);
    expectInTheNextWindow(kWords, kWords + QStringLiteral("|3|5"), QStringLiteral("4"));
}

// Changing one and removing it are edits of their own: what undo brings back is the note of before.
TEST_F(NotesJourney, ChangedAndRemoved)
{
    const QString first = kWords + QStringLiteral("|0|0");
    const QString second = kOther + QStringLiteral("|0|0");
    click(kWrite);
    typeNote(kWords);
    click(button("Save"));
    ASSERT_TRUE(waitFor(anything("slow feed")));
    click(button("Change the note on the whole run"));
    ASSERT_TRUE(until([] { return hasFocus(kText); })) << allWords().toStdString();
    press("Ctrl+A");
    typeText(kOther);
    click(button("Save"));
    ASSERT_TRUE(waitFor(anything("feed was patched")));
    expectKept(second);
    click(button("Remove the note on the whole run"));
    ASSERT_TRUE(waitForNone(anything("feed was patched")));
    expectKept({});
    const auto edit = [](const char* name) {
        chooseMenu({QStringLiteral("Edit"), QString::fromUtf8(name)});
    };
    edit("Undo");
    EXPECT_TRUE(waitFor(anything("feed was patched")));
    expectKept(second);
    edit("Undo");
    EXPECT_TRUE(waitFor(anything("slow feed")));
    expectKept(first);
    edit("Redo");
    EXPECT_TRUE(waitFor(anything("feed was patched")));
    expectKept(second);
    edit("Redo");
    EXPECT_TRUE(waitForNone(anything("feed was patched")));
    expectKept({});
}

TEST_F(NotesJourney, ChangedAndRemovedByKeys)
{
    const QString first = kWords + QStringLiteral("|0|0");
    const QString second = kOther + QStringLiteral("|0|0");
    press("Ctrl+N");
    typeNote(kWords);
    press("Ctrl+Return");
    ASSERT_TRUE(waitFor(anything("slow feed")));
    ASSERT_TRUE(tabTo(button("Change the note on the whole run")));
    press("Space");
    ASSERT_TRUE(until([] { return hasFocus(kText); }));
    press("Ctrl+A");
    typeText(kOther);
    press("Ctrl+Return");
    ASSERT_TRUE(waitFor(anything("feed was patched")));
    expectKept(second);
    ASSERT_TRUE(tabTo(button("Remove the note on the whole run")));
    press("Space");
    ASSERT_TRUE(waitForNone(anything("feed was patched")));
    expectKept({});
    press("Ctrl+Z");
    EXPECT_TRUE(waitFor(anything("feed was patched")));
    expectKept(second);
    press("Ctrl+Z");
    EXPECT_TRUE(waitFor(anything("slow feed")));
    expectKept(first);
    press("Ctrl+Shift+Z");
    EXPECT_TRUE(waitFor(anything("feed was patched")));
    expectKept(second);
    press("Ctrl+Shift+Z");
    EXPECT_TRUE(waitForNone(anything("feed was patched")));
    expectKept({});
}

} // namespace soak::ui
