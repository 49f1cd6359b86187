// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/canonical_tar.h"

#include "core/base/escape.h"
#include "core/base/text.h"

#include <algorithm>
#include <cstring>

namespace soak
{

namespace
{

// Fields of a ustar header (POSIX.1-1988): offset and length.
struct Field {
    std::size_t offset;
    std::size_t length;
};

constexpr Field kName{0, 100};
constexpr Field kMode{100, 8};
constexpr Field kUid{108, 8};
constexpr Field kGid{116, 8};
constexpr Field kSize{124, 12};
constexpr Field kMtime{136, 12};
constexpr Field kChecksum{148, 8};
constexpr std::size_t kType = 156;
constexpr Field kMagic{257, 8};
constexpr Field kPrefix{345, 155};
constexpr std::string_view kMagicText{"ustar\00000", 8};
constexpr std::uint64_t kFileMode = 0644;
constexpr std::array<char, 2 * kTarBlock> kZeros{};

void putText(TarHeader& header, Field field, std::string_view text)
{
    SOAK_ASSERT(text.size() <= field.length);
    std::copy(text.begin(), text.end(), header.begin() + static_cast<std::ptrdiff_t>(field.offset));
}

// Octal digits that fill the field but for its last byte, a zero.
void putNumber(TarHeader& header, Field field, std::uint64_t value)
{
    for (std::size_t i = field.length - 1; i-- > 0;) {
        header[field.offset + i] = static_cast<char>('0' + (value & 7U));
        value >>= 3U;
    }
    SOAK_ASSERT(value == 0);
}

// Sum of the header's bytes, those of the checksum taken as spaces.
std::uint64_t checksumOf(std::string_view block)
{
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < block.size(); ++i) {
        const bool isOfChecksum = i >= kChecksum.offset && i < kChecksum.offset + kChecksum.length;
        sum += isOfChecksum ? ' ' : static_cast<unsigned char>(block[i]);
    }
    return sum;
}

std::string_view textOf(std::string_view block, Field field)
{
    const std::string_view whole = block.substr(field.offset, field.length);
    return whole.substr(0, whole.find('\0'));
}

std::optional<std::uint64_t> numberOf(std::string_view block, Field field)
{
    std::uint64_t value = 0;
    for (const char c : block.substr(field.offset, field.length - 1)) {
        if (c < '0' || c > '7') {
            return std::nullopt;
        }
        value = value << 3U | static_cast<std::uint64_t>(c - '0');
    }
    return value;
}

std::string typeText(char type)
{
    switch (type) {
    case '1':
        return "is a hard link";
    case '2':
        return "is a symbolic link";
    case '3':
    case '4':
        return "is a device";
    case '5':
        return "is a folder entry";
    case '6':
        return "is a FIFO";
    default:
        return "is an entry of a kind that bundles do not have";
    }
}

Error broken(std::string reason, std::string_view path = {})
{
    return Error{Errc::Integrity, std::move(reason), escapeTerminal(path)};
}

bool isZero(std::string_view bytes)
{
    return bytes.find_first_not_of('\0') == std::string_view::npos;
}

} // namespace

TarHeader tarHeader(std::string_view path, std::uint64_t size, std::int64_t mtime)
{
    SOAK_ASSERT(mtime >= 0);
    TarHeader header{};
    putText(header, kName, path);
    putNumber(header, kMode, kFileMode);
    putNumber(header, kUid, 0);
    putNumber(header, kGid, 0);
    putNumber(header, kSize, size);
    putNumber(header, kMtime, static_cast<std::uint64_t>(mtime));
    header[kType] = '0';
    putText(header, kMagic, kMagicText);
    // Six digits, a zero and a space: the odd form that every tar writes.
    putNumber(header, {kChecksum.offset, kChecksum.length - 1},
              checksumOf({header.data(), header.size()}));
    header[kChecksum.offset + kChecksum.length - 1] = ' ';
    return header;
}

std::string_view tarPadding(std::uint64_t size)
{
    return {kZeros.data(), static_cast<std::size_t>((kTarBlock - size % kTarBlock) % kTarBlock)};
}

std::string_view tarEnd()
{
    return {kZeros.data(), kZeros.size()};
}

Status sendTarFile(const ByteSink& sink, std::string_view path, std::string_view bytes,
                   std::int64_t mtime)
{
    const TarHeader header = tarHeader(path, bytes.size(), mtime);
    SOAK_CHECK(sink({header.data(), header.size()}));
    SOAK_CHECK(sink(bytes));
    return sink(tarPadding(bytes.size()));
}

