// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/run_changes.h"

#include "core/analysis/compared_rows.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace soak
{

namespace
{

RunChange changeAt(const ChangePoint& point, int first)
{
    return {.iteration = first + static_cast<int>(point.at),
            .halfWidth = point.halfWidth,
            .p = point.p,
            .before = point.before,
            .after = point.after,
            .precededBy = {}};
}

std::vector<PlacedChange> placesOf(const std::vector<RunChange>& changes)
{
    std::vector<PlacedChange> places;
    for (const RunChange& change : changes) {
        places.push_back({change.iteration, change.halfWidth});
    }
    return places;
}

} // namespace

std::vector<EffectiveDelta> verifiedDeltas(const Verification& verification)
{
    std::vector<EffectiveDelta> deltas;
    for (const PairCheck& pair : verification.pairs) {
        for (const ParamCheck& check : pair.params) {
            if (check.status == ParamStatus::Match && check.delta.value_or(0) != 0) {
                deltas.push_back({pair.to, check.name});
            }
        }
    }
    std::ranges::sort(deltas, {}, [](const EffectiveDelta& delta) {
        return std::tuple(delta.effective, std::string_view(delta.key));
    });
    return deltas;
}

std::optional<int> lastOverrideChange(const SoakRun& run)
{
    for (std::size_t row = run.table.rowCount(); row > 1; --row) {
        const Overrides* now = run.during.at(row - 1);
        const Overrides* before = run.during.at(row - 2);
        if (now != nullptr && before != nullptr && now != before) {
            return run.table.iterations()[row - 1];
        }
    }
    return std::nullopt;
}

KpiChanges kpiChanges(const SoakRun& run, Metric metric, std::span<const EffectiveDelta> deltas,
                      const std::function<bool()>& isTimeUp)
{
    KpiChanges result;
    result.metric = metric;
    if (run.table.rowCount() == 0) {
        return result;
    }
    const int first = run.table.iterations().front();
    const Series series = comparedSeries(run, metric, {0, run.table.rowCount()});
    const ChangePoints points = changePoints(series, {.isTimeUp = isTimeUp});
    result.end = points.end;
    for (const ChangePoint& point : points.confirmed) {
        result.confirmed.push_back(changeAt(point, first));
    }
    for (const ChangePoint& point : points.candidates) {
        result.candidates.push_back(changeAt(point, first));
    }
    const Attributions found =
        attribute(placesOf(result.confirmed), deltas, series.length, kAttributionLag, first);
    for (std::size_t at = 0; at < result.confirmed.size(); ++at) {
        result.confirmed[at].status = found.changes[at].status;
        result.confirmed[at].precededBy = found.changes[at].candidates;
    }
    result.coverage = found.coverage;
    result.chanceP = found.chanceP;
    result.isWeak = found.isWeak;
    result.idle = found.idle;
    return result;
}

std::vector<KeyEffect> keyEffects(std::span<const EffectiveDelta> deltas,
                                  std::span<const KpiChanges> changes)
{
    std::set<std::pair<std::int64_t, std::string>> followed;
    for (const KpiChanges& kpi : changes) {
        for (const RunChange& change : kpi.confirmed) {
            for (const EffectiveDelta& delta : change.precededBy) {
                followed.emplace(delta.effective, delta.key);
            }
        }
    }
    std::map<std::string, KeyEffect> byKey;
    for (const EffectiveDelta& delta : deltas) {
        KeyEffect& effect = byKey[delta.key];
        effect.key = delta.key;
        ++effect.changed;
        effect.followed += followed.contains({delta.effective, delta.key}) ? 1 : 0;
    }
    std::vector<KeyEffect> effects;
    for (auto& [key, effect] : byKey) {
        effects.push_back(std::move(effect));
    }
    return effects;
}

std::string changeText(const RunChange& change)
{
    constexpr std::size_t kMostKeys = 4;
    std::string text =
        "#" + std::to_string(change.iteration) + " ±" + std::to_string(change.halfWidth) + ", ";
    if (change.precededBy.empty()) {
        return text + "not preceded by a change of the overrides";
    }
    text += "preceded by ";
    std::set<std::string_view> keys;
    for (const EffectiveDelta& delta : change.precededBy) {
        if (keys.insert(delta.key).second && keys.size() <= kMostKeys) {
            text += (keys.size() == 1 ? "" : ", ") + delta.key + " (#" +
                    std::to_string(delta.effective) + ")";
        }
    }
    return keys.size() > kMostKeys
               ? text + " and " + std::to_string(keys.size() - kMostKeys) + " more"
               : text;
}

} // namespace soak
