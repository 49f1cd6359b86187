// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/book.h"

#include <gtest/gtest.h>

#include <string>

namespace soak
{

// The first invariant that the book breaks around this efficient price; "" when it is sound.
std::string unsoundnessOf(const Book& book, PriceUnits efficientPrice);

inline void expectSound(const Book& book, PriceUnits efficientPrice)
{
    EXPECT_EQ(unsoundnessOf(book, efficientPrice), "");
}

} // namespace soak
