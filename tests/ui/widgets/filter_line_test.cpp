// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_line.h"

#include <QListWidget>
#include <QTest>
#include <QVBoxLayout>
#include <gtest/gtest.h>

namespace soak::ui
{

TEST(FilterLine, IsThereWhileSomethingIsTypedAndEscapeEndsIt)
{
    QWidget window;
    auto* list = new QListWidget(&window);
    auto* line = new FilterLine(list, &window);
    auto* layout = new QVBoxLayout(&window);
    layout->addWidget(line);
    layout->addWidget(list);
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    EXPECT_TRUE(line->isHidden());
    line->begin();
    EXPECT_TRUE(line->hasFocus());
    EXPECT_FALSE(line->isClearButtonEnabled());
    QTest::keyClicks(line, QStringLiteral("abc"));
    EXPECT_TRUE(line->isClearButtonEnabled());
    QTest::keyClick(line, Qt::Key_Down);
    EXPECT_TRUE(list->hasFocus());
    EXPECT_EQ(line->text(), QStringLiteral("abc"));
    line->begin();
    QTest::keyClick(line, Qt::Key_Escape);
    EXPECT_TRUE(list->hasFocus());
    EXPECT_TRUE(line->isHidden());
    EXPECT_TRUE(line->text().isEmpty());
}

} // namespace soak::ui
