// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/selection.h"

#include <QSignalSpy>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

const QString kOne = QStringLiteral("one");
const QString kTwo = QStringLiteral("two");

} // namespace

TEST(Selection, AnEqualValueEmitsNothing)
{
    Selection selection;
    QSignalSpy cursor(&selection, &Selection::cursorChanged);
    selection.setCursor(3);
    selection.setCursor(3);
    EXPECT_EQ(cursor.count(), 1);
}

TEST(Selection, ThePrimaryIsShown)
{
    Selection selection;
    selection.setPrimary(kOne);
    EXPECT_EQ(selection.shown(), QStringList{kOne});
}

TEST(Selection, HidingThePrimaryMakesTheFirstOfTheRestPrimary)
{
    Selection selection;
    selection.setPrimary(kOne);
    selection.setShown(kTwo, true);
    selection.setShown(kOne, false);
    EXPECT_EQ(selection.primary(), kTwo);
    selection.setShown(kTwo, false);
    EXPECT_EQ(selection.primary(), QString());
}

TEST(Selection, AnotherPrimaryHasOtherIterations)
{
    Selection selection;
    selection.setPrimary(kOne);
    selection.setCursor(5);
    selection.setLocked(true);
    selection.setMarkA(2);
    selection.setRange(ViewRange{1, 8});
    selection.setPrimary(kTwo);
    EXPECT_EQ(selection.cursor(), std::nullopt);
    EXPECT_FALSE(selection.isLocked());
    EXPECT_EQ(selection.markA(), std::nullopt);
    EXPECT_EQ(selection.range(), std::nullopt);
    EXPECT_FALSE(selection.hasPreviousRange());
}

TEST(Selection, ALockedCursorDoesNotFollowThePointerButTheKeys)
{
    Selection selection;
    selection.setCursor(5);
    selection.setLocked(true);
    selection.hover(7);
    EXPECT_EQ(selection.cursor(), 5);
    selection.setCursor(6);
    EXPECT_EQ(selection.cursor(), 6);
}

TEST(Selection, RangesGoBackOneByOne)
{
    Selection selection;
    selection.setRange(ViewRange{1, 8});
    selection.setRange(ViewRange{2, 4});
    selection.previousRange();
    EXPECT_EQ(selection.range(), (ViewRange{1, 8}));
    selection.previousRange();
    EXPECT_EQ(selection.range(), std::nullopt);
    selection.previousRange();
    EXPECT_EQ(selection.range(), std::nullopt);
}

TEST(Selection, AMovementIsOneStepBack)
{
    Selection selection;
    selection.setRange(ViewRange{1, 8});
    selection.setRange(ViewRange{2, 9});
    selection.moveRange(ViewRange{3, 10});
    selection.moveRange(ViewRange{4, 11});
    EXPECT_EQ(selection.range(), (ViewRange{4, 11}));
    selection.previousRange();
    EXPECT_EQ(selection.range(), (ViewRange{1, 8}));
}

TEST(Selection, AnEmptyRangeIsRefused)
{
    Selection selection;
    QSignalSpy changed(&selection, &Selection::rangeChanged);
    selection.setRange(ViewRange{4, 4});
    selection.setRange(ViewRange{5, 4});
    EXPECT_EQ(changed.count(), 0);
}

TEST(Selection, NoMoreRunsAreDrawnThanCanBeToldApart)
{
    Selection selection;
    QSignalSpy full(&selection, &Selection::full);
    for (int i = 0; i < Selection::kMostShown; ++i) {
        selection.setShown(QString::number(i), true);
    }
    EXPECT_TRUE(selection.isFull());
    EXPECT_EQ(full.count(), 0);
    selection.setShown(kOne, true);
    EXPECT_EQ(full.count(), 1);
    EXPECT_FALSE(selection.shown().contains(kOne));
    // Who looks at one more sees it; the baseline stays, and the one drawn last before it goes.
    selection.setBaseline(QStringLiteral("31"));
    selection.setPrimary(kOne);
    EXPECT_EQ(selection.shown().size(), Selection::kMostShown);
    EXPECT_EQ(selection.shown().back(), kOne);
    EXPECT_TRUE(selection.shown().contains(QStringLiteral("31")));
    EXPECT_FALSE(selection.shown().contains(QStringLiteral("30")));
}

TEST(Selection, AHighlightIsToldOnceAndGoesWithItsRun)
{
    Selection selection;
    selection.setPrimary(kOne);
    QSignalSpy changed(&selection, &Selection::highlightChanged);
    selection.highlight(kOne);
    selection.highlight(kOne);
    EXPECT_EQ(changed.count(), 1);
    selection.forget(kOne);
    EXPECT_EQ(selection.highlighted(), QString());
}

TEST(Selection, AClosedRunIsForgotten)
{
    Selection selection;
    selection.setPrimary(kOne);
    selection.setBaseline(kOne);
    selection.forget(kOne);
    EXPECT_EQ(selection.primary(), QString());
    EXPECT_EQ(selection.baseline(), QString());
    EXPECT_TRUE(selection.shown().isEmpty());
}

} // namespace soak::ui
