// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/expected_value.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

constexpr double kTolerance = 1e-9; // absolute and relative, DOMAIN 6.2

bool isChanged(const TuningStep& step, std::string_view parameter)
{
    const auto& keys = step.changedKeys;
    return std::find(keys.begin(), keys.end(), parameter) != keys.end();
}

std::string blockText(const SkipReason& skip)
{
    return skip.note.empty() ? "blocked by a guard" : "blocked: " + skip.note;
}

} // namespace

Expectation expectationOf(const RecordedStep& recorded, std::string_view parameter, bool isLate)
{
    if (recorded.dropped != nullptr) {
        const auto found = recorded.dropped->find(parameter);
        if (found != recorded.dropped->end()) {
            return {true, "dropped: " + std::string(keyOf(found->second))};
        }
    }
    if (recorded.step == nullptr) {
        return {};
    }
    const TuningStep& step = *recorded.step;
    if (!step.applied && step.skip.anyFlag()) {
        return {true, blockText(step.skip)};
    }
    if (!step.applied && isLate) {
        return {true, "final iteration"};
    }
    // Other tools keep no list of what a guard dropped.
    const bool isDroppedByGuard = recorded.dropped == nullptr && step.applied &&
                                  step.skip.anyFlag() && !isChanged(step, parameter);
    return isDroppedByGuard ? Expectation{true, blockText(step.skip)} : Expectation{};
}

bool isSameReal(double observed, double expected)
{
    return std::abs(observed - expected) <= kTolerance + kTolerance * std::abs(expected);
}

bool isSameValue(const ParameterSpec& spec, double observed, double expected)
{
    return spec.isInteger ? roundedForType(spec, observed) == roundedForType(spec, expected)
                          : isSameReal(observed, expected);
}

} // namespace soak
