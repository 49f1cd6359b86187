// SPDX-License-Identifier: GPL-3.0-or-later
// Warm-up lays a preset over B, ramp-down walks back to B (DOMAIN 4.4). B itself is never touched.
#include "core/base/text.h"
#include "core/control/control_step.h"
#include "core/control/start_overrides.h"

#include <algorithm>

namespace soak
{

namespace
{
constexpr std::string_view kPreBufferParameter = "spread_add_bps";
constexpr double kPreBufferFromMs = 350;
constexpr double kPreBufferMaxBps = 0.05;

Overrides overlayOf(const ControlPlan& plan, const ParameterRegistry& registry,
                    const Overrides& baseline)
{
    if (!plan.warmupPreset) {
        return baseline;
    }
    std::vector<Finding> limited; // told once, when the run starts
    return applyPreset(baseline, *plan.warmupPreset, registry, limited);
}

void addLatencyPreBuffer(Overrides& overrides, const ParameterRegistry& registry,
                         std::optional<double> previousP95)
{
    const ParameterSpec* spec = registry.find(kPreBufferParameter);
    if (spec == nullptr || !previousP95 || *previousP95 <= kPreBufferFromMs) {
        return;
    }
    const double add = std::min(kPreBufferMaxBps, (*previousP95 - kPreBufferFromMs) / 10 * 0.01);
    const double now = valueOrDefault(overrides, *spec).value_or(ParamValue{0}).amount;
    const double next = std::min(now + add, std::max(now, spec->safe.high));
    overrides.values.insert_or_assign(spec->name, ParamValue{roundedForType(*spec, next)});
}

Overrides interpolated(const Overrides& overlay, const Overrides& baseline,
                       const ParameterRegistry& registry, double share)
{
    Overrides result = baseline;
    for (const auto& [name, from] : overlay.values) {
        const ParameterSpec* spec = registry.find(name);
        if (spec == nullptr) {
            continue;
        }
        const auto stored = baseline.values.find(name);
        if (stored != baseline.values.end() && stored->second == from) {
            continue;
        }
        const double to = valueOrDefault(baseline, *spec).value_or(from).amount;
        const double between = from.amount + (to - from.amount) * share;
        result.values.insert_or_assign(name, ParamValue{roundedForType(*spec, between)});
    }
    return result;
}
} // namespace

Overrides effectiveOverrides(const ControlPlan& plan, const ParameterRegistry& registry,
                             const Overrides& baseline, int iteration,
                             std::optional<double> previousP95)
{
    switch (phaseOf(plan.phases, iteration)) {
    case Phase::Warmup: {
        Overrides overlay = overlayOf(plan, registry, baseline);
        addLatencyPreBuffer(overlay, registry, previousP95);
        return overlay;
    }
    case Phase::Rampdown: {
        const int step = iteration - plan.phases.warmupIterations;
        const double share = static_cast<double>(step) / (plan.phases.rampdownIterations + 1);
        return interpolated(overlayOf(plan, registry, baseline), baseline, registry, share);
    }
    case Phase::Steady:
        break;
    }
    return baseline;
}

PhaseLimits phaseLimits(Phase phase)
{
    if (phase == Phase::Warmup) {
        return {.maxRiskRatio = 0.50,
                .positionMultiplier = 0.80,
                .rescueBlockRisk = 0.45,
                .rescueBlockP95Ms = 360};
    }
    return {};
}

} // namespace soak
