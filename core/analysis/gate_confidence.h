// SPDX-License-Identifier: GPL-3.0-or-later
// The confidence verdict beside the point verdict of every gate, and what both say about a release
// (STATISTICS 2c).
#pragma once

#include "core/analysis/judgement.h"
#include "core/statistics/confidence_gate.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// What the iterations that are looked at begin with: the latest of the three.
enum class SteadySince : std::uint8_t { WarmUp, ChangePoint, Overrides };

std::string_view keyOf(SteadySince since); // warm_up, change_point, overrides

struct GateConfidenceRow {
    GateSpec gate;
    GateOutcome point = GateOutcome::NoData;
    // Absent of a gate that is no metric of the iterations: the point verdict is all there is.
    std::optional<ConfidenceGate> confidence;
    int from = 1; // first iteration looked at
    SteadySince since = SteadySince::WarmUp;
    std::size_t missing = 0; // iterations from there without a value
    std::string why;         // rule and values, one sentence
    bool operator==(const GateConfidenceRow&) const = default;
};

enum class ReleaseCall : std::uint8_t { Go, GoUnproven, NoGo };

std::string_view keyOf(ReleaseCall call); // GO, GO-UNPROVEN, NO-GO

struct GateConfidence {
    std::vector<GateConfidenceRow> rows; // every row of the profile, in its order
    ReleaseCall call = ReleaseCall::NoGo;
    std::string why; // which rows decided it
    bool operator==(const GateConfidence&) const = default;
};

// GO: every hard row passes both. GO-UNPROVEN: every hard row passes the point verdict, and none
// fails the other. NO-GO otherwise. Soft rows are shown and decide nothing.
GateConfidence gateConfidence(const Judgement& judgement);

ExitCode confidenceExitCode(const GateConfidence& confidence); // GO 0, NO-GO 1, GO-UNPROVEN 3

} // namespace soak
