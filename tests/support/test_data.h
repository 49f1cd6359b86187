// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace soak
{

// The absolute path of the input file or folder `relative` in tests/data.
std::filesystem::path testDataPath(std::string_view relative);

// The absolute path of the expected output `relative` in tests/golden.
std::filesystem::path goldenPath(std::string_view relative);

// The bytes of the file `path`. A file that cannot be read fails the running test and yields "".
std::string bytesOf(const std::filesystem::path& path);

} // namespace soak
