// SPDX-License-Identifier: GPL-3.0-or-later
// Included by a support file of tests that write thousands of files, each to the disk: in memory
// that takes seconds, not minutes.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>

namespace soak
{

class InMemory final : public testing::Environment
{
public:
    void SetUp() override
    {
        if (::access("/dev/shm", W_OK | X_OK) == 0) {
            ::setenv("TMPDIR", "/dev/shm", 0);
        }
    }
};

// GoogleTest owns it.
inline testing::Environment* const kInMemory = testing::AddGlobalTestEnvironment(new InMemory);

} // namespace soak
