// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/gzip_stream.h"

#include "core/base/text.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace soak
{

namespace
{

constexpr std::size_t kGzipChunk = 64UL * 1024;
constexpr int kRawDeflate = -15; // the widest window, no wrapper: header and trailer are ours
constexpr int kMemoryLevel = 8;
// Each summary holds a hash that does not compress: a run never shrinks beyond a 80th. Deflate
// itself ends at a 1032nd.
constexpr std::uint64_t kMostExpansion = 250;
constexpr std::uint64_t kExpansionFloor = 32ULL << 20U; // small archives may be anything
// Method deflate, no flags, no time, no hints, system unknown.
constexpr std::array<char, kGzipHeaderBytes> kHeader{'\x1f', '\x8b', 8, 0, 0, 0, 0, 0, 0, '\xff'};

void putLittleEndian(std::string& out, std::uint32_t value)
{
    for (int i = 0; i < 4; ++i) {
        out += static_cast<char>(value & 0xFFU);
        value >>= 8U;
    }
}

std::uint32_t littleEndian(std::string_view bytes)
{
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) {
        value = value << 8U | static_cast<unsigned char>(bytes[i]);
    }
    return value;
}

// zlib takes its input as not const, and leaves it alone.
Bytef* inputOf(std::string_view bytes)
{
    return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
}

std::uint32_t crcOf(std::uint32_t before, std::string_view bytes)
{
    return static_cast<std::uint32_t>(
        crc32(before, inputOf(bytes), static_cast<uInt>(bytes.size())));
}

Error damaged(std::string reason)
{
    return Error{Errc::Integrity, std::move(reason), ""};
}

} // namespace

std::string_view gzipHeader()
{
    return {kHeader.data(), kHeader.size()};
}

std::string zlibVersionText()
{
    return zlibVersion();
}

struct DeflateSections::State {
    z_stream stream{};
    std::array<char, kGzipChunk> out{};
    GzipSums sums;
};

DeflateSections::DeflateSections(ByteSink sink)
    : m_sink(std::move(sink)), m_state(std::make_unique<State>())
{
    const int made = deflateInit2(&m_state->stream, kGzipLevel, Z_DEFLATED, kRawDeflate,
                                  kMemoryLevel, Z_DEFAULT_STRATEGY);
    SOAK_ASSERT(made == Z_OK); // else there is no memory for 256 KiB
}

DeflateSections::~DeflateSections()
{
    deflateEnd(&m_state->stream);
}

Status DeflateSections::deflate(std::string_view bytes, int flush)
{
    z_stream& stream = m_state->stream;
    stream.next_in = inputOf(bytes);
    stream.avail_in = static_cast<uInt>(bytes.size());
    do {
        stream.next_out = reinterpret_cast<Bytef*>(m_state->out.data());
        stream.avail_out = static_cast<uInt>(m_state->out.size());
        const int result = ::deflate(&stream, flush);
        SOAK_ASSERT(result != Z_STREAM_ERROR);
        const std::size_t made = m_state->out.size() - stream.avail_out;
        if (made > 0) {
            SOAK_CHECK(m_sink({m_state->out.data(), made}));
        }
    } while (stream.avail_out == 0);
    return Done{};
}

Status DeflateSections::write(std::string_view bytes)
{
    while (!bytes.empty()) { // zlib counts in 32 bits
        const std::string_view piece = bytes.substr(0, kGzipChunk);
        m_state->sums.crc = crcOf(m_state->sums.crc, piece);
        m_state->sums.size += piece.size();
        SOAK_CHECK(deflate(piece, Z_NO_FLUSH));
        bytes.remove_prefix(piece.size());
    }
    return Done{};
}

Status DeflateSections::endSection()
{
    SOAK_CHECK(deflate({}, Z_FULL_FLUSH));
    // A stream of its own from here on: a flush alone may keep more than is to be seen.
    const int reset = deflateReset(&m_state->stream);
    SOAK_ASSERT(reset == Z_OK);
    return Done{};
}

Status DeflateSections::finish()
{
    return deflate({}, Z_FINISH);
}

GzipSums DeflateSections::takeSums()
{
    return std::exchange(m_state->sums, GzipSums{});
}

GzipWriter::GzipWriter(ByteSink sink) : m_sink(std::move(sink)), m_sections(m_sink) {}

Status GzipWriter::write(std::string_view bytes)
{
    if (!m_hasHeader) {
        m_hasHeader = true;
        SOAK_CHECK(m_sink(gzipHeader()));
    }
    return m_sections.write(bytes);
}

Status GzipWriter::endSection()
{
    SOAK_CHECK(write({}));
    addSums(m_sections.takeSums());
    return m_sections.endSection();
}

Status GzipWriter::addCompressed(std::string_view compressed)
{
    return m_sink(compressed);
}

