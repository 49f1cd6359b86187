// SPDX-License-Identifier: GPL-3.0-or-later
// Judging by other thresholds than the recorded ones, to see what would follow.
#pragma once

#include "core/model/gate_profile.h"

#include <string_view>
#include <vector>

namespace soak
{

// `profile` with another threshold of gate `id`, under the name "<name>-modified". As it is when it
// has no such gate, or that threshold already.
GateProfile withThreshold(GateProfile profile, std::string_view id, double threshold);

struct ThresholdChange {
    GateSpec gate; // as modified
    double recorded = 0;
    bool operator==(const ThresholdChange&) const = default;
};

// The gates whose thresholds differ, in their order.
std::vector<ThresholdChange> thresholdChanges(const GateProfile& recorded,
                                              const GateProfile& modified);

} // namespace soak
