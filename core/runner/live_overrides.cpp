// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/live_overrides.h"

#include "core/base/hash.h"
#include "core/io/artifacts.h"
#include "core/io/run_files.h"

#include <algorithm>

namespace soak
{

namespace
{

Finding changedByOthers(std::string what, int iteration)
{
    return {FindingKind::OverrideConflict,
            Severity::Error,
            std::string(kOverridesFile),
            iteration,
            "",
            std::move(what)};
}

} // namespace

void LiveOverrides::accept(const Overrides& overrides)
{
    m_accepted.push_back(overridesText(overrides, m_form, ParameterRegistry::builtin()));
}

Result<std::optional<Finding>> LiveOverrides::put(const Overrides& overrides, int iteration)
{
    const fs::path path = m_writer.folder() / kOverridesFile;
    const std::string text = overridesText(overrides, m_form, ParameterRegistry::builtin());
    const auto before = readFile(path, kMaxFileBytes, FollowLinks::No);
    std::optional<Finding> finding;
    if (!m_accepted.empty()) {
        if (!before) {
            finding = changedByOthers(
                "the live overrides vanished or became unreadable during the run; written again",
                iteration);
        } else if (std::find(m_accepted.begin(), m_accepted.end(), *before) == m_accepted.end()) {
            finding =
                changedByOthers("somebody else changed the live overrides during the run (sha256 " +
                                    sha256Hex(*before) + "); the run's own values win",
                                iteration);
        }
    }
    if (!before || *before != text) {
        SOAK_CHECK(m_writer.write(kOverridesFile, text));
        SOAK_TRY(const std::string after, readFile(path, kMaxFileBytes, FollowLinks::No));
        if (sha256(after) != sha256(text)) {
            return Error{Errc::NotWritable,
                         "the live overrides read back differ from what was written",
                         pathText(path)};
        }
    }
    m_accepted = {text};
    return finding;
}

} // namespace soak
