// SPDX-License-Identifier: GPL-3.0-or-later
// Time comes in by the door: nothing but clock.cpp reads a clock of the machine.
#pragma once

#include "core/base/units.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace soak
{

// Milliseconds since 1970-01-01T00:00:00Z.
using EpochMs = std::int64_t;
inline constexpr EpochMs kMsPerSecond = 1000;
inline constexpr EpochMs kNsPerMs = 1000 * 1000;

class Clock
{
public:
    virtual ~Clock() = default;
    // Never goes backwards; the origin means nothing.
    [[nodiscard]] virtual Millis monotonic() const = 0;
    [[nodiscard]] virtual EpochMs wall() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Millis monotonic() const override;
    [[nodiscard]] EpochMs wall() const override;
};

// Stands still until told: for tests and for engines that do not wait.
class VirtualClock final : public Clock
{
public:
    explicit VirtualClock(EpochMs wallAtStart = 0) : m_wallAtStart(wallAtStart) {}

    [[nodiscard]] Millis monotonic() const override { return m_now; }

    [[nodiscard]] EpochMs wall() const override
    {
        return m_wallAtStart + static_cast<EpochMs>(m_now.count());
    }

    void advanceTo(Millis now) { m_now = now > m_now ? now : m_now; }

    void advance(Millis by) { m_now += by; }

private:
    EpochMs m_wallAtStart;
    Millis m_now{0};
};

// "2026-01-05T10:20:00Z", with ".123" before the Z when `ms` is not a whole second.
std::string utcText(EpochMs ms);

// Reads ISO-8601 in UTC: `Z` or `+00:00`, any number of fraction digits (cut to ms). nullopt when
// malformed or outside years 1970 to 9999.
std::optional<EpochMs> parseUtc(std::string_view text);

} // namespace soak
