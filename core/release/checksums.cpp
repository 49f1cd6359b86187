// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/checksums.h"

#include "core/base/text.h"

namespace soak
{

namespace
{

constexpr std::size_t kHexDigits = 64;
constexpr std::string_view kGap = "  ";

} // namespace

std::string checksumLine(const Sha256& hash, std::string_view path)
{
    return hexText(hash) + std::string(kGap) + std::string(path) + "\n";
}

std::string checksumsText(const BundleFiles& files)
{
    std::string text;
    for (const BundleFile& file : files) {
        if (file.path != kChecksumsFile) {
            text += checksumLine(file.sha256, file.path);
        }
    }
    return text;
}

Result<BundleFiles> parseChecksums(std::string_view text)
{
    BundleFiles files;
    std::size_t number = 0;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        ++number;
        if (line.starts_with('#')) {
            continue;
        }
        const auto hash = parseSha256(line.substr(0, kHexDigits));
        const bool isForm = hash && line.size() > kHexDigits + kGap.size() &&
                            line.substr(kHexDigits, kGap.size()) == kGap;
        if (!isForm) {
            return Error{Errc::Integrity,
                         "line " + std::to_string(number) + " is not a SHA-256 and a name",
                         std::string(kChecksumsFile)};
        }
        SOAK_CHECK(addAscending(
            files, {std::string(line.substr(kHexDigits + kGap.size())), 0, *hash}, kChecksumsFile));
    }
    return files;
}

} // namespace soak
