// SPDX-License-Identifier: GPL-3.0-or-later
// The one tar that we write, and a reader that takes nothing else: plain files in ascending order,
// headers without owner, the same time in all, two empty blocks at the end. A header has therefore
// exactly one form for a name, size and time, and any other byte of it is found. A general library
// would read (and extract) a hundred forms that a bundle never has.
#pragma once

#include "core/base/byte_sink.h"
#include "core/release/bundle_layout.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace soak
{

inline constexpr std::size_t kTarBlock = 512;

using TarHeader = std::array<char, kTarBlock>;

// `path` at most kMaxBundlePath bytes (asserted); `mtime` seconds since 1970, not negative
// (asserted).
TarHeader tarHeader(std::string_view path, std::uint64_t size, std::int64_t mtime);

// Zeros that fill the last block of a file of `size` bytes.
std::string_view tarPadding(std::uint64_t size);
// What stands after the last file.
std::string_view tarEnd();

// Sends header, bytes and padding of a file, in this order and as three pieces. Errors: the sink's.
Status sendTarFile(const ByteSink& sink, std::string_view path, std::string_view bytes,
                   std::int64_t mtime);

struct TarEvents {
    std::function<Status(const std::string& path, std::uint64_t size)> onFile;
    std::function<Status(std::string_view bytes)> onData; // pieces of the file, in order
    std::function<Status()> onFileEnd;
};

// Takes the archive in pieces of any size. Every entry lies in the folder of the first.
// Errors: Integrity, TooLarge (`where` is the entry), and whatever the events return.
class TarReader final
{
public:
    explicit TarReader(TarEvents events) : m_events(std::move(events)) {}

    Status feed(std::string_view bytes);
    // That the archive ended where it should.
    Status finish() const;

    [[nodiscard]] const std::string& rootName() const { return m_root; }

    [[nodiscard]] std::int64_t mtime() const { return m_mtime.value_or(0); }

private:
    Status takeBlock(std::string_view block);
    Status takeHeader(std::string_view block);
    Status checkForm(std::string_view block, const std::string& path, std::uint64_t size);
    Status checkPlace(const std::string& path, std::uint64_t size);

    TarEvents m_events;
    std::string m_partial;                    // of a block
    std::string m_root;                       // "soak-bundle-…"
    std::string m_lastPath;                   // with the root
    std::unordered_set<std::string> m_folded; // names in lower case
    std::optional<std::int64_t> m_mtime;
    std::uint64_t m_left = 0;    // bytes of the file that are still to come
    std::uint64_t m_padding = 0; // then zeros
    std::uint64_t m_total = 0;
    std::size_t m_count = 0;
    std::size_t m_endBlocks = 0;
};

} // namespace soak
