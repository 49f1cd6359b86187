// SPDX-License-Identifier: GPL-3.0-or-later
// Which subsystems the tuner must leave alone for a while (DOMAIN 5.2, 5.3).
#pragma once

#include "core/model/tuning_step.h"

#include <set>
#include <string>
#include <string_view>

namespace soak
{

class PartialFreeze final
{
public:
    PartialFreeze() = default;
    // Continues from a stored state; names that cannot be frozen are left out.
    explicit PartialFreeze(const PartialFreezeStatus& status);

    // Adds to what is frozen. `edge` and unknown names are ignored. The hold time starts anew only
    // when the set grew.
    void activate(const std::set<std::string>& subsystems, std::string_view reason, Millis now);
    // True and cleared when nothing is frozen or the minimum hold time is over; else false.
    bool deactivate(Millis now);

    [[nodiscard]] bool isFrozen(std::string_view subsystem) const;

    [[nodiscard]] bool any() const { return !m_subsystems.empty(); }

    [[nodiscard]] const std::set<std::string, std::less<>>& subsystems() const
    {
        return m_subsystems;
    }

    // Time for which it is held; 0 when nothing is frozen or the clock went backwards.
    [[nodiscard]] Millis elapsed(Millis now) const;
    [[nodiscard]] PartialFreezeStatus status(Millis now) const;

private:
    std::set<std::string, std::less<>> m_subsystems;
    std::string m_reason;
    Millis m_since{0};
};

struct FreezeSplit {
    Deltas kept;
    Deltas dropped;
    bool operator==(const FreezeSplit&) const = default;
};

// Splits `deltas` by whether their subsystem is frozen. A parameter that `registry` does not know
// is never frozen.
FreezeSplit applyPartialFreeze(const Deltas& deltas, const PartialFreeze& freeze,
                               const ParameterRegistry& registry);

} // namespace soak