Status TarReader::feed(std::string_view bytes)
{
    while (!bytes.empty()) {
        if (m_left > 0) {
            const auto count =
                static_cast<std::size_t>(std::min<std::uint64_t>(m_left, bytes.size()));
            SOAK_CHECK(m_events.onData(bytes.substr(0, count)));
            bytes.remove_prefix(count);
            m_left -= count;
            if (m_left == 0) {
                SOAK_CHECK(m_events.onFileEnd());
            }
            continue;
        }
        if (m_padding > 0) {
            const auto count =
                static_cast<std::size_t>(std::min<std::uint64_t>(m_padding, bytes.size()));
            if (!isZero(bytes.substr(0, count))) {
                return broken("the space after the file is not empty", m_lastPath);
            }
            bytes.remove_prefix(count);
            m_padding -= count;
            continue;
        }
        const std::size_t count = std::min(kTarBlock - m_partial.size(), bytes.size());
        m_partial += bytes.substr(0, count);
        bytes.remove_prefix(count);
        if (m_partial.size() == kTarBlock) {
            SOAK_CHECK(takeBlock(m_partial));
            m_partial.clear();
        }
    }
    return Done{};
}

Status TarReader::takeBlock(std::string_view block)
{
    if (m_endBlocks == 2) {
        return broken("something follows the end of the archive");
    }
    if (isZero(block)) {
        ++m_endBlocks;
        return Done{};
    }
    if (m_endBlocks > 0) {
        return broken("an empty block stands before the end of the archive");
    }
    return takeHeader(block);
}

Status TarReader::takeHeader(std::string_view block)
{
    const std::string_view prefix = textOf(block, kPrefix);
    const std::string path =
        std::string(prefix) + (prefix.empty() ? "" : "/") + std::string(textOf(block, kName));
    if (block.substr(kMagic.offset, kMagic.length) != kMagicText) {
        return broken("not a tar header as the writer makes it", path);
    }
    const auto told = numberOf(block, {kChecksum.offset, kChecksum.length - 1});
    if (!told || *told != checksumOf(block)) {
        return broken("the checksum of the tar header does not match", path);
    }
    if (block[kType] != '0') {
        return broken(typeText(block[kType]), path);
    }
    const auto size = numberOf(block, kSize);
    if (!size || *size > kMaxBundleFileBytes) {
        return Error{Errc::TooLarge,
                     "larger than the limit of " + countText(kMaxBundleFileBytes, "byte", "bytes"),
                     escapeTerminal(path)};
    }
    SOAK_CHECK(checkPlace(path, *size));
    SOAK_CHECK(checkForm(block, path, *size));
    SOAK_CHECK(m_events.onFile(path.substr(m_root.size() + 1), *size));
    m_left = *size;
    m_padding = tarPadding(*size).size();
    return m_left == 0 ? m_events.onFileEnd() : Status(Done{});
}

Status TarReader::checkPlace(const std::string& path, std::uint64_t size)
{
    if (m_root.empty()) {
        const std::string root = path.substr(0, path.find('/'));
        if (!isBundleName(root)) {
            // What is wrong with a hostile name is said before that it is not one of ours.
            SOAK_CHECK(checkBundlePath(path));
            return broken("does not lie in a folder soak-bundle-<run>", path);
        }
        m_root = root;
    }
    if (!path.starts_with(m_root + "/")) {
        SOAK_CHECK(checkBundlePath(path));
        return broken("does not lie in " + m_root, path);
    }
    const std::string_view inside = std::string_view(path).substr(m_root.size() + 1);
    if (!m_folded.insert(toLower(inside)).second) {
        return broken("is there twice, or differs from another name in case only", path);
    }
    SOAK_CHECK(checkBundlePath(inside));
    if (path <= m_lastPath) {
        return broken("stands after " + escapeTerminal(m_lastPath) + ", out of order", path);
    }
    m_lastPath = path;
    m_total += size;
    if (++m_count > kMaxBundleFiles || m_total > kMaxBundleBytes) {
        return Error{Errc::TooLarge,
                     "the archive holds more than " +
                         (m_count > kMaxBundleFiles ? countText(kMaxBundleFiles, "file", "files")
                                                    : countText(kMaxBundleBytes, "byte", "bytes")),
                     ""};
    }
    return Done{};
}

Status TarReader::checkForm(std::string_view block, const std::string& path, std::uint64_t size)
{
    const auto mtime = numberOf(block, kMtime);
    if (!m_mtime && mtime) {
        m_mtime = static_cast<std::int64_t>(*mtime);
    }
    if (!mtime || static_cast<std::int64_t>(*mtime) != *m_mtime) {
        return broken("the time in the tar header is not that of the others", path);
    }
    const TarHeader wanted = tarHeader(path, size, *m_mtime);
    if (block != std::string_view(wanted.data(), wanted.size())) {
        return broken("the tar header is not as the writer makes it", path);
    }
    return Done{};
}

Status TarReader::finish() const
{
    if (m_left > 0 || m_padding > 0 || !m_partial.empty()) {
        return broken("the archive ends in the middle of a file", m_lastPath);
    }
    if (m_count == 0) {
        return broken("the archive is empty");
    }
    if (m_endBlocks != 2) {
        return broken("the end of the archive is missing");
    }
    return Done{};
}

} // namespace soak
