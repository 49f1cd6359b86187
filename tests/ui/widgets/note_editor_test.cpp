// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/note_editor.h"

#include <QComboBox>
#include <QDateTime>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

RunNote on(std::optional<int> from, std::optional<int> to)
{
    RunNote note;
    note.from = from;
    note.to = to;
    return note;
}

struct Edited {
    RunNote begun;
    QPointer<NoteEditor> editor;
    std::vector<RunNote> written;

    explicit Edited(const RunNote& note) : begun(note)
    {
        editor = new NoteEditor(QStringLiteral("nightly"), note, {on({}, {}), on(33, 33)}, nullptr);
        QObject::connect(editor, &NoteEditor::written, editor,
                         [this](const RunNote& one) { written.push_back(one); });
        editor->show();
    }

    ~Edited() { delete editor; }

    [[nodiscard]] QPlainTextEdit* text() const { return editor->findChild<QPlainTextEdit*>(); }
};

} // namespace

TEST(NoteEditor, WritesTextAuthorTimeAndSubject)
{
    RunNote begun = on(33, 33);
    begun.by = QStringLiteral("ann");
    Edited edited(begun);
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    EXPECT_EQ(edited.editor->findChild<QComboBox*>()->currentText(), QStringLiteral("#33"));
    QTest::keyClicks(edited.text(), QStringLiteral(" spike "));
    QTest::keyClick(edited.text(), Qt::Key_Return, Qt::ControlModifier);
    ASSERT_EQ(edited.written.size(), 1U);
    const RunNote& written = edited.written.front();
    EXPECT_EQ(written.text, QStringLiteral("spike"));
    EXPECT_EQ(written.by, QStringLiteral("ann"));
    EXPECT_EQ(written.from, 33);
    EXPECT_EQ(written.to, 33);
    EXPECT_GE(written.atMs, before);
}

TEST(NoteEditor, AnotherSubjectMayBeChosenAndUnknownKeysStay)
{
    RunNote begun = on(4, 9);
    begun.text = QStringLiteral("slow");
    begun.unknown[QStringLiteral("stars")] = 5;
    Edited edited(begun);
    auto* subject = edited.editor->findChild<QComboBox*>();
    EXPECT_EQ(subject->currentText(), QStringLiteral("#4 to #9"));
    EXPECT_EQ(subject->count(), 3);
    subject->setCurrentIndex(0);
    QTest::keyClick(edited.text(), Qt::Key_Return, Qt::ControlModifier);
    ASSERT_EQ(edited.written.size(), 1U);
    EXPECT_EQ(edited.written.front().from, std::nullopt);
    EXPECT_EQ(edited.written.front().text, QStringLiteral("slow"));
    EXPECT_EQ(edited.written.front().unknown, begun.unknown);
}

TEST(NoteEditor, AnEmptyOneIsNotSavedAndEscapeLeavesAllAsItWas)
{
    Edited edited(on({}, {}));
    QTest::keyClicks(edited.text(), QStringLiteral("  "));
    QTest::keyClick(edited.text(), Qt::Key_Return, Qt::ControlModifier);
    EXPECT_TRUE(edited.written.empty());
    EXPECT_TRUE(edited.editor->isVisible());
    QTest::keyClick(edited.editor, Qt::Key_Escape);
    EXPECT_TRUE(edited.written.empty());
}

} // namespace soak::ui
