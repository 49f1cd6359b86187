// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that are added to, and read as a whole now and then, without being kept in memory.
#pragma once

#include "core/base/byte_sink.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace soak
{

namespace fs = std::filesystem;

// A file in `folder` that has no name: nobody else can change it, and it is gone with this object,
// also when the process is killed. Not for several threads at once.
class SpoolFile final
{
public:
    // Errors: NotWritable.
    static Result<SpoolFile> make(const fs::path& folder);

    SpoolFile(SpoolFile&&) noexcept;
    SpoolFile& operator=(SpoolFile&&) noexcept;
    ~SpoolFile();

    // Errors: NotWritable; what was there before still is.
    Status append(std::string_view bytes);

    // All bytes in order, in pieces. Errors: NotWritable (cannot be read back), those of `sink`.
    [[nodiscard]] Status sendTo(const ByteSink& sink) const;

    [[nodiscard]] std::uint64_t size() const { return m_size; }

private:
    struct Impl; // keeps the descriptor out of headers
    explicit SpoolFile(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> m_impl;
    std::uint64_t m_size = 0;
};

} // namespace soak
