// SPDX-License-Identifier: GPL-3.0-or-later
// Delta verification by value (DOMAIN 6): did every proposed change arrive in the next iteration's
// overrides?
#pragma once

#include "core/model/soak_run.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

enum class ParamStatus : std::uint8_t {
    Match,
    UnchangedOk,
    Mismatch,
    AppliedAsAbsolute,
    WrongPath,
    Missing,
    NotVerifiable,
    UnexpectedChange,
};

enum class PairStatus : std::uint8_t { NotApplicable, Full, PartialOk, Fail, NotVerifiable };
enum class VerifyMode : std::uint8_t { Strict, Lenient };
enum class VerifyVerdict : std::uint8_t { Pass, Fail, Warn, Unverified };

std::string_view
keyOf(ParamStatus status); // match, unchanged_ok, mismatch, applied_as_absolute, ...
std::string_view keyOf(PairStatus status);     // n/a, full, partial_ok, fail, not_verifiable
std::string_view keyOf(VerifyVerdict verdict); // PASS, FAIL, WARN, UNVERIFIED

struct ParamCheck {
    std::string name;
    std::string path; // canonical, dotted
    std::optional<double> previous;
    std::optional<double> delta;
    std::optional<double> expected;
    std::optional<double> observed;
    ParamStatus status = ParamStatus::NotVerifiable;
    std::string reason; // drop reason, bound, where a misplaced value lies
    bool operator==(const ParamCheck&) const = default;
};

struct PairCheck {
    int from = 0;
    int to = 0;
    PairStatus status = PairStatus::NotApplicable;
    bool applied = false;
    std::optional<bool> signatureChanged; // absent: a hash is unknown
    bool signatureStuck = false;
    std::vector<std::string> guards;
    std::vector<ParamCheck> params; // by name
    std::string reason;
    bool operator==(const PairCheck&) const = default;
};

// The existence-only numbers of the reference's verifier, for comparison (--legacy).
struct LegacyVerification {
    int proposedCount = 0;
    int fullApplyCount = 0;
    int partialOkCount = 0;
    int failCount = 0;
    double fullApplyRatio = 0;
    bool operator==(const LegacyVerification&) const = default;
};

// A value of the final overrides that equals a proposed change, as the reference left them (DOMAIN
// 9, D-2): the run recorded no overrides per iteration, so this is the only evidence there is.
struct AbsoluteDeltaSuspect {
    std::string parameter;
    std::string path; // the spelling that holds it, dotted
    double value = 0;
    std::vector<int> iterations; // that proposed this change
    bool operator==(const AbsoluteDeltaSuspect&) const = default;
};

struct Verification {
    VerifyMode mode = VerifyMode::Strict;
    double threshold = 0.95;
    VerifyVerdict verdict = VerifyVerdict::Unverified;
    std::string reason;                   // the rule and the values, one sentence
    std::optional<double> fullApplyRatio; // 3 decimals; absent: proposals, but nothing verifiable
    std::optional<double>
        effectiveApplyRatio; // 3 decimals; absent: nothing verifiable, or nothing proposed
    bool nothingToVerify = false;
    int pairsTotal = 0;
    int proposedCount = 0;
    int fullApplyCount = 0;
    int partialOkCount = 0;
    int failCount = 0;
    int notVerifiableCount = 0;
    int signatureStuckCount = 0;
    std::vector<std::string> nestedMissPaths; // from:param:canonical_path
    std::map<std::string, int> problemParams;
    std::vector<PairCheck> pairs;
    // Only of runs without recorded overrides; by parameter, then path.
    std::vector<AbsoluteDeltaSuspect> absoluteDeltaSuspects;
    LegacyVerification legacy;
    bool operator==(const Verification&) const = default;
};

inline constexpr double kStrictThreshold = 0.95;
inline constexpr double kLenientThreshold = 0.60;

struct VerifyOptions {
    VerifyMode mode = VerifyMode::Strict;
    std::optional<double> threshold = std::nullopt; // default by mode
};

// Pairs are the consecutive iterations present. A run of ours is judged by its summaries, a foreign
// one by TUNING_REPORT.json where that has a row of the iteration, else by its summaries
// (DOMAIN 6.1). Ratios are compared unrounded.
Verification verifyDeltas(const SoakRun& run, const ParameterRegistry& registry,
                          const VerifyOptions& options = {});

// Whether the numbers satisfy the strict rule of DOMAIN 6.4, whatever mode `verification` was made
// in.
bool passesStrictly(const Verification& verification, double threshold = kStrictThreshold);

} // namespace soak
