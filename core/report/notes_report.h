// SPDX-License-Identifier: GPL-3.0-or-later
// `soak show --notes`: what people wrote about runs in the window.
#pragma once

#include "core/io/workspace_notes.h"

#include <span>
#include <string>
#include <string_view>

namespace soak
{

// "#33", "#29 to #36", "the run".
std::string noteSubject(const WrittenNote& note);

// A heading a run, a list item a note: where, text, author, time. "No notes." when there are none.
std::string notesMarkdown(std::span<const NotedRun> runs);
std::string notesJson(std::span<const NotedRun> runs, std::string_view toolVersion);

} // namespace soak
