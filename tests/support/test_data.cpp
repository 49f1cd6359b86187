// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_data.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

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
    std::ifstream file(path, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    EXPECT_TRUE(file.is_open() && !file.bad()) << "cannot read " << path;
    return bytes;
}

} // namespace soak
