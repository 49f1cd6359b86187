// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/attribution.h"

#include "core/statistics/distributions.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <tuple>

namespace soak
{

namespace
{

constexpr double kChanceAlpha = .05;

struct Reach {
    std::int64_t from = 0;
    std::int64_t to = 0;

    [[nodiscard]] bool holds(std::int64_t place) const { return place >= from && place <= to; }
};

Reach reachOf(std::int64_t at, std::size_t halfWidth, std::int64_t lag)
{
    const auto width = static_cast<std::int64_t>(halfWidth);
    return {at - width - lag, at + width};
}

Attribution attributionOf(const PlacedChange& change, std::span<const EffectiveDelta> deltas,
                          std::int64_t lag)
{
    Attribution found;
    found.at = change.at;
    const Reach reach = reachOf(change.at, change.halfWidth, lag);
    std::set<std::string_view> keys;
    for (const EffectiveDelta& delta : deltas) {
        if (reach.holds(delta.effective)) {
            found.candidates.push_back(delta);
            keys.insert(delta.key);
        }
    }
    std::ranges::sort(found.candidates, {}, [&](const EffectiveDelta& delta) {
        return std::tuple(std::abs(delta.effective - change.at), delta.effective,
                          std::string_view(delta.key));
    });
    found.status = keys.empty()       ? AttributionStatus::Unexplained
                   : keys.size() == 1 ? AttributionStatus::Attributed
                                      : AttributionStatus::Ambiguous;
    return found;
}

std::size_t upperMedian(std::span<const PlacedChange> changes)
{
    std::vector<std::size_t> widths;
    std::ranges::transform(changes, std::back_inserter(widths), &PlacedChange::halfWidth);
    std::ranges::sort(widths);
    return widths.empty() ? 0 : widths[widths.size() / 2];
}

// The share of the places 1 to n - 1 that reach a delta: the places of each delta, put together. By
// deltas and not by places, of which a run that counts from 1 to two thousand million has many.
double coverageOf(std::span<const EffectiveDelta> deltas, std::size_t n, std::size_t halfWidth,
                  std::int64_t lag, std::int64_t origin)
{
    if (n < 2) {
        return 0;
    }
    std::vector<std::int64_t> effective;
    effective.reserve(deltas.size());
    for (const EffectiveDelta& delta : deltas) {
        effective.push_back(delta.effective - origin);
    }
    std::ranges::sort(effective);
    const auto width = static_cast<std::int64_t>(halfWidth);
    const std::int64_t last = static_cast<std::int64_t>(n) - 1;
    std::int64_t covered = 0;
    std::int64_t next = 1; // the first place that is not counted yet
    for (const std::int64_t place : effective) {
        const std::int64_t from = std::max(next, place - width);
        const std::int64_t to = std::min(last, place + width + lag);
        if (from <= to) {
            covered += to - from + 1;
            next = to + 1;
        }
    }
    return static_cast<double>(covered) / static_cast<double>(last);
}

} // namespace

std::string_view keyOf(AttributionStatus status)
{
    switch (status) {
    case AttributionStatus::Attributed:
        return "attributed";
    case AttributionStatus::Ambiguous:
        return "ambiguous";
    case AttributionStatus::Unexplained:
        return "unexplained";
    }
    return "";
}

Attributions attribute(std::span<const PlacedChange> changes,
                       std::span<const EffectiveDelta> deltas, std::size_t n, std::int64_t lag,
                       std::int64_t origin)
{
    Attributions result;
    std::size_t matched = 0;
    std::vector<Reach> reaches;
    for (const PlacedChange& change : changes) {
        result.changes.push_back(attributionOf(change, deltas, lag));
        matched += result.changes.back().candidates.empty() ? 0 : 1;
        reaches.push_back(reachOf(change.at, change.halfWidth, lag));
    }
    result.coverage = coverageOf(deltas, n, upperMedian(changes), lag, origin);
    result.chanceP = binomialAtLeast(matched, changes.size(), result.coverage);
    result.isWeak = result.chanceP > kChanceAlpha;
    result.idle =
        static_cast<std::size_t>(std::ranges::count_if(deltas, [&](const EffectiveDelta& delta) {
            return std::ranges::none_of(
                reaches, [&](const Reach& reach) { return reach.holds(delta.effective); });
        }));
    return result;
}

} // namespace soak
