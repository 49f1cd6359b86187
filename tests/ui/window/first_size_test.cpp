// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/first_size.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

TEST(FirstSize, FitsTheScreenWhereTheSmallestWindowDoes)
{
    struct Case {
        QSize screen;
        QSize window;
    };

    const Case cases[] = {
        {{1920, 1080}, {1440, 900}}, {{1448, 940}, {1440, 900}}, {{1366, 768}, {1358, 728}},
        {{1920, 800}, {1440, 760}},  {{1024, 700}, {1024, 700}}, {{800, 600}, {1024, 700}},
    };
    for (const Case& one : cases) {
        EXPECT_EQ(firstSize(one.screen), one.window)
            << one.screen.width() << "x" << one.screen.height();
    }
}

} // namespace
} // namespace soak::ui
