// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/scene_growth.h"

#include <cmath>

namespace soak::ui
{
namespace
{

// Rows are written once: the last number tells whether those before it are the same.
bool continues(const ChartSeries& before, const ChartSeries& after)
{
    const std::size_t rows = before.iterations.size();
    return before.run == after.run && before.label == after.label && before.slot == after.slot &&
           before.isBaseline == after.isBaseline && before.isStep == after.isStep &&
           before.extent == after.extent && rows > 0 && rows <= after.iterations.size() &&
           before.iterations.back() == after.iterations[rows - 1];
}

bool isSameBeside(const ChartScene& before, const ChartScene& after)
{
    // Compared runs may have other values at the same places: they are moved and scaled.
    const bool isCompared = before.isPair || after.isPair || before.envelope || after.envelope;
    return !isCompared && before.places == after.places && before.levels == after.levels &&
           before.id == after.id && before.title == after.title && before.unit == after.unit &&
           before.decimals == after.decimals && before.domain == after.domain &&
           before.thresholds == after.thresholds && before.warmUp == after.warmUp &&
           before.safe == after.safe && before.flags.isSharedWith(after.flags) &&
           before.held.isSharedWith(after.held) && before.broken == after.broken &&
           before.changes == after.changes && before.series.size() == after.series.size();
}

} // namespace

std::optional<int> grownFrom(const ChartScene& before, const ChartScene& after)
{
    if (before.series.empty() || !isSameBeside(before, after)) {
        return std::nullopt;
    }
    int from =
        before.series.front().iterations.empty() ? 0 : before.series.front().iterations.back();
    for (std::size_t i = 0; i < before.series.size(); ++i) {
        if (!continues(before.series[i], after.series[i])) {
            return std::nullopt;
        }
        from = std::min(from, before.series[i].iterations.back());
    }
    const qsizetype missing = before.missing.size();
    const bool hasSameHoles =
        missing <= after.missing.size() &&
        std::equal(before.missing.begin(), before.missing.end(), after.missing.begin()) &&
        (missing == after.missing.size() || after.missing[missing] >= from);
    return hasSameHoles ? std::optional(from) : std::nullopt;
}

} // namespace soak::ui
