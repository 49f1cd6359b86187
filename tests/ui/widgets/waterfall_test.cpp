// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/waterfall.h"

#include <gtest/gtest.h>

namespace soak::ui
{

TEST(Waterfall, APartThatIsNotRecordedIsSaidAndIsNotZero)
{
    const Theme theme;
    Waterfall waterfall(theme);
    waterfall.setParts({{QStringLiteral("gross"), 9.1, 0, 9.1, false},
                        {QStringLiteral("fees"), std::nullopt, std::nullopt, std::nullopt, false},
                        {QStringLiteral("net"), 3.31, 0, 3.31, true}},
                       2);
    EXPECT_EQ(waterfall.accessibleDescription(),
              QStringLiteral("gross: +9.10, fees: not recorded, net: +3.31"));
    EXPECT_EQ(waterfall.sizeHint().height() % 3, 0);
}

} // namespace soak::ui
