// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/partial_freeze.h"

#include "core/control/debounce.h"

#include <algorithm>

namespace soak
{

namespace
{
// `edge` is never frozen: with it the run would stop tuning altogether.
bool isFreezable(std::string_view subsystem)
{
    return subsystem == keyOf(Subsystem::Rebid) || subsystem == keyOf(Subsystem::RescueTaker);
}
} // namespace

PartialFreeze::PartialFreeze(const PartialFreezeStatus& status)
{
    if (!status.active) {
        return;
    }
    for (const std::string& subsystem : status.subsystems) {
        if (isFreezable(subsystem)) {
            m_subsystems.insert(subsystem);
        }
    }
    if (any()) {
        m_reason = status.reason;
        m_since = status.since;
    }
}

void PartialFreeze::activate(const std::set<std::string>& subsystems, std::string_view reason,
                             Millis now)
{
    const std::size_t before = m_subsystems.size();
    bool asked = false;
    for (const std::string& subsystem : subsystems) {
        if (isFreezable(subsystem)) {
            m_subsystems.insert(subsystem);
            asked = true;
        }
    }
    if (asked) {
        m_reason = reason;
    }
    if (m_subsystems.size() > before) {
        m_since = now;
    }
}

bool PartialFreeze::deactivate(Millis now)
{
    if (any() && elapsed(now) < kFreezeMinDuration) {
        return false;
    }
    *this = {};
    return true;
}

bool PartialFreeze::isFrozen(std::string_view subsystem) const
{
    return m_subsystems.contains(subsystem);
}

Millis PartialFreeze::elapsed(Millis now) const
{
    return any() ? std::max(Millis{0}, now - m_since) : Millis{0};
}

PartialFreezeStatus PartialFreeze::status(Millis now) const
{
    if (!any()) {
        return {};
    }
    return {.active = true,
            .subsystems = {m_subsystems.begin(), m_subsystems.end()},
            .reason = m_reason,
            .since = m_since,
            .remainingMin = std::max(Millis{0}, kFreezeMinDuration - elapsed(now))};
}

FreezeSplit applyPartialFreeze(const Deltas& deltas, const PartialFreeze& freeze,
                               const ParameterRegistry& registry)
{
    FreezeSplit split;
    for (const auto& [name, delta] : deltas) {
        const ParameterSpec* spec = registry.find(name);
        const bool frozen = spec != nullptr && freeze.isFrozen(keyOf(spec->subsystem));
        (frozen ? split.dropped : split.kept).emplace(name, delta);
    }
    return split;
}

} // namespace soak