void GzipWriter::addSums(const GzipSums& sums)
{
    m_sums.crc = static_cast<std::uint32_t>(
        crc32_combine(m_sums.crc, sums.crc, static_cast<z_off_t>(sums.size)));
    m_sums.size += sums.size;
}

Status GzipWriter::finish()
{
    SOAK_CHECK(write({}));
    addSums(m_sections.takeSums());
    SOAK_CHECK(m_sections.finish());
    std::string trailer;
    putLittleEndian(trailer, m_sums.crc);
    putLittleEndian(trailer, static_cast<std::uint32_t>(m_sums.size)); // modulo 2^32
    return m_sink(trailer);
}

struct GzipReader::State {
    z_stream stream{};
    std::array<char, kGzipChunk> out{};
    std::string header;
    std::string trailer;
    std::uint64_t bytesIn = 0;
    std::uint64_t bytesOut = 0;
    std::uint32_t crc = 0;
    bool isInflated = false;
};

GzipReader::GzipReader(ByteSink sink, std::uint64_t mostBytes)
    : m_sink(std::move(sink)), m_mostBytes(mostBytes), m_state(std::make_unique<State>())
{
    const int made = inflateInit2(&m_state->stream, kRawDeflate);
    SOAK_ASSERT(made == Z_OK);
}

GzipReader::~GzipReader()
{
    inflateEnd(&m_state->stream);
}

Status GzipReader::feed(std::string_view bytes)
{
    std::string& header = m_state->header;
    if (header.size() < kGzipHeaderBytes) {
        const std::string_view part = bytes.substr(0, kGzipHeaderBytes - header.size());
        header += part;
        bytes.remove_prefix(part.size());
        if (header != gzipHeader().substr(0, header.size())) {
            return damaged(header.starts_with(gzipHeader().substr(0, 2))
                               ? "the gzip header is not as the writer makes it"
                               : "not a gzip file");
        }
    }
    while (!bytes.empty() && !m_state->isInflated) {
        const std::string_view piece = bytes.substr(0, std::numeric_limits<std::int32_t>::max());
        SOAK_CHECK(inflate(piece));
        bytes.remove_prefix(piece.size() - m_state->stream.avail_in);
    }
    return takeTrailer(bytes);
}

// Stops at the end of the data, `avail_in` then being what is left of `bytes`.
Status GzipReader::inflate(std::string_view bytes)
{
    z_stream& stream = m_state->stream;
    stream.next_in = inputOf(bytes);
    stream.avail_in = static_cast<uInt>(bytes.size());
    do {
        stream.next_out = reinterpret_cast<Bytef*>(m_state->out.data());
        stream.avail_out = static_cast<uInt>(m_state->out.size());
        const uInt before = stream.avail_in;
        const int result = ::inflate(&stream, Z_NO_FLUSH);
        m_state->bytesIn += before - stream.avail_in;
        if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
            return damaged(
                "the compressed data is damaged" +
                (stream.msg == nullptr ? std::string() : ": " + std::string(stream.msg)));
        }
        const std::string_view made(m_state->out.data(), m_state->out.size() - stream.avail_out);
        m_state->bytesOut += made.size();
        SOAK_CHECK(checkExpansion());
        m_state->crc = crcOf(m_state->crc, made);
        if (!made.empty()) {
            SOAK_CHECK(m_sink(made));
        }
        if (result == Z_STREAM_END) {
            m_state->isInflated = true;
            return Done{};
        }
    } while (stream.avail_out == 0 || stream.avail_in > 0);
    return Done{};
}

Status GzipReader::checkExpansion() const
{
    if (m_state->bytesOut > m_mostBytes) {
        return Error{Errc::TooLarge,
                     "the archive holds more than the " + countText(m_mostBytes, "byte", "bytes") +
                         " that its end tells: it is cut off, or not what it says",
                     ""};
    }
    if (m_state->bytesOut > kExpansionFloor &&
        m_state->bytesOut / kMostExpansion > m_state->bytesIn) {
        return Error{Errc::TooLarge,
                     "the archive expands more than " + std::to_string(kMostExpansion) +
                         " times, as no bundle does",
                     ""};
    }
    return Done{};
}

Status GzipReader::takeTrailer(std::string_view bytes)
{
    std::string& trailer = m_state->trailer;
    if (bytes.size() > kGzipTrailerBytes - trailer.size()) {
        return damaged("something follows the end of the compressed data");
    }
    trailer += bytes;
    if (trailer.size() < kGzipTrailerBytes) {
        return Done{};
    }
    if (littleEndian(trailer) != m_state->crc) {
        return damaged("the checksum of the compressed data does not match");
    }
    if (littleEndian(std::string_view(trailer).substr(4)) !=
        static_cast<std::uint32_t>(m_state->bytesOut)) {
        return damaged("the size after the compressed data does not match");
    }
    return Done{};
}

Status GzipReader::finish() const
{
    if (m_state->trailer.size() != kGzipTrailerBytes) {
        return damaged("the compressed data ends too early");
    }
    return Done{};
}

} // namespace soak
