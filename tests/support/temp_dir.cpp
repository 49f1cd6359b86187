// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>

namespace soak
{
namespace fs = std::filesystem;

namespace
{

void removeTree(const fs::path& root)
{
    std::error_code ignored;
    fs::permissions(root, fs::perms::owner_all, fs::perm_options::add, ignored);
    for (fs::recursive_directory_iterator it(root, ignored), end; it != end;
         it.increment(ignored)) {
        if (it->is_directory(ignored) && !it->is_symlink(ignored)) {
            fs::permissions(it->path(), fs::perms::owner_all, fs::perm_options::add, ignored);
        }
    }
    fs::remove_all(root, ignored);
}

} // namespace

TempDir::TempDir()
{
    std::string pattern = (fs::temp_directory_path() / "soak-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
        ADD_FAILURE() << "cannot make a folder " << pattern;
        std::abort();
    }
    m_path = pattern;
}

TempDir::~TempDir()
{
    removeTree(m_path);
}

fs::path TempDir::write(const fs::path& relative, std::string_view bytes) const
{
    fs::path path = m_path / relative;
    fs::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    EXPECT_TRUE(file) << "cannot write " << path;
    return path;
}

} // namespace soak
