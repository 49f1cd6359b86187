// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/layout_pause.h"

#include <QLabel>
#include <QVBoxLayout>
#include <gtest/gtest.h>

namespace soak::ui
{

TEST(LayoutPause, PlacesWhatIsShownOnceItIsOver)
{
    QWidget place;
    auto* column = new QVBoxLayout(&place);
    auto* first = new QLabel(QStringLiteral("first"), &place);
    auto* second = new QLabel(QStringLiteral("second"), &place);
    column->addWidget(first);
    column->addWidget(second);
    second->hide();
    place.resize(200, 200);
    place.show();
    QCoreApplication::processEvents();
    const QRect alone = first->geometry();
    {
        const LayoutPause pause(*column);
        second->show();
        QCoreApplication::processEvents();
        EXPECT_EQ(first->geometry(), alone);
    }
    QCoreApplication::processEvents();
    EXPECT_LT(first->height(), alone.height());
    EXPECT_GE(second->y(), first->y() + first->height());
}

TEST(LayoutPause, IsWhatKeepsTheRestStill)
{
    QWidget place;
    auto* column = new QVBoxLayout(&place);
    auto* first = new QLabel(QStringLiteral("first"), &place);
    auto* second = new QLabel(QStringLiteral("second"), &place);
    column->addWidget(first);
    column->addWidget(second);
    second->hide();
    place.resize(200, 200);
    place.show();
    QCoreApplication::processEvents();
    const QRect alone = first->geometry();
    second->show();
    EXPECT_NE(first->geometry(), alone); // at once: what a pause is for
}

} // namespace soak::ui
