// SPDX-License-Identifier: GPL-3.0-or-later
// What people decided about a run: ship it, hold it, run again; who, when and why. The record lies
// beside the run's folder, never in it, and goes into the run's bundle byte for byte.
#pragma once

#include "core/base/file.h"
#include "core/base/result.h"
#include "core/io/run_state.h"
#include "core/model/soak_run.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace soak
{

inline constexpr std::string_view kDecisionFile = "RELEASE_DECISION.json"; // in a bundle
inline constexpr std::size_t kMostDecisionText = 2000;                     // bytes of who, of why

enum class ReleaseChoice : std::uint8_t { Ship, Hold, Rerun };

std::string_view keyOf(ReleaseChoice choice); // ship, hold, rerun
std::optional<ReleaseChoice> releaseChoiceFromKey(std::string_view key);

struct ReleaseDecision {
    ReleaseChoice choice = ReleaseChoice::Hold;
    std::string by;
    EpochMs atMs = 0;
    std::string why;
    std::string runIdentity; // SoakRun::identity
    std::string runState;    // runStateHash when it was decided
    bool operator==(const ReleaseDecision&) const = default;
};

// The file, in its only form.
std::string decisionText(const ReleaseDecision& decision);
// Errors: Integrity (not what decisionText writes; `file` is for the message).
Result<ReleaseDecision> parseDecision(std::string_view text, std::string_view file);

// `RELEASE_DECISION_<run>.json` beside `folder`, so that each run of a base has its own.
fs::path decisionPath(const fs::path& folder, const SoakRun& run);

struct RecordedDecision {
    ReleaseDecision decision;
    bool isOfThisState = false; // false: the run has changed since
};

// The decision beside the run in `folder`, of a run in a bundle that in the bundle; nullopt: nobody
// decided. Errors: Integrity (unreadable, or about another run), as readFile.
Result<std::optional<RecordedDecision>> loadDecision(const fs::path& folder, const SoakRun& run);

struct DecisionWish {
    ReleaseChoice choice = ReleaseChoice::Hold;
    std::string by;
    std::string why;
};

// Decides about the run as it is now and replaces what was decided before. Errors: Usage (nobody or
// no reason named, or too long, or not UTF-8), NotWritable.
Result<ReleaseDecision> recordDecision(const fs::path& folder, const SoakRun& run,
                                       const DecisionWish& wish, const Clock& clock);

} // namespace soak
