// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/key_filters.h"

#include "core/base/text.h"
#include "core/control/proposal_rules.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <tuple>
#include <vector>

namespace soak
{

namespace
{
constexpr int kVelocityIterations = 3; // this one and the two before
constexpr int kCountIterations = 3;
constexpr int kMaxWindow = 16;
constexpr int kMaxCooldown = 1'000'000;
constexpr double kMsPerHour = 3'600'000;
// Sizes that differ by less are the same size: 0.01 of 0.06 and 50 of 300 must tie.
constexpr int kSizeDecimals = 9;

int wholeSetting(double value, int low, int high)
{
    const double limited = std::clamp(value, static_cast<double>(low), static_cast<double>(high));
    return static_cast<int>(std::lround(limited));
}

double velocityFactor(const FilterInput& input)
{
    return input.phase == Phase::Warmup ? kWarmupVelocityFactor : 1.0;
}

double appliedBefore(const FilterInput& input, std::string_view name)
{
    double sum = 0;
    for (const AppliedEntry& entry : input.state.history) {
        const int age = input.iteration - entry.iteration;
        const auto found = entry.appliedDeltas.find(name);
        if (age >= 1 && age < kVelocityIterations && found != entry.appliedDeltas.end()) {
            sum += std::abs(found->second.amount);
        }
    }
    return sum;
}

bool allRecentApplied(const FilterInput& input)
{
    const auto applied = std::count_if(
        input.state.history.begin(), input.state.history.end(), [&](const AppliedEntry& entry) {
            const int age = input.iteration - entry.iteration;
            return age >= 1 && age <= kCountIterations && !entry.appliedDeltas.empty();
        });
    return applied >= kCountIterations;
}

bool isTooFast(const FilterInput& input, const ParameterSpec& spec, double amount)
{
    switch (input.velocity) {
    case VelocityMode::Count:
        return allRecentApplied(input);
    case VelocityMode::Hourly: {
        const double hours = input.elapsed.count() / kMsPerHour;
        const double limit = input.settings.maxDeltaPerHour * hours * velocityFactor(input);
        return hours <= 0 || normalisedSize(spec, amount) > limit + kShareSlack;
    }
    case VelocityMode::Range:
        break;
    }
    const double perIteration =
        (appliedBefore(input, spec.name) + std::abs(amount)) / kVelocityIterations;
    const double limit = input.settings.velocityCap * velocityFactor(input);
    return normalisedSize(spec, perIteration) > limit + kShareSlack;
}

bool isSteadyFrozen(const FilterInput& input, std::string_view name)
{
    const auto& frozen = input.state.frozenParams;
    return input.state.frozenUntilIter && input.iteration <= *input.state.frozenUntilIter &&
           std::find(frozen.begin(), frozen.end(), name) != frozen.end();
}

bool isCoolingDown(const FilterInput& input, const std::string& name)
{
    const auto found = input.state.cooldown.find(name);
    return found != input.state.cooldown.end() && input.iteration <= found->second;
}

std::optional<DropReason> objection(const FilterInput& input, const std::string& name,
                                    double amount)
{
    const ParameterSpec* spec = input.registry.find(name);
    if (spec == nullptr || !spec->isTunable) {
        return DropReason::UnknownParam;
    }
    if (isSteadyFrozen(input, name)) {
        return DropReason::SteadyFreeze;
    }
    if (input.freeze.isFrozen(keyOf(spec->subsystem))) {
        return DropReason::PartialFreeze;
    }
    if (isCoolingDown(input, name)) {
        return DropReason::Cooldown;
    }
    if (isTooFast(input, *spec, amount)) {
        return DropReason::Velocity;
    }
    return std::nullopt;
}

void microSteps(const FilterInput& input, FilterResult& result)
{
    std::vector<std::tuple<double, std::string>> bySize; // largest first, ties by name
    for (const auto& [name, delta] : result.kept) {
        const auto changed = input.state.lastChanged.find(name);
        if (changed != input.state.lastChanged.end() && input.iteration < changed->second + 2) {
            result.dropped.emplace(name, DropReason::MicroSteps);
            continue;
        }
        const double size = normalisedSize(*input.registry.find(name), delta.amount);
        bySize.emplace_back(-(std::isfinite(size) ? roundTo(size, kSizeDecimals) : size), name);
    }
    std::sort(bySize.begin(), bySize.end());
    for (std::size_t i = kMicroStepKeys; i < bySize.size(); ++i) {
        result.dropped.emplace(std::get<1>(bySize[i]), DropReason::MicroSteps);
    }
    std::erase_if(result.kept,
                  [&](const auto& entry) { return result.dropped.contains(entry.first); });
}
} // namespace

TunerSettings tunerSettings(const Overrides& baseline, const ParameterRegistry& registry)
{
    const TunerSettings defaults;
    const auto setting = [&](std::string_view name, double fallback) {
        return std::max(0.0, currentValue(baseline, registry, name).value_or(fallback));
    };
    return {.velocityCap = setting("velocity_cap", defaults.velocityCap),
            .maxDeltaPerHour = setting("max_delta_per_hour", defaults.maxDeltaPerHour),
            .cooldownIterations = wholeSetting(
                setting("cooldown_iters", defaults.cooldownIterations), 0, kMaxCooldown),
            .oscillationWindow = wholeSetting(
                setting("oscillation_window", defaults.oscillationWindow), 3, kMaxWindow)};
}

double normalisedSize(const ParameterSpec& spec, double amount)
{
    const ParamRange range = effectiveRange(spec);
    const double width = range.high - range.low;
    if (width <= 0) {
        return amount == 0 ? 0 : std::numeric_limits<double>::infinity();
    }
    return std::abs(amount) / width;
}

FilterResult filterKeys(const Deltas& proposed, const FilterInput& input)
{
    FilterResult result;
    for (const auto& [name, delta] : proposed) {
        if (const auto reason = objection(input, name, delta.amount)) {
            result.dropped.emplace(name, *reason);
        } else {
            result.kept.emplace(name, delta);
        }
    }
    if (input.microSteps) {
        microSteps(input, result);
    }
    return result;
}

} // namespace soak
