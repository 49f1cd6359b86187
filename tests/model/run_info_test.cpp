// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/run_info.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

TEST(VelocityMode, KeysReadBack)
{
    for (const char* key : {"range", "count", "hourly"}) {
        const auto mode = velocityModeFromKey(key);
        ASSERT_TRUE(mode) << key;
        EXPECT_EQ(keyOf(*mode), key);
    }
    EXPECT_EQ(velocityModeFromKey("Range"), std::nullopt);
}

TEST(RunStatus, KeysReadBack)
{
    for (const char* key : {"completed", "failed", "interrupted"}) {
        const auto status = runStatusFromKey(key);
        ASSERT_TRUE(status) << key;
        EXPECT_EQ(keyOf(*status), key);
    }
    EXPECT_EQ(runStatusFromKey("running"), std::nullopt);
}

} // namespace
} // namespace soak
