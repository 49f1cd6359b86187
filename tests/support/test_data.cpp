// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_data.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace soak
{

std::filesystem::path testDataPath(std::string_view relative)
{
    return std::filesystem::path(SOAK_TESTS_DIR) / "data" / relative;
}

std::filesystem::path goldenPath(std::string_view relative)
{
    return std::filesystem::path(SOAK_TESTS_DIR) / "golden" / relative;
}

std::string bytesOf(const std::filesystem::path& path)
{
    const std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    if (file) {
        bytes << file.rdbuf();
    }
    EXPECT_TRUE(file && bytes) << "cannot read " << path;
    return bytes.str();
}

} // namespace soak
