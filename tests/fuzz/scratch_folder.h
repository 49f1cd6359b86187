// SPDX-License-Identifier: GPL-3.0-or-later
// A folder for a fuzz target that needs files; it is gone when the process ends as it should.
#pragma once

#include "core/base/folder.h"
#include "tests/fuzz/demand.h"

#include <unistd.h>

#include <string>

namespace soak
{

class ScratchFolder final
{
public:
    ScratchFolder()
        : m_path(fs::temp_directory_path() / ("soak-fuzz-" + std::to_string(::getpid())))
    {
        demand(makeFolderExclusively(m_path).has_value(), "a folder can be made");
    }

    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    ~ScratchFolder()
    {
        std::error_code error;
        fs::remove_all(m_path, error);
    }

    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

} // namespace soak
