// SPDX-License-Identifier: GPL-3.0-or-later
// What a tuner expected of its changes, beside what came (SIMULATOR 11).
#pragma once

#include "core/model/soak_run.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace soak
{

// Of one metric, in its unit.
struct EffectRow {
    Metric metric;
    double expected = 0;          // change from this iteration to the next, by the tuner
    std::optional<double> before; // in this iteration
    std::optional<double> after;  // in the next

    // What was seen: `after` less `before`, the noise of both included. Absent where one is
    // missing.
    [[nodiscard]] std::optional<double> seen() const;
    bool operator==(const EffectRow&) const = default;
};

// How much of what the expectation is about was done.
enum class EffectBasis : std::uint8_t {
    Whole,   // every change arrived as proposed
    Part,    // some were held back or cut at a bound
    Nothing, // none was applied, or a what-if took their place
};

struct ExpectedEffects {
    int iteration = 0; // after which the changes were applied
    EffectBasis basis = EffectBasis::Whole;
    bool hasNext = false;        // the next iteration was read
    std::vector<EffectRow> rows; // by Metric
    bool operator==(const ExpectedEffects&) const = default;
};

// nullopt: the tuner expected nothing of `iteration`, the run has no such iteration, or it is a
// replay, whose next iteration does not answer to its changes.
std::optional<ExpectedEffects> expectedEffects(const SoakRun& run, int iteration);

// All expectations about changes that arrived as proposed, where both values are there: the more,
// the less of the difference is noise.
struct EffectSummary {
    Metric metric;
    std::size_t count = 0; // at least 1
    double meanExpected = 0;
    double meanSeen = 0;
    std::size_t sameSign = 0; // seen in the direction that was expected
    bool operator==(const EffectSummary&) const = default;
};

// By Metric; empty: there are none.
std::vector<EffectSummary> effectSummaries(const SoakRun& run);

} // namespace soak
