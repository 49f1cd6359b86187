// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody who never saw the workbench, with nothing on the disk, follows the control that stands
// out and gets to a verdict.
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <QElapsedTimer>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

constexpr int kMostClicks = 3;
constexpr int kMostMs = 10'000;

bool hasVerdict(const Desk& desk)
{
    return desk.title().contains(QStringLiteral("PASS")) ||
           desk.title().contains(QStringLiteral("FAIL")) ||
           desk.title().contains(QStringLiteral("WARN"));
}

// Uses what stands out by `use` until there is a verdict.
void follow(Desk& desk, const std::function<void(const Thing&)>& use)
{
    desk.start({.soakProgram = QStringLiteral(SOAK_PROGRAM_SOAK)});
    QElapsedTimer clock;
    clock.start();
    int clicks = 0;
    while (!hasVerdict(desk) && clicks < kMostClicks && clock.elapsed() < kMostMs) {
        const Thing next = highlighted();
        ASSERT_FALSE(next.name.isEmpty()) << "nothing stands out after " << clicks << " clicks";
        use(next);
        ++clicks;
        until([&] { return hasVerdict(desk) || clock.elapsed() >= kMostMs; });
    }
    EXPECT_TRUE(hasVerdict(desk)) << desk.title().toStdString();
    EXPECT_LT(clock.elapsed(), kMostMs);
    EXPECT_TRUE(until([&] { return desk.title().contains(QStringLiteral("FAIL")); }))
        << "8 mock iterations fail: " << desk.title().toStdString();
    const auto listed = [] { return rowsOf(table("Runs")); };
    ASSERT_EQ(listed().size(), 1U);
    // The list follows the folder on its own.
    EXPECT_TRUE(until([&] { return listed().front().contains(QStringLiteral("8")); }));
}

} // namespace

TEST(FirstRun, TheHighlightedControlLeadsToAVerdictInThreeClicks)
{
    Desk desk;
    follow(desk, [](const Thing& next) { click(next); });
}

// The control that stands out has the focus, too.
TEST(FirstRun, EnterOnTheHighlightedControlLeadsToAVerdict)
{
    Desk desk;
    follow(desk, [](const Thing& next) {
        ASSERT_TRUE(hasFocus(next));
        press("Return");
    });
}

} // namespace soak::ui
