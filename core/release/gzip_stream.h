// SPDX-License-Identifier: GPL-3.0-or-later
// gzip with a header of one form (no name, no time, no system), so that the bytes depend on the
// content and on the version of zlib alone.
#pragma once

#include "core/base/byte_sink.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace soak
{

inline constexpr int kGzipLevel = 6;
inline constexpr std::size_t kGzipHeaderBytes = 10;
inline constexpr std::size_t kGzipTrailerBytes = 8;

// The ten bytes that every archive of ours begins with.
std::string_view gzipHeader();

// "1.2.13": what compresses in this program. Another one may pack the same content to other bytes.
std::string zlibVersionText();

// What the trailer says of some content.
struct GzipSums {
    std::uint32_t crc = 0;
    std::uint64_t size = 0;
};

// Content compressed in sections: none refers to what stands before it, so that sections can be
// made apart from each other, and their bytes are those that one writer gives. Errors of all
// functions: what the sink returns.
class DeflateSections final
{
public:
    explicit DeflateSections(ByteSink sink);
    ~DeflateSections();
    DeflateSections(const DeflateSections&) = delete;
    DeflateSections& operator=(const DeflateSections&) = delete;

    Status write(std::string_view bytes);
    Status endSection(); // on a whole byte; another follows
    Status finish();     // ends the last one

    GzipSums takeSums(); // of what was written since they were taken

private:
    struct State;
    Status deflate(std::string_view bytes, int flush);

    ByteSink m_sink;
    std::unique_ptr<State> m_state;
};

// Errors of all functions: what the sink returns.
class GzipWriter final
{
public:
    explicit GzipWriter(ByteSink sink);

    Status write(std::string_view bytes);
    Status endSection();
    // Whole sections that another DeflateSections made, in pieces of any size; the sums of their
    // content once, at any time before what follows. Only right after endSection.
    Status addCompressed(std::string_view compressed);
    void addSums(const GzipSums& sums);
    Status finish();

private:
    ByteSink m_sink;
    DeflateSections m_sections;
    GzipSums m_sums; // of all sections that ended
    bool m_hasHeader = false;
};

// Takes one gzip member in pieces of any size and hands on its content in pieces of at most 64 KiB.
// Errors: Integrity (another header, damaged data, checksum, anything after the end), TooLarge
// (more than `mostBytes` of content, or content that was compressed as no bundle is: a bomb), and
// what the sink returns.
class GzipReader final
{
public:
    GzipReader(ByteSink sink, std::uint64_t mostBytes);
    ~GzipReader();
    GzipReader(const GzipReader&) = delete;
    GzipReader& operator=(const GzipReader&) = delete;

    Status feed(std::string_view bytes);
    Status finish() const;

private:
    struct State;
    Status inflate(std::string_view bytes);
    Status takeTrailer(std::string_view bytes);
    [[nodiscard]] Status checkExpansion() const;

    ByteSink m_sink;
    std::uint64_t m_mostBytes;
    std::unique_ptr<State> m_state;
};

} // namespace soak
