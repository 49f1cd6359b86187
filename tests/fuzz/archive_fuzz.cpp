// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the archive of a bundle: it is refused, or it is what our writer makes of the files
// in it. The first byte says what the others are: 'g' gzip, 'c' a tar whose headers get the
// checksums that they need to be looked at, else a tar as it is.
#include "core/release/bundle_layout.h"
#include "core/release/canonical_tar.h"
#include "core/release/gzip_stream.h"
#include "tests/fuzz/demand.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <vector>

namespace soak
{

namespace
{

constexpr std::size_t kSizeAt = 124;
constexpr std::size_t kSizeDigits = 11;
constexpr std::size_t kSumAt = 148;
constexpr std::size_t kSumBytes = 8;
constexpr std::uint64_t kMostBytes = 16UL << 20U;

struct Entry {
    std::string path;
    std::string data;
};

struct Read {
    std::vector<Entry> entries;
    std::string root;
    std::int64_t mtime = 0;
};

void correctSum(std::string& tar, std::size_t at)
{
    std::fill_n(tar.begin() + static_cast<std::ptrdiff_t>(at + kSumAt), kSumBytes, ' ');
    unsigned sum = 0;
    for (std::size_t i = 0; i < kTarBlock; ++i) {
        sum += static_cast<unsigned char>(tar[at + i]);
    }
    std::array<char, kSumBytes> digits{};
    std::snprintf(digits.data(), digits.size(), "%06o", sum);
    tar.replace(at + kSumAt, kSumBytes, digits.data(), kSumBytes - 1);
    tar.insert(at + kSumAt + kSumBytes - 1, 1, ' ');
}

// Of every block that stands where a header is looked for.
std::string withSums(std::string tar)
{
    std::size_t at = 0;
    while (at + kTarBlock <= tar.size()) {
        std::size_t size = 0;
        for (std::size_t i = 0; i < kSizeDigits; ++i) {
            const char digit = tar[at + kSizeAt + i];
            size =
                size * 8 + static_cast<std::size_t>(digit >= '0' && digit <= '7' ? digit - '0' : 0);
        }
        if (tar[at] != '\0') {
            correctSum(tar, at);
        }
        if (size > tar.size()) {
            break;
        }
        at += kTarBlock + (size + kTarBlock - 1) / kTarBlock * kTarBlock;
    }
    return tar;
}

TarEvents collectInto(Read& read)
{
    TarEvents events;
    events.onFile = [&read](const std::string& path, std::uint64_t) -> Status {
        read.entries.push_back({path, {}});
        return Done{};
    };
    events.onData = [&read](std::string_view bytes) -> Status {
        read.entries.back().data += bytes;
        return Done{};
    };
    events.onFileEnd = []() -> Status { return Done{}; };
    return events;
}

Result<Read> readTar(std::string_view tar, std::size_t piece)
{
    Read read;
    TarReader reader(collectInto(read));
    for (std::size_t at = 0; at < tar.size(); at += piece) {
        SOAK_CHECK(reader.feed(tar.substr(at, piece)));
    }
    SOAK_CHECK(reader.finish());
    read.root = reader.rootName();
    read.mtime = reader.mtime();
    return read;
}

std::string written(const Read& read)
{
    std::string tar;
    for (const Entry& entry : read.entries) {
        const TarHeader header =
            tarHeader(read.root + "/" + entry.path, entry.data.size(), read.mtime);
        tar.append(header.data(), header.size());
        tar += entry.data;
        tar += tarPadding(entry.data.size());
    }
    return tar + std::string(tarEnd());
}

void checkTar(std::string_view tar)
{
    const Result<Read> whole = readTar(tar, std::max<std::size_t>(tar.size(), 1));
    const Result<Read> pieces = readTar(tar, 7);
    demand(whole.has_value() == pieces.has_value(), "how it is cut does not matter");
    if (!whole) {
        return;
    }
    for (const Entry& entry : whole->entries) {
        demand(checkBundlePath(entry.path).has_value(), "only paths of a bundle are accepted");
    }
    demandEqual(std::string(tar), written(*whole), "what is accepted is what we write");
}

void checkGzip(std::string_view bytes)
{
    std::string tar;
    GzipReader reader(
        [&tar](std::string_view part) -> Status {
            tar += part;
            return Done{};
        },
        kMostBytes);
    const bool isRead = reader.feed(bytes).has_value() && reader.finish().has_value();
    demand(tar.size() <= kMostBytes + (64UL << 10U), "the limit holds");
    if (isRead) {
        checkTar(tar);
    }
}

void check(std::string_view input)
{
    if (input.empty()) {
        return;
    }
    const char kind = input.front();
    input.remove_prefix(1);
    if (kind == 'g') {
        checkGzip(input);
    } else {
        checkTar(kind == 'c' ? withSums(std::string(input)) : std::string(input));
    }
}

} // namespace

} // namespace soak

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    soak::check({reinterpret_cast<const char*>(data), size});
    return 0;
}
