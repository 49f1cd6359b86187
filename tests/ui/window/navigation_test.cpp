// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/navigation.h"

#include <gtest/gtest.h>

namespace soak::ui
{

TEST(Navigation, GoesBackPlaceByPlace)
{
    Navigation navigation;
    EXPECT_FALSE(navigation.canGoBack());
    EXPECT_EQ(navigation.back(), std::nullopt);
    navigation.leave({0, {}, 1});
    navigation.leave({1, {}, 5});
    EXPECT_EQ(navigation.back(), (Place{1, {}, 5}));
    EXPECT_EQ(navigation.back(), (Place{0, {}, 1}));
    EXPECT_FALSE(navigation.canGoBack());
}

TEST(Navigation, TheSamePlaceTwiceIsOne)
{
    Navigation navigation;
    navigation.leave({1, {}, 5});
    navigation.leave({1, {}, 5});
    navigation.back();
    EXPECT_FALSE(navigation.canGoBack());
}

TEST(Navigation, TheOldestPlacesAreForgotten)
{
    Navigation navigation;
    for (int i = 0; i < 150; ++i) {
        navigation.leave({0, {}, i});
    }
    std::size_t places = 0;
    while (navigation.back()) {
        ++places;
    }
    EXPECT_EQ(places, Navigation::kMostPlaces);
}

} // namespace soak::ui
