// SPDX-License-Identifier: GPL-3.0-or-later
// What the net edge of one iteration is made of, as a waterfall (DOMAIN 2.2).
#pragma once

#include "core/model/soak_run.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace soak
{

enum class PartKind : std::uint8_t {
    Gross,
    Cost,
    Unrecorded, // what the costs that are not recorded make together
    Residual,   // what is left although all are recorded: the parts do not add up
    Net,
};

std::string_view keyOf(PartKind kind); // gross, cost, unrecorded, residual, net

struct DecompositionPart {
    PartKind kind = PartKind::Cost;
    std::string_view title;       // "Gross", "Fees", … "Not recorded", "Residual", "Net edge"
    std::optional<Metric> metric; // absent: Unrecorded, Residual
    // In bps, as it moves the net edge: a cost is negative, a rebate positive. Absent: not
    // recorded.
    std::optional<double> amount;
    // Where its bar begins and ends, in bps; both absent when that cannot be told. Gross and net
    // stand on 0, every other part where the one before it ended.
    std::optional<double> from;
    std::optional<double> to;
    bool operator==(const DecompositionPart&) const = default;
};

struct Decomposition {
    std::vector<DecompositionPart> parts; // gross, fees, slippage, adverse, inventory, rest, net
    std::vector<Metric> missing;          // parts that are not recorded
    // net - (gross - costs); absent when one of them is missing. A part of its own only beyond
    // kDecompositionTolerance.
    std::optional<double> residual;
    bool isGrossImputed = false; // gross was made of net and costs, so that it adds up by itself
    bool operator==(const Decomposition&) const = default;
};

// nullopt when the run has no such iteration.
std::optional<Decomposition> decompositionOf(const SoakRun& run, int iteration);

} // namespace soak
