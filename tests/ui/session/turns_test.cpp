// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/turns.h"

#include <QCoreApplication>
#include <QTest>
#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace soak::ui
{
namespace
{

bool untilEmpty(const Turns& turns)
{
    return QTest::qWaitFor([&] { return turns.isEmpty(); });
}

} // namespace

TEST(Turns, EachPieceHasATurnOfItsOwnInTheOrderOfAsking)
{
    Turns turns;
    QObject a;
    QObject b;
    QObject other;
    std::string said;
    const auto postedBy = [&](const char* word) {
        return [&said, &other, word] {
            said += word;
            // What is posted by one piece is delivered before the next one.
            QMetaObject::invokeMethod(
                &other, [&said] { said += '.'; }, Qt::QueuedConnection);
        };
    };
    turns.ask(&a, postedBy("a"));
    turns.ask(&b, postedBy("b"));
    EXPECT_TRUE(said.empty()) << "not at once";
    ASSERT_TRUE(QTest::qWaitFor([&] { return said.size() == 4; }));
    EXPECT_EQ(said, "a.b.");
}

TEST(Turns, AskingAgainReplacesAndGivingUpForgets)
{
    Turns turns;
    QObject a;
    QObject b;
    std::string said;
    turns.ask(&a, [&] { said += '1'; });
    turns.ask(&b, [&] { said += '2'; });
    turns.ask(&a, [&] { said += '3'; });
    EXPECT_TRUE(turns.isWaiting(&b));
    turns.giveUp(&b);
    EXPECT_FALSE(turns.isWaiting(&b));
    ASSERT_TRUE(untilEmpty(turns));
    EXPECT_EQ(said, "3");
}

TEST(Turns, NothingIsDoneForAnOwnerThatIsGone)
{
    Turns turns;
    auto gone = std::make_unique<QObject>();
    QObject here;
    std::string said;
    turns.ask(gone.get(), [&] { said += 'x'; });
    turns.ask(&here, [&] { said += 'y'; });
    gone.reset();
    ASSERT_TRUE(untilEmpty(turns));
    EXPECT_EQ(said, "y");
}

} // namespace soak::ui
