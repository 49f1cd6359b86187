// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notice_bar.h"

#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

struct Bar {
    NoticeBar notices;
    int acted = 0;

    void offer(const char* key)
    {
        notices.offer(QLatin1String(key), QLatin1String(key), QStringLiteral("Do it"),
                      [this] { ++acted; });
    }

    void close() { QTest::mouseClick(notices.findChild<QToolButton*>(), Qt::LeftButton); }

    void act() { QTest::mouseClick(notices.findChild<QPushButton*>(), Qt::LeftButton); }
};

} // namespace

TEST(NoticeBar, ANoticeTakesThePlaceOfTheOneBefore)
{
    Bar bar;
    EXPECT_TRUE(bar.notices.isHidden());
    bar.notices.tell(QStringLiteral("one"));
    bar.notices.tell(QStringLiteral("two"));
    EXPECT_EQ(bar.notices.text(), QStringLiteral("two"));
    EXPECT_TRUE(bar.notices.findChild<QPushButton*>()->isHidden());
    bar.close();
    EXPECT_TRUE(bar.notices.isHidden());
}

TEST(NoticeBar, AnOfferComesBackWhenTheNoticeOverItIsClosed)
{
    Bar bar;
    bar.offer("live");
    bar.notices.tell(QStringLiteral("copied"));
    EXPECT_EQ(bar.notices.text(), QStringLiteral("copied"));
    bar.close();
    EXPECT_EQ(bar.notices.text(), QStringLiteral("live"));
    bar.act();
    EXPECT_EQ(bar.acted, 1);
    EXPECT_TRUE(bar.notices.isHidden());
}

TEST(NoticeBar, TwoOffersAreTakenOneAfterTheOther)
{
    Bar bar;
    bar.offer("first");
    bar.offer("second");
    EXPECT_EQ(bar.notices.text(), QStringLiteral("second"));
    bar.act();
    EXPECT_EQ(bar.notices.text(), QStringLiteral("first"));
    bar.act();
    EXPECT_EQ(bar.acted, 2);
}

TEST(NoticeBar, AnOfferIsThereOnceAndCanBeWithdrawn)
{
    Bar bar;
    bar.offer("live");
    bar.offer("live");
    bar.notices.withdraw(QStringLiteral("other"));
    EXPECT_FALSE(bar.notices.isHidden());
    bar.notices.withdraw(QStringLiteral("live"));
    EXPECT_TRUE(bar.notices.isHidden());
}

} // namespace soak::ui
