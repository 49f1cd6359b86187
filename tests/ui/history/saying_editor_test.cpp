// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/saying_editor.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace soak::ui
{
namespace
{

// An editor that is open, and what it has said.
struct Written {
    explicit Written(SayingKind kind)
        : editor(new SayingEditor(kind, QStringLiteral("night1"), QStringLiteral("ann"), nullptr))
    {
        QObject::connect(editor, &SayingEditor::said, editor,
                         [this](const Saying& saying) { said.push_back(saying); });
        editor->show();
    }

    ~Written() { delete editor.data(); }

    template <typename W>
    W* part(const char* name)
    {
        for (W* one : editor->findChildren<W*>()) {
            if (one->accessibleName() == QString::fromUtf8(name)) {
                return one;
            }
        }
        return nullptr;
    }

    QPushButton* save() { return editor->findChild<QPushButton*>(); }

    QPointer<SayingEditor> editor;
    std::vector<Saying> said;
};

} // namespace

TEST(SayingEditor, AWordIsSaidByEnter)
{
    Written tag(SayingKind::Tag);
    EXPECT_FALSE(tag.save()->isEnabled());
    QTest::keyClicks(tag.part<QLineEdit>("Tag"), QStringLiteral(" canary "));
    QTest::keyClick(tag.part<QLineEdit>("Tag"), Qt::Key_Return);
    EXPECT_EQ(tag.said, (std::vector<Saying>{{SayingKind::Tag, "canary", "", "ann"}}));
    EXPECT_TRUE(tag.editor->isVisible()); // until the history has it
}

TEST(SayingEditor, ANoteMayHaveLinesAndIsSaidByCtrlEnter)
{
    Written note(SayingKind::Note);
    auto* text = note.part<QPlainTextEdit>("Text of the note");
    QTest::keyClicks(text, QStringLiteral("one"));
    QTest::keyClick(text, Qt::Key_Return);
    QTest::keyClicks(text, QStringLiteral("two"));
    EXPECT_TRUE(note.said.empty());
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_EQ(note.said.size(), 1U);
    EXPECT_EQ(note.said[0].text, "one\ntwo");
}

TEST(SayingEditor, ADecisionNeedsAReasonAndSomebody)
{
    Written decision(SayingKind::Decision);
    QTest::keyClicks(decision.part<QPlainTextEdit>("Why"), QStringLiteral("clean"));
    EXPECT_TRUE(decision.save()->isEnabled());
    decision.part<QLineEdit>("By whom")->clear();
    EXPECT_FALSE(decision.save()->isEnabled());
    QTest::keyClicks(decision.part<QLineEdit>("By whom"), QStringLiteral("bob"));
    QTest::keyClick(decision.part<QComboBox>("Decision"), Qt::Key_Down);
    decision.save()->click();
    EXPECT_EQ(decision.said, (std::vector<Saying>{{SayingKind::Decision, "clean", "hold", "bob"}}));
}

TEST(SayingEditor, WhatIsRefusedCanBeSaidAgain)
{
    Written release(SayingKind::Release);
    QTest::keyClicks(release.part<QLineEdit>("Release"), QStringLiteral("v1 4"));
    release.save()->click();
    EXPECT_FALSE(release.save()->isEnabled()); // one answer after the other
    release.editor->refuse(QStringLiteral("a release is one word"));
    EXPECT_TRUE(release.save()->isEnabled());
    EXPECT_EQ(release.part<QLineEdit>("Release")->text(), QStringLiteral("v1 4"));
    const auto labels = release.editor->findChildren<QLabel*>();
    EXPECT_TRUE(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() && label->text() == QStringLiteral("a release is one word");
    }));
    release.save()->click();
    EXPECT_EQ(release.said.size(), 2U);
}

} // namespace soak::ui
