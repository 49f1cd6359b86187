// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/guard_signals.h"

#include "core/control/debounce.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

namespace soak
{

namespace
{
constexpr int kReversalsNeeded = 2;
constexpr double kSwingNeeded = 0.15;

bool swings(std::span<const double> deltas)
{
    int reversals = 0;
    double previous = 0;
    double sumOfSizes = 0;
    for (const double delta : deltas) {
        sumOfSizes += std::abs(delta);
        if (delta == 0) {
            continue;
        }
        if (previous * delta < 0) {
            ++reversals;
        }
        previous = delta;
    }
    if (reversals < kReversalsNeeded) {
        return false;
    }
    const auto [low, high] = std::minmax_element(deltas.begin(), deltas.end());
    const double meanSize = sumOfSizes / static_cast<double>(deltas.size());
    return (*high - *low) / meanSize > kSwingNeeded;
}

template <typename T, typename Same>
bool alternates(std::span<const T> values, int window, Same same)
{
    const auto needed = static_cast<std::size_t>(std::max(3, window));
    if (values.size() < needed) {
        return false;
    }
    const auto last = values.last(needed);
    for (std::size_t i = 1; i < last.size(); ++i) {
        if (same(last[i], last[i - 1]) || (i >= 2 && !same(last[i], last[i - 2]))) {
            return false;
        }
    }
    return true;
}
} // namespace

bool latencyHardSignal(std::optional<double> p95LatencyMs)
{
    return p95LatencyMs && *p95LatencyMs >= kLatencyHardMs;
}

bool oscillationSignal(std::span<const AppliedEntry> history)
{
    if (history.size() < kOscillationHistory) {
        return false;
    }
    const auto window = history.last(kOscillationHistory);
    std::set<std::string> keys;
    for (const AppliedEntry& entry : window) {
        for (const auto& [name, delta] : entry.appliedDeltas) {
            keys.insert(name);
        }
    }
    return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
        std::vector<double> deltas;
        for (const AppliedEntry& entry : window) {
            const auto found = entry.appliedDeltas.find(key);
            deltas.push_back(found == entry.appliedDeltas.end() ? 0.0 : found->second.amount);
        }
        return swings(deltas);
    });
}

bool oscillates(std::span<const double> values, double tolerance, int window)
{
    const auto same = [&](double a, double b) { return std::abs(a - b) < tolerance; };
    return alternates(values, window, same);
}

bool oscillates(std::span<const std::string> hashes, int window)
{
    return alternates(hashes, window, [](const auto& a, const auto& b) { return a == b; });
}

} // namespace soak
