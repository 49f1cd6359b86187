// SPDX-License-Identifier: GPL-3.0-or-later
// Carries a child's output from pipes into files, up to a limit, so that too much of it blocks
// nobody. For process.cpp.
#pragma once

#include "core/base/descriptor.h"
#include "core/base/result.h"

#include <poll.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace soak
{

class OutputPump final
{
public:
    // Makes the files; an empty path is /dev/null, twice the same path one file. Errors:
    // NotWritable, Environment.
    static Result<OutputPump> open(const std::filesystem::path& output,
                                   const std::filesystem::path& error, std::uint64_t maxBytes);

    [[nodiscard]] int standardOutput() const { return m_streams[0].writer.get(); }

    [[nodiscard]] int standardError() const { return m_streams[m_shared ? 0 : 1].writer.get(); }

    void closeWriters(); // ours, once the child has its own

    void addTo(std::vector<pollfd>& polled) const; // the pipes that are still open
    void pump(int pipe);                           // never blocks

    // Whether a file could not be written; finish() says why.
    [[nodiscard]] bool hasFailed() const { return m_failure.has_value(); }

    // Takes what is left in the pipes, though somebody may hold them open. Returns whether output
    // was cut.
    Result<bool> finish();

private:
    struct Stream {
        std::filesystem::path path;
        Descriptor reader;
        Descriptor writer;
        Descriptor file;
        std::uint64_t left = 0;
    };

    static Result<Stream> openStream(const std::filesystem::path& path, std::uint64_t maxBytes);
    bool take(Stream& stream); // whether there may be more at once
    void store(Stream& stream, std::string_view bytes);

    std::array<Stream, 2> m_streams;
    bool m_shared = false;
    bool m_cut = false;
    std::optional<Error> m_failure;
};

} // namespace soak
