// SPDX-License-Identifier: GPL-3.0-or-later
// The stages of a canary and what sends it back: one table for plan, checklist and check (DOMAIN
// 7.6, D-42, D-62).
#pragma once

#include "core/model/gate_profile.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

struct RollbackTrigger {
    std::string_view metric; // a key of kpiSpecs(), or error_rate, which soak runs do not record
    std::string_view title;
    GateOp op;
    double threshold;
    std::string_view unit;
    int minutes;             // that it lasts
    std::string_view action; // quick, full
};

std::span<const RollbackTrigger> rollbackTriggers();
std::string triggerText(const RollbackTrigger& trigger); // "P95 latency > 500 ms for 3 min"

struct CanaryStage {
    std::string id; // H1, H6, H24, R25, R50, FULL
    std::string title;
    int trafficPct = 0;
    std::string duration;        // "6 h", "24-48 h", "-" for the last
    std::vector<GateSpec> gates; // all of them must hold; those of H24 and later are the mission's
    bool asksForNoErrors = false;
};

const std::vector<CanaryStage>& canaryStages();
const CanaryStage* findCanaryStage(std::string_view id); // in any case; nullptr when there is none

} // namespace soak
