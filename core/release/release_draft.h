// SPDX-License-Identifier: GPL-3.0-or-later
// A release that somebody began and did not end: kept over the closing of the window, and good for
// the run as it was when it was begun.
#pragma once

#include "core/release/release_steps.h"

#include <optional>
#include <string>
#include <string_view>

namespace soak
{

struct ReleaseDraft {
    std::string runIdentity; // SoakRun::identity
    std::string runState;    // runStateHash when it was begun
    ReleaseStep step = ReleaseStep::Evidence;
    ReleasePlan plan;      // without `run`, whose folder may be another one tomorrow
    DecisionWish decision; // as typed, not yet recorded
};

std::string draftText(const ReleaseDraft& draft);
// Errors: Integrity (not what draftText writes).
Result<ReleaseDraft> parseDraft(std::string_view text, std::string_view file);

// One file per run: `<folder>/release_<24 digits of the identity's hash>.json`.
fs::path draftPath(const fs::path& folder, std::string_view runIdentity);

// nullopt: none was kept, or what is there cannot be used. Errors: none that anybody could help.
std::optional<ReleaseDraft> loadDraft(const fs::path& folder, std::string_view runIdentity);
// Makes the folder where needed. Errors: NotWritable.
Status saveDraft(const fs::path& folder, const ReleaseDraft& draft);
// Errors: NotWritable.
Status dropDraft(const fs::path& folder, std::string_view runIdentity);

} // namespace soak
