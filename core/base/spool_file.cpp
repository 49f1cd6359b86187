// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/spool_file.h"

#include "core/base/descriptor.h"
#include "core/base/not_writable.h"
#include "core/base/write_pieces.h"

#include <fcntl.h>

#include <algorithm>
#include <string>

namespace soak
{

namespace
{

constexpr std::uint64_t kSpoolPiece = 64ULL * 1024;

} // namespace

struct SpoolFile::Impl {
    Descriptor file;
    fs::path path; // that it had, for messages
};

SpoolFile::SpoolFile(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

SpoolFile::SpoolFile(SpoolFile&&) noexcept = default;
SpoolFile& SpoolFile::operator=(SpoolFile&&) noexcept = default;
SpoolFile::~SpoolFile() = default;

Result<SpoolFile> SpoolFile::make(const fs::path& folder)
{
    // Of O_TMPFILE not every file system knows. Killed in between, one is left that is known as
    // a temporary file by its name.
    const fs::path path = detail::temporaryFor(folder / "spool");
    ::unlink(path.c_str());
    constexpr int kFlags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
    auto impl = std::make_unique<Impl>();
    impl->file = Descriptor(retryInterrupted([&] { return ::open(path.c_str(), kFlags, 0600); }));
    impl->path = path;
    if (!impl->file.isOpen()) {
        return notWritable(path, "cannot create", errno);
    }
    if (::unlink(path.c_str()) != 0) {
        return notWritable(path, "cannot remove", errno);
    }
    return SpoolFile(std::move(impl));
}

Status SpoolFile::append(std::string_view bytes)
{
    std::uint64_t at = m_size;
    while (!bytes.empty()) {
        const ssize_t written = retryInterrupted([&] {
            return ::pwrite(m_impl->file.get(), bytes.data(), bytes.size(), static_cast<off_t>(at));
        });
        if (written < 0) {
            return notWritable(m_impl->path, "cannot write", errno);
        }
        at += static_cast<std::uint64_t>(written);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    m_size = at;
    return Done{};
}

Status SpoolFile::sendTo(const ByteSink& sink) const
{
    std::string piece(static_cast<std::size_t>(std::min(kSpoolPiece, m_size)), '\0');
    for (std::uint64_t at = 0; at < m_size;) {
        const std::size_t wanted =
            static_cast<std::size_t>(std::min<std::uint64_t>(piece.size(), m_size - at));
        const ssize_t count = retryInterrupted([&] {
            return ::pread(m_impl->file.get(), piece.data(), wanted, static_cast<off_t>(at));
        });
        if (count <= 0) {
            return notWritable(m_impl->path, "cannot read back", count < 0 ? errno : EIO);
        }
        SOAK_CHECK(sink(std::string_view(piece).substr(0, static_cast<std::size_t>(count))));
        at += static_cast<std::uint64_t>(count);
    }
    return Done{};
}

} // namespace soak
