// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/window.h"
#include "tests/support/builders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::ElementsAre;

TEST(Window, HoldsTheLastIterationsThatCouldBeRead)
{
    const SoakRun run = aRun().withIterations(6).missing(4).unreadable(5).build();
    const Window window = windowOf(run, 3);
    EXPECT_THAT(iterationsOf(run, window), ElementsAre(2, 3, 6));
    EXPECT_FALSE(window.isShort);
}

TEST(Window, IsShortWhenThereAreFewerThanAskedFor)
{
    const SoakRun run = aRun().withIterations(7).build();
    EXPECT_TRUE(windowOf(run, 8).isShort);
    EXPECT_FALSE(windowOf(run, 7).isShort);
    EXPECT_EQ(windowOf(run, 8).firstRow, 0U);
}

TEST(Window, OfZeroIsTheWholeRunAndShortWhenTheRunIs)
{
    EXPECT_FALSE(windowOf(aRun().withIterations(3).build(), 0).isShort);
    EXPECT_TRUE(windowOf(aRun().withIterations(3).missing(2).build(), 0).isShort);
    EXPECT_FALSE(windowOf(aRun().withIterations(3).missing(2).foreign().build(), 0).isShort);
    EXPECT_TRUE(windowOf(aRun().withIterations(1).missing(1).build(), 0).isShort);
}

TEST(Window, HasALoadErrorWhenAFileOfItOrAfterItCouldNotBeRead)
{
    const auto hasError = [](int unreadable) {
        const SoakRun run = aRun().withIterations(12).unreadable(unreadable).build();
        return hasLoadError(run, windowOf(run, 8));
    };
    EXPECT_TRUE(hasError(12)); // the window is 4..11
    EXPECT_TRUE(hasError(5));
    EXPECT_FALSE(hasError(3));
    EXPECT_FALSE(hasError(1));
    const SoakRun nothing = aRun().withIterations(1).unreadable(1).build();
    EXPECT_TRUE(hasLoadError(nothing, windowOf(nothing, 8)));
}

} // namespace soak
