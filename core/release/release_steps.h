// SPDX-License-Identifier: GPL-3.0-or-later
// The six steps of a release in their order: how far it is, and what keeps it from going on.
#pragma once

#include "core/release/decision.h"
#include "core/release/evidence.h"
#include "core/release/release_plan.h"
#include "core/release/release_tag.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

enum class ReleaseStep : std::uint8_t { Evidence, Contents, Rollout, DryRun, Sign, Tag };
inline constexpr std::size_t kReleaseSteps = 6;

std::string_view keyOf(ReleaseStep step); // evidence, contents, rollout, dry_run, sign, tag
std::optional<ReleaseStep> releaseStepFromKey(std::string_view key);

// What is known of a release that is being made. What is absent was not looked at yet.
struct ReleaseProgress {
    std::optional<std::vector<EvidenceRow>> evidence;
    std::optional<ReleaseChoice> decision; // about the run as it is now
    ReleasePlan plan;
    std::optional<std::vector<std::string>> dryRun; // its problems
    bool isBuilt = false;
    bool isSigned = false;                          // what was built
    std::optional<BundleVerification> verification; // of what was built, read from disk again
    std::optional<TagOutcome> tag;                  // of the dry run, or as made
};

enum class StepState : std::uint8_t { Done, Blocked, Waiting };

struct StepOutlook {
    StepState state = StepState::Waiting; // Waiting: a step before it is not done
    std::vector<std::string> reasons; // what keeps it from being done, one of saidPatterns() each
    bool operator==(const StepOutlook&) const = default;
};

using ReleaseOutlook = std::array<StepOutlook, kReleaseSteps>;

ReleaseOutlook outlookOf(const ReleaseProgress& progress);

// The last step that may be gone to.
ReleaseStep furthestStep(const ReleaseOutlook& outlook);

} // namespace soak
