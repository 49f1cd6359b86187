// SPDX-License-Identifier: GPL-3.0-or-later
// The one way by which the runner changes a run folder.
#pragma once

#include "core/base/file.h"
#include "core/base/write_pieces.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace soak
{

// Called before every change of a folder with what is about to happen ("write RUN.json"); an error
// ends the run right there, as a kill would. Empty = none. For tests.
using WriteHook = std::function<Status(std::string_view what)>;

class RunWriter final
{
public:
    explicit RunWriter(fs::path folder, WriteHook hook = {})
        : m_folder(std::move(folder)), m_hook(std::move(hook))
    {
    }

    [[nodiscard]] const fs::path& folder() const { return m_folder; }

    // `name` relative to the folder. Errors: NotWritable.
    [[nodiscard]] Status write(std::string_view name, std::string_view bytes) const;
    // Errors: NotWritable, those of `source`.
    [[nodiscard]] Status writePieces(std::string_view name, const ByteSource& source) const;
    // A file or a link; nothing there is no error. Errors: NotWritable (also for a folder of this
    // name).
    [[nodiscard]] Status remove(std::string_view name) const;
    // What is about to happen that neither of the two does.
    [[nodiscard]] Status announce(std::string_view what) const;

private:
    fs::path m_folder;
    WriteHook m_hook;
};

} // namespace soak
