// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/folder.h"

#include <cstdint>

namespace soak::bench
{

bool isInMemory(const fs::path& folder); // on a tmpfs

// A new empty folder, removed with all in it at the end.
class Scratch final
{
public:
    // Below `above`. Errors: NotWritable.
    static Result<Scratch> below(const fs::path& above);
    // In memory (/dev/shm) when so many bytes are free there, else where temporary files go.
    // Errors: NotWritable.
    static Result<Scratch> inMemory(std::uint64_t bytes);
    // On a disk: where temporary files go, or `fallback` when that is in memory. Errors:
    // NotWritable.
    static Result<Scratch> onDisk(const fs::path& fallback);

    Scratch(Scratch&& other) noexcept;
    Scratch& operator=(Scratch&&) = delete;
    ~Scratch();

    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    explicit Scratch(fs::path path) : m_path(std::move(path)) {}

    fs::path m_path;
};

} // namespace soak::bench
