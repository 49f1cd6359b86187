// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/run_info.h"

#include "core/model/key_table.h"

namespace soak
{

namespace
{

constexpr std::array kVelocityModes{
    KeyRow{VelocityMode::Range, "range"},
    KeyRow{VelocityMode::Count, "count"},
    KeyRow{VelocityMode::Hourly, "hourly"},
};

constexpr std::array kRunStatuses{
    KeyRow{RunStatus::Completed, "completed"},
    KeyRow{RunStatus::Failed, "failed"},
    KeyRow{RunStatus::Interrupted, "interrupted"},
};

} // namespace

std::string_view keyOf(VelocityMode mode)
{
    return keyIn(kVelocityModes, mode);
}

std::optional<VelocityMode> velocityModeFromKey(std::string_view key)
{
    return valueIn(kVelocityModes, key);
}

std::string_view keyOf(RunStatus status)
{
    return keyIn(kRunStatuses, status);
}

std::optional<RunStatus> runStatusFromKey(std::string_view key)
{
    return valueIn(kRunStatuses, key);
}

} // namespace soak
