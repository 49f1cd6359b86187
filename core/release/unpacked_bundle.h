// SPDX-License-Identifier: GPL-3.0-or-later
// The run of a bundle, where it can be read.
#pragma once

#include "core/base/file.h"
#include "core/release/staging.h"

#include <optional>
#include <stop_token>

namespace soak
{

// Of an archive a copy in a private folder, which is removed with the value; of a folder nothing is
// copied.
class UnpackedBundle final
{
public:
    // `scratch` is where private folders are made. Nothing is judged but whether it can be opened
    // safely. Errors: as inspectArchive, NotFound (no run in it), NotWritable.
    static Result<UnpackedBundle> open(const fs::path& bundle, const fs::path& scratch,
                                       std::stop_token stop = {});

    [[nodiscard]] const fs::path& run() const { return m_run; } // its folder

    [[nodiscard]] bool isCopy() const { return m_copy.has_value(); }

private:
    UnpackedBundle(std::optional<StagingFolder> copy, fs::path run)
        : m_copy(std::move(copy)), m_run(std::move(run))
    {
    }

    std::optional<StagingFolder> m_copy;
    fs::path m_run;
};

} // namespace soak
