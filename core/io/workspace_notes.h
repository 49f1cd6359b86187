// SPDX-License-Identifier: GPL-3.0-or-later
// What people wrote about runs, as a workspace file of the window holds it (UX 2.4): read, never
// written here. What else the file holds is the window's business.
#pragma once

#include "core/base/clock.h"
#include "core/base/file.h"
#include "core/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// The members of the file that this layer reads too.
struct WorkspaceKey {
    using Text = std::string_view;
    static constexpr Text schema = "schema";
    static constexpr Text schemaName = "soak.workspace"; // the value of `schema`
    static constexpr Text version = "version";
    static constexpr Text runs = "runs";
    static constexpr Text alias = "alias";
    static constexpr Text notes = "notes";
    static constexpr Text text = "text";
    static constexpr Text by = "by";
    static constexpr Text at = "at_ms";
    static constexpr Text from = "from";
    static constexpr Text to = "to";
};

inline constexpr int kWorkspaceVersion = 1;

// About the run, an iteration of it (`from` == `to`) or a range.
struct WrittenNote {
    std::string text;
    std::string by;            // who wrote it; "" = not recorded
    std::optional<EpochMs> at; // when
    std::optional<int> from;
    std::optional<int> to;
    bool operator==(const WrittenNote&) const = default;
};

struct NotedRun {
    std::string identity; // listedIdentity()
    std::string alias;    // the name that somebody gave it; "" = none
    std::vector<WrittenNote> notes;
    bool operator==(const NotedRun&) const = default;
};

// The runs with notes, by identity; notes as they were written. Errors: BadInput (not JSON, no
// workspace, of a newer version, a note that is no object).
Result<std::vector<NotedRun>> parseWorkspaceNotes(std::string_view text, std::string_view file);
Result<std::vector<NotedRun>> loadWorkspaceNotes(const fs::path& file); // errors also as readFile

} // namespace soak
