// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/exit_code.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

TEST(ExitCode, EveryRefusalHasTheCodeOfTheTable)
{
    const std::pair<Errc, int> table[] = {
        {Errc::Usage, 2},       {Errc::NotFound, 3},  {Errc::BadInput, 3},  {Errc::TooLarge, 3},
        {Errc::NotWritable, 5}, {Errc::Locked, 5},    {Errc::Integrity, 4}, {Errc::Environment, 6},
        {Errc::Cancelled, 130}, {Errc::Internal, 70},
    };
    for (const auto& [code, expected] : table) {
        EXPECT_EQ(static_cast<int>(exitCodeFor(code)), expected) << static_cast<int>(code);
    }
}

} // namespace
} // namespace soak
