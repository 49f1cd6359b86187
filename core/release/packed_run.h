// SPDX-License-Identifier: GPL-3.0-or-later
// The run's part of an archive, compressed on a thread of its own while the run is copied: the
// archive begins with files that are only known when the run has been read, and most of it is run.
#pragma once

#include "core/base/file.h"
#include "core/release/gzip_stream.h"
#include "core/release/staging.h"

#include <cstdint>
#include <memory>
#include <string>

namespace soak
{

bool isOfRun(std::string_view path); // whether the file of a bundle is one of the run
// Whether the file lies in a section of the archive with the file before it.
bool isOneSection(std::string_view before, std::string_view path);

class PackedRun final
{
public:
    // Compresses into the file `to`, which must not exist.
    static Result<PackedRun> begin(std::string rootName, std::int64_t mtime, const fs::path& to);

    PackedRun(PackedRun&&) noexcept;
    ~PackedRun(); // waits for the thread
    PackedRun(const PackedRun&) = delete;
    PackedRun& operator=(const PackedRun&) = delete;
    PackedRun& operator=(PackedRun&&) = delete;

    // The files in the order of the archive; waits while much is to be compressed. What goes wrong
    // is told by finish().
    void add(const std::string& path, std::string bytes);
    // Errors: NotWritable.
    Status finish();

    [[nodiscard]] std::int64_t mtime() const;
    [[nodiscard]] const GzipSums& sums() const; // after finish()
    [[nodiscard]] const fs::path& file() const;

private:
    struct State;
    explicit PackedRun(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace soak
