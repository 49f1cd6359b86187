// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/run_writer.h"

#include <unistd.h>

#include <cerrno>

namespace soak
{

Status RunWriter::announce(std::string_view what) const
{
    return m_hook ? m_hook(what) : Status(Done{});
}

Status RunWriter::write(std::string_view name, std::string_view bytes) const
{
    SOAK_CHECK(announce("write " + std::string(name)));
    return writeFileAtomically(m_folder / name, bytes);
}

Status RunWriter::writePieces(std::string_view name, const ByteSource& source) const
{
    SOAK_CHECK(announce("write " + std::string(name)));
    return writePiecesAtomically(m_folder / name, source);
}

Status RunWriter::remove(std::string_view name) const
{
    SOAK_CHECK(announce("remove " + std::string(name)));
    const fs::path path = m_folder / name;
    if (::unlink(path.c_str()) != 0 && errno != ENOENT && errno != ENOTDIR) {
        return Error{Errc::NotWritable, "cannot remove: " + errnoText(errno), pathText(path)};
    }
    return Done{};
}

} // namespace soak
