// SPDX-License-Identifier: GPL-3.0-or-later
// Which run to hold a red one against: the newest green one before it that was made alike (UX 2.6).
#pragma once

#include "core/history/run_index.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace soak
{

// What two runs are alike in. Profile: that of the starting values and that of the gates.
enum class Likeness : std::uint8_t { Engine, Scenario, Profile };

std::string_view keyOf(Likeness likeness); // engine, scenario, profile

// It ended, has all iterations it was planned for, all four goals are met and so is every gate of
// its own profile.
bool isGreen(const RunRow& row);

struct GreenRun {
    RunRow row;
    std::optional<Likeness> relaxed; // what it is not alike in; absent: alike in all
    bool operator==(const GreenRun&) const = default;
};

// What there is to look at: runs other than `shown`, those of them that began before it, and those
// of these that were made alike or differ in one thing. All zero but `others` when `shown` does not
// say when it started.
struct GreenCandidates {
    std::size_t others = 0;
    std::size_t before = 0;
    std::size_t alike = 0;
    bool operator==(const GreenCandidates&) const = default;
};

GreenCandidates greenCandidates(std::span<const RunRow> rows, const RunRow& shown);

// The newest green run that started before `shown`: alike in all three, else in all but the
// profile, else in all but the scenario, else in all but the engine. nullopt when there is none.
// Only rows that could be the answer are judged, those that have figures are not judged again.
// Errors: BadInput when `shown` does not say when it started, Cancelled.
Result<std::optional<GreenRun>> lastGreenRun(const RunIndex& index, std::vector<RunRow> rows,
                                             const RunRow& shown, const std::stop_token& stop);

} // namespace soak
