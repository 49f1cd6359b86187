// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/decomposition.h"

#include "core/base/text.h"
#include "core/model/net_parts.h"

#include <array>
#include <cmath>

namespace soak
{

namespace
{

constexpr std::array kCosts{Metric::FeesEffBps, Metric::SlippageBps, Metric::AdverseBps,
                            Metric::InventoryBps};

constexpr std::array<std::string_view, 5> kPartKinds{"gross", "cost", "unrecorded", "residual",
                                                     "net"};

DecompositionPart partOf(PartKind kind, Metric metric, std::optional<double> amount)
{
    DecompositionPart part;
    part.kind = kind;
    part.title = specOf(metric).title;
    part.metric = metric;
    part.amount = amount;
    return part;
}

DecompositionPart restOf(PartKind kind, double amount)
{
    DecompositionPart part;
    part.kind = kind;
    part.title = kind == PartKind::Residual ? "Residual" : "Not recorded";
    part.amount = amount;
    return part;
}

// Each bar begins where the one before it ended.
void placeBars(std::vector<DecompositionPart>& parts)
{
    std::optional<double> level;
    for (DecompositionPart& part : parts) {
        const bool isOnZero = part.kind == PartKind::Gross || part.kind == PartKind::Net;
        if (!part.amount) {
            continue;
        }
        const auto start = isOnZero ? std::optional(0.0) : level;
        if (start) {
            part.from = start;
            part.to = withoutNoise(*start + *part.amount);
            level = part.to;
        }
    }
}

} // namespace

std::string_view keyOf(PartKind kind)
{
    return kPartKinds[static_cast<std::size_t>(kind)];
}

std::optional<Decomposition> decompositionOf(const SoakRun& run, int iteration)
{
    const auto row = run.table.rowOf(iteration);
    if (!row) {
        return std::nullopt;
    }
    const auto at = [&run, &row](Metric metric) { return run.table.at(metric, *row); };
    Decomposition result;
    const auto gross = at(Metric::GrossBps);
    const auto net = at(Metric::NetBps);
    result.parts.push_back(partOf(PartKind::Gross, Metric::GrossBps, gross));
    double costs = 0;
    for (const Metric metric : kCosts) {
        const auto cost = at(metric);
        result.parts.push_back(
            partOf(PartKind::Cost, metric, cost ? std::optional(0.0 - *cost) : std::nullopt));
        costs += cost.value_or(0);
        if (!cost) {
            result.missing.push_back(metric);
        }
    }
    if (gross && net) {
        const double rest = withoutNoise(*net - (*gross - costs));
        const bool isComplete = result.missing.empty();
        if (isComplete) {
            result.residual = rest;
        }
        if (!isComplete || std::abs(rest) > kDecompositionTolerance) {
            result.parts.push_back(
                restOf(isComplete ? PartKind::Residual : PartKind::Unrecorded, rest));
        }
    }
    result.parts.push_back(partOf(PartKind::Net, Metric::NetBps, net));
    for (const auto& [metric, value] :
         {std::pair{Metric::GrossBps, gross}, {Metric::NetBps, net}}) {
        if (!value) {
            result.missing.push_back(metric);
        }
    }
    const IterationNotes* notes = run.notes.at(*row);
    result.isGrossImputed = notes != nullptr && notes->grossImputed;
    placeBars(result.parts);
    return result;
}

} // namespace soak
