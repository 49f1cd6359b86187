// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/inspector_decomposition.h"

#include "ui/theme/numbers.h"

namespace soak::ui
{

std::vector<WaterfallPart> decompositionParts(const SoakRun& run, std::size_t row)
{
    const auto value = [&](Metric metric) { return run.table.at(metric, row); };
    std::vector<WaterfallPart> parts;
    parts.push_back({metricTitle(Metric::GrossBps), value(Metric::GrossBps), true});
    // Costs are recorded positive (DOMAIN 2.2).
    for (const Metric cost :
         {Metric::FeesEffBps, Metric::SlippageBps, Metric::AdverseBps, Metric::InventoryBps}) {
        const std::optional<double> amount = value(cost);
        parts.push_back({metricTitle(cost), amount ? std::optional(-*amount) : std::nullopt});
    }
    parts.push_back({metricTitle(Metric::NetBps), value(Metric::NetBps), true});
    return parts;
}

} // namespace soak::ui
