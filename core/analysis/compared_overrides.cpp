// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/compared_overrides.h"

#include "core/analysis/override_rows.h"
#include "core/base/text.h"
#include "core/model/overrides_in_force.h"

#include <algorithm>
#include <map>
#include <utility>

namespace soak
{

namespace
{

using RunsRows = std::map<std::pair<std::string, std::string>, RunsOverride>; // group and name

std::optional<std::string> textIn(const Overrides& overrides, const std::string& name,
                                  const ParameterRegistry& registry)
{
    const auto found = overrides.values.find(name);
    if (found != overrides.values.end()) {
        return valueText(registry.find(name), found->second.amount);
    }
    for (const auto& [path, text] : overrides.extras) {
        if (pathText(path) == name) {
            return text;
        }
    }
    return std::nullopt;
}

// The first iteration that both recorded and in which their values are not the same.
std::optional<int> firstOther(const SoakRun& a, const SoakRun& b, const std::string& name,
                              const ParameterRegistry& registry)
{
    const Overrides* beforeA = nullptr;
    const Overrides* beforeB = nullptr;
    for (std::size_t row = 0; row < b.table.rowCount(); ++row) {
        const int iteration = b.table.iterations()[row];
        const std::optional<std::size_t> other = a.table.rowOf(iteration);
        const Overrides* ofA = other ? a.during.at(*other) : nullptr;
        const Overrides* ofB = b.during.at(row);
        if (ofA == nullptr || ofB == nullptr || (ofA == beforeA && ofB == beforeB)) {
            continue; // equal sets are stored once: nothing is new
        }
        if (textIn(*ofA, name, registry) != textIn(*ofB, name, registry)) {
            return iteration;
        }
        beforeA = ofA;
        beforeB = ofB;
    }
    return std::nullopt;
}

void addRun(RunsRows& rows, const Overrides& first, const Overrides& own, std::size_t run,
            std::size_t count, const ParameterRegistry& registry)
{
    for (const ComparedOverride& one : compareOverrides(first, own, registry)) {
        RunsOverride& row = rows[{one.group, one.name}];
        row.name = one.name;
        row.group = one.group;
        row.path = one.path;
        row.unit = one.unit;
        row.values.resize(count);
        row.deltas.resize(count);
        row.values[0] = one.a;
        row.values[run] = one.b;
        row.deltas[run] = one.delta;
        row.differs = row.differs || one.differs;
    }
}

} // namespace

RunsOverrides compareRunOverrides(std::span<const SoakRun* const> runs,
                                  const ParameterRegistry& registry)
{
    RunsOverrides compared;
    std::vector<std::optional<Overrides>> all;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        Result<Overrides> own = overridesInForce(*runs[i], std::nullopt);
        all.push_back(own ? std::optional(std::move(*own)) : std::nullopt);
        if (!all.back()) {
            compared.unknown.push_back(i);
        }
    }
    if (all.empty() || !all.front()) {
        return compared; // nothing to be held against
    }
    RunsRows rows;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i]) {
            addRun(rows, *all.front(), *all[i], i, all.size(), registry);
        }
    }
    for (auto& [key, row] : rows) {
        for (std::size_t i = 1; row.differs && i < runs.size(); ++i) {
            const bool isOther = all[i] && row.values[i] != row.values[0];
            const std::optional<int> at =
                isOther ? firstOther(*runs[0], *runs[i], row.name, registry) : std::nullopt;
            row.since = at && row.since ? std::min(*at, *row.since) : at ? at : row.since;
        }
        compared.differing += row.differs ? 1 : 0;
        compared.rows.push_back(std::move(row));
    }
    return compared;
}

} // namespace soak
