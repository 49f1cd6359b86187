// SPDX-License-Identifier: GPL-3.0-or-later
// The profile that a run was made to be judged by.
#pragma once

#include "core/model/gate_profile.h"
#include "core/model/soak_run.h"

#include <string>

namespace soak
{

struct RecordedProfile {
    GateProfile profile;
    std::string
        unknownName; // the recorded name where it is not built in: `profile` is mission then
};

// The built-in profile that RUN.json names; mission for a foreign run.
RecordedProfile recordedProfileOf(const SoakRun& run);

} // namespace soak
