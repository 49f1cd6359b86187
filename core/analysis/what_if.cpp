// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/what_if.h"

#include <algorithm>
#include <string>

namespace soak
{

namespace
{

constexpr std::string_view kSuffix = "-modified";

} // namespace

GateProfile withThreshold(GateProfile profile, std::string_view id, double threshold)
{
    const auto gate = std::ranges::find(profile.gates, id, &GateSpec::id);
    if (gate == profile.gates.end() || gate->threshold == threshold) {
        return profile;
    }
    gate->threshold = threshold;
    if (!profile.name.ends_with(kSuffix)) {
        profile.name += kSuffix;
    }
    return profile;
}

std::vector<ThresholdChange> thresholdChanges(const GateProfile& recorded,
                                              const GateProfile& modified)
{
    std::vector<ThresholdChange> changes;
    for (const GateSpec& gate : modified.gates) {
        const auto before = std::ranges::find(recorded.gates, gate.id, &GateSpec::id);
        if (before != recorded.gates.end() && before->threshold != gate.threshold) {
            changes.push_back({gate, before->threshold});
        }
    }
    return changes;
}

} // namespace soak
