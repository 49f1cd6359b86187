// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/ask.h"

#include <QDialog>
#include <QPushButton>
#include <QTest>
#include <QWidget>
#include <gtest/gtest.h>

#include <optional>

namespace soak::ui
{
namespace
{

struct Asked {
    QWidget window;
    std::optional<int> answer;

    Asked()
    {
        window.show();
        ask(&window,
            {QStringLiteral("title"),
             QStringLiteral("text"),
             {QStringLiteral("keep"), QStringLiteral("stop"), QStringLiteral("cancel")}},
            [this](int index) { answer = index; });
    }

    [[nodiscard]] QDialog* box() { return window.findChild<QDialog*>(); }
};

} // namespace

TEST(Ask, TheAnswerComesBackByItsIndex)
{
    Asked asked;
    ASSERT_NE(asked.box(), nullptr);
    EXPECT_FALSE(asked.answer);
    for (QPushButton* button : asked.box()->findChildren<QPushButton*>()) {
        if (button->accessibleName() == QStringLiteral("stop")) {
            QTest::mouseClick(button, Qt::LeftButton);
            break;
        }
    }
    EXPECT_EQ(asked.answer, 1);
}

TEST(Ask, EscapeIsTheLastAnswer)
{
    Asked asked;
    QTest::keyClick(asked.box(), Qt::Key_Escape);
    EXPECT_EQ(asked.answer, 2);
}

TEST(Ask, EnterIsThePreferredOne)
{
    Asked asked;
    QTest::keyClick(asked.box(), Qt::Key_Return);
    EXPECT_EQ(asked.answer, 0);
}

} // namespace soak::ui
