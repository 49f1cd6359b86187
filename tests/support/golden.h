// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace soak
{

// Whether the golden files are rewritten instead of compared; main() sets it for `--update`.
enum class GoldenMode { Compare, Update };
void setGoldenMode(GoldenMode mode);

// Success when `actual` is byte for byte the file tests/golden/`relative`, else a failure that
// shows the first lines that differ. In `GoldenMode::Update` writes the file and succeeds.
testing::AssertionResult matchesGolden(std::string_view relative, std::string_view actual);

// The lines in which two texts differ, "-" expected and "+" actual, with their line numbers and two
// lines of context; "" when they are equal. At most 60 lines.
std::string differingLines(std::string_view expected, std::string_view actual);

} // namespace soak

#define EXPECT_GOLDEN(relative, actual) EXPECT_TRUE(::soak::matchesGolden((relative), (actual)))
