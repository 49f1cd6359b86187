// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/recorded_profile.h"

namespace soak
{

RecordedProfile recordedProfileOf(const SoakRun& run)
{
    if (!run.info) {
        return {missionProfile(), {}};
    }
    const GateProfile* recorded = findBuiltinGateProfile(run.info->gateProfile);
    return recorded != nullptr ? RecordedProfile{*recorded, {}}
                               : RecordedProfile{missionProfile(), run.info->gateProfile};
}

} // namespace soak
