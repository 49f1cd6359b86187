// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/text_window.h"

#include <gtest/gtest.h>

namespace soak::ui
{

TEST(TextWindow, TextIsShownAsItIs)
{
    EXPECT_EQ(readableBytes("{\"a\": \"\xd1\x8f\"}\n", 100),
              QStringLiteral("{\"a\": \"\u044f\"}\n"));
}

TEST(TextWindow, WhatIsNoTextIsSpelled)
{
    EXPECT_EQ(readableBytes(QByteArray("a\x00\xff\n", 4), 100), QStringLiteral("a\\x00\\xff\n"));
}

TEST(TextWindow, WhatIsCutSaysSo)
{
    EXPECT_TRUE(readableBytes("0123456789", 4).startsWith(QStringLiteral("0123\n")));
    EXPECT_TRUE(readableBytes("0123456789", 4).contains(QStringLiteral("4 of 10")));
}

} // namespace soak::ui
