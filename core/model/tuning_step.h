// SPDX-License-Identifier: GPL-3.0-or-later
// What the tuner proposed in an iteration, what the guards did to it, and what was written
// (DOMAIN 1.2, 4, 5).
#pragma once

#include "core/base/units.h"
#include "core/model/kpi.h"
#include "core/model/overrides.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

enum class DropReason : std::uint8_t {
    PartialFreeze,
    SteadyFreeze,
    Velocity,
    Cooldown,
    MicroSteps,
    AtBound,
    UnknownParam,
    Conflict,
};

std::string_view keyOf(DropReason reason); // partial_freeze, steady_freeze, ...
std::optional<DropReason> dropReasonFromKey(std::string_view key);

// The decisive guard of a skipped iteration (DOMAIN 4.9). All false and no note = applied, or
// nothing recorded.
struct SkipReason {
    bool cooldown = false;
    bool velocity = false;
    bool oscillation = false;
    bool freeze = false;
    bool noOp = false;
    bool partialFreeze = false;
    bool lateIteration = false;
    bool duplicate = false;
    bool noDeltas = false;
    bool microSteps = false;
    bool atBound = false;
    bool disabled = false; // applying is switched off (MM_DISABLE_AUTO_TUNE)
    std::string note;

    [[nodiscard]] bool anyFlag() const;
    bool operator==(const SkipReason&) const = default;
};

// Debounced signal and freeze as they stood after the iteration (DOMAIN 5.4, 5.5).
struct DebounceStatus {
    bool active = false;
    bool raw = false;
    Millis rawSince{0};
    bool operator==(const DebounceStatus&) const = default;
};

struct PartialFreezeStatus {
    bool active = false;
    std::vector<std::string> subsystems; // sorted
    std::string reason;
    Millis since{0};
    Millis remainingMin{0};
    bool operator==(const PartialFreezeStatus&) const = default;
};

struct GuardStatus {
    DebounceStatus oscillation;
    DebounceStatus latencyHard;
    PartialFreezeStatus partialFreeze;
    std::string action; // none, partial_freeze, extend_freeze, continue_freeze, clear (DOMAIN 5.5)
    std::string reason;
    Millis clock{0};                    // engine clock at the evaluation
    std::optional<int> frozenUntilIter; // steady freeze
    // Phase limits that were in force and what they decided (DOMAIN 4.4).
    bool rescueBlocked = false;
    bool operator==(const GuardStatus&) const = default;
};

// Optional members are absent when the file did not have them.
struct TuningStep {
    bool hasProposal = false; // a proposal key exists (even {}), DOMAIN 6.1
    Deltas proposed;
    std::string rationale;
    std::vector<std::string> reasons;
    bool applied = false;
    std::vector<std::string> changedKeys;
    SkipReason skip;
    bool hasSkipObject = false; // skip_reason was an object (or a legacy string or list)
    std::optional<std::string> stateHash;
    std::optional<std::string> oldHash;
    std::optional<std::string> baselineHash;
    std::optional<std::string> signature;
    bool oscillationDetected = false;
    bool velocityViolation = false;
    bool cooldownActive = false;
    bool freezeTriggered = false;
    std::string freezeReason;
    std::optional<Deltas> appliedDeltas;
    std::map<std::string, BoundedChange, std::less<>> bounded;
    std::optional<std::map<std::string, DropReason, std::less<>>> dropped; // absent in foreign runs
    std::optional<GuardStatus> guards;
    // Of the next iteration, by the tuner, if everything proposed is applied: changes, in the units
    // of the metrics. Empty: the tuner says nothing.
    std::map<Metric, double> expected;

    bool operator==(const TuningStep&) const = default;
};

std::size_t hashOf(const TuningStep& step);

// The guard types of reports and metrics, in their order (DOMAIN 1.7).
enum class GuardType : std::uint8_t {
    LatencySoft,
    LatencyHard,
    Oscillation,
    Velocity,
    Cooldown,
    Freeze
};
inline constexpr std::size_t kGuardTypeCount = 6;
std::string_view keyOf(GuardType type); // latency_soft, ...
// All types whose flag the step carries (one iteration may count for several).
std::vector<GuardType> guardTypesOf(const TuningStep& step);

} // namespace soak
