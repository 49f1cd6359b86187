// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/suspects.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace soak
{

namespace
{

constexpr double kSameDelta = 1e-9; // relative

bool isSameDelta(double value, double delta)
{
    return std::abs(value - delta) <= kSameDelta * std::abs(delta);
}

// parameter -> (change, iterations that proposed it)
using ProposedChanges = std::map<std::string, std::map<double, std::vector<int>>>;

ProposedChanges proposedChanges(const SoakRun& run, const RecordedSteps& steps)
{
    ProposedChanges changes;
    for (std::size_t row = 0; row < run.table.rowCount(); ++row) {
        for (const auto& [name, delta] : steps.at(row).proposed()) {
            changes[name][delta.amount].push_back(run.table.iterations()[row]);
        }
    }
    return changes;
}

bool hasRecordedOverrides(const SoakRun& run)
{
    return !run.during.distinct().empty() || !run.next.distinct().empty();
}

// Every place of `spec` in the final overrides.
std::vector<Spelling> placesOf(const SoakRun& run, const ParameterSpec& spec,
                               const ConflictIndex& conflicts)
{
    std::vector<Spelling> places = conflicts.at(std::nullopt, spec.name);
    const auto own = run.finalOverrides->values.find(spec.name);
    if (places.empty() && own != run.finalOverrides->values.end()) {
        places.push_back({pathText(spec.canonicalPath), own->second.amount});
    }
    const auto misplaced = misplacedIn(*run.finalOverrides, spec.name);
    places.insert(places.end(), misplaced.begin(), misplaced.end());
    return places;
}

void addSuspect(std::vector<AbsoluteDeltaSuspect>& suspects, const std::string& name,
                const Spelling& place, const std::vector<int>& iterations)
{
    const auto known =
        std::find_if(suspects.begin(), suspects.end(), [&](const AbsoluteDeltaSuspect& s) {
            return s.parameter == name && s.path == place.path;
        });
    if (known == suspects.end()) {
        suspects.push_back({name, place.path, place.value, iterations});
        return;
    }
    known->iterations.insert(known->iterations.end(), iterations.begin(), iterations.end());
    std::sort(known->iterations.begin(), known->iterations.end());
}

} // namespace

std::vector<AbsoluteDeltaSuspect> findAbsoluteDeltas(const SoakRun& run,
                                                     const ParameterRegistry& registry,
                                                     const RecordedSteps& steps,
                                                     const ConflictIndex& conflicts)
{
    std::vector<AbsoluteDeltaSuspect> suspects;
    if (!run.finalOverrides || hasRecordedOverrides(run)) {
        return suspects;
    }
    for (const auto& [name, changes] : proposedChanges(run, steps)) {
        const ParameterSpec* spec = registry.find(name);
        if (spec == nullptr) {
            continue;
        }
        const auto own = run.finalOverrides->values.find(name);
        for (const Spelling& place : placesOf(run, *spec, conflicts)) {
            const bool isOwn =
                own != run.finalOverrides->values.end() && place.value == own->second.amount;
            if (isOwn && isWithinSafe(*spec, place.value)) {
                continue; // a value that may well be one
            }
            for (const auto& [delta, iterations] : changes) {
                if (isSameDelta(place.value, delta)) {
                    addSuspect(suspects, name, place, iterations);
                }
            }
        }
    }
    std::stable_sort(suspects.begin(), suspects.end(), [](const auto& a, const auto& b) {
        return std::tie(a.parameter, a.path) < std::tie(b.parameter, b.path);
    });
    return suspects;
}

LegacyVerification legacyVerification(const SoakRun& run, const RecordedSteps& steps)
{
    LegacyVerification legacy;
    std::set<std::string_view> existing;
    if (run.finalOverrides) {
        for (const auto& [name, value] : run.finalOverrides->values) {
            existing.insert(name);
        }
        for (const auto& [path, json] : run.finalOverrides->extras) {
            existing.insert(path.back());
        }
    }
    for (std::size_t row = 0; row + 1 < run.table.rowCount(); ++row) {
        const RecordedStep recorded = steps.at(row);
        const Deltas& proposed = recorded.proposed();
        if (proposed.empty()) {
            continue;
        }
        ++legacy.proposedCount;
        const bool exist = std::all_of(proposed.begin(), proposed.end(), [&](const auto& entry) {
            return existing.contains(entry.first);
        });
        if (recorded.step->applied && exist) {
            ++legacy.fullApplyCount;
        } else if (recorded.step->skip.anyFlag()) {
            ++legacy.partialOkCount;
        } else {
            ++legacy.failCount;
        }
    }
    if (legacy.proposedCount > 0) {
        legacy.fullApplyRatio =
            roundTo(static_cast<double>(legacy.fullApplyCount + legacy.partialOkCount) /
                        legacy.proposedCount,
                    3);
    }
    return legacy;
}

} // namespace soak
