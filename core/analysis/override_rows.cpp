// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/override_rows.h"

#include "core/analysis/recorded_step.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <map>

namespace soak
{

namespace
{

struct MarkWords {
    ChangeMark mark;
    std::string_view key;
    std::string_view title;
};

constexpr std::array kMarks{
    MarkWords{ChangeMark::None, "none", ""},
    MarkWords{ChangeMark::Full, "full", "full"},
    MarkWords{ChangeMark::Partly, "partly", "partly"},
    MarkWords{ChangeMark::Held, "held", "held"},
    MarkWords{ChangeMark::NotApplied, "not_applied", "not applied"},
    MarkWords{ChangeMark::Unverified, "unverified", "unverified"},
    MarkWords{ChangeMark::Unexpected, "unexpected", "unexpected"},
};

constexpr std::array kAllMarks{
    ChangeMark::None,       ChangeMark::Full,       ChangeMark::Partly,    ChangeMark::Held,
    ChangeMark::NotApplied, ChangeMark::Unverified, ChangeMark::Unexpected};

const MarkWords& wordsOf(ChangeMark mark)
{
    return kMarks.at(static_cast<std::size_t>(mark));
}

std::optional<double> valueIn(const Overrides* overrides, const std::string& name)
{
    if (overrides == nullptr) {
        return std::nullopt;
    }
    const auto found = overrides->values.find(name);
    return found == overrides->values.end() ? std::nullopt : std::optional(found->second.amount);
}

const PairCheck* pairFrom(const Verification& verification, int iteration)
{
    const auto found =
        std::ranges::lower_bound(verification.pairs, iteration, {}, &PairCheck::from);
    return found == verification.pairs.end() || found->from != iteration ? nullptr : &*found;
}

using RowsByName = std::map<std::pair<std::string, std::string>, OverrideRow>; // by group and name

std::string groupOf(const ParameterSpec* spec)
{
    return spec != nullptr && spec->canonicalPath.size() > 1 ? spec->canonicalPath.front()
                                                             : std::string("other");
}

OverrideRow& rowOf(RowsByName& rows, const std::string& name, const ParameterRegistry& registry)
{
    const ParameterSpec* spec = registry.find(name);
    std::string group = groupOf(spec);
    OverrideRow& row = rows[{group, name}];
    row.name = name;
    row.group = std::move(group);
    row.path = spec != nullptr ? pathText(spec->canonicalPath) : name;
    row.unit = spec != nullptr ? spec->unit : std::string();
    return row;
}

void addValues(RowsByName& rows, const Overrides* overrides, const ParameterRegistry& registry,
               std::optional<double> OverrideRow::*side)
{
    if (overrides != nullptr) {
        for (const auto& [name, value] : overrides->values) {
            rowOf(rows, name, registry).*side = value.amount;
        }
    }
}

ChangeMark markOf(const ParamCheck& check, Bound bound)
{
    switch (check.status) {
    case ParamStatus::Match:
        return bound == Bound::None ? ChangeMark::Full : ChangeMark::Partly;
    case ParamStatus::UnchangedOk:
        return ChangeMark::Held;
    case ParamStatus::UnexpectedChange:
        return ChangeMark::Unexpected;
    case ParamStatus::NotVerifiable:
        return ChangeMark::Unverified;
    case ParamStatus::Mismatch:
    case ParamStatus::AppliedAsAbsolute:
    case ParamStatus::WrongPath:
    case ParamStatus::Missing:
        return ChangeMark::NotApplied;
    }
    return ChangeMark::Unverified;
}

// What the pair with the next iteration found.
void judgeByPair(RowsByName& rows, const PairCheck& pair, const RecordedStep& recorded,
                 const ParameterRegistry& registry)
{
    for (const ParamCheck& check : pair.params) {
        OverrideRow& row = rowOf(rows, check.name, registry);
        Bound bound = Bound::None;
        if (recorded.step != nullptr) {
            const auto found = recorded.step->bounded.find(check.name);
            bound = found == recorded.step->bounded.end() ? Bound::None : found->second.bound;
        }
        row.mark = markOf(check, bound);
        row.reason = check.reason;
        row.before = row.before ? row.before : check.previous;
        // In warm-up a pair compares the baseline; the row shows what was in force.
        row.after = row.after ? row.after : check.observed;
        if (check.status == ParamStatus::UnexpectedChange && check.previous && check.observed) {
            row.delta = withoutNoise(*check.observed - *check.previous);
        }
    }
}

// Of the proposals that no pair judged: the last iteration, or one before a gap.
void judgeUnpaired(RowsByName& rows, const RecordedStep& recorded,
                   const ParameterRegistry& registry)
{
    for (const auto& [name, delta] : recorded.proposed()) {
        OverrideRow& row = rowOf(rows, name, registry);
        row.delta = delta.amount;
        if (row.mark != ChangeMark::None) {
            continue;
        }
        row.mark = ChangeMark::Unverified;
        row.reason = "no later iteration shows it";
        const bool isDropped = recorded.dropped != nullptr && recorded.dropped->contains(name);
        if (isDropped) {
            row.mark = ChangeMark::Held;
            row.reason = keyOf(recorded.dropped->find(name)->second);
        } else if (recorded.step != nullptr && recorded.step->skip.anyFlag() &&
                   !recorded.step->applied) {
            row.mark = ChangeMark::Held;
            row.reason = recorded.step->skip.note;
        }
    }
}

} // namespace

std::string_view keyOf(ChangeMark mark)
{
    return wordsOf(mark).key;
}

std::string_view titleOf(ChangeMark mark)
{
    return wordsOf(mark).title;
}

std::span<const ChangeMark> changeMarks()
{
    return kAllMarks;
}

std::vector<OverrideRow> overrideRows(const Judgement& judgement, int iteration,
                                      const ParameterRegistry& registry)
{
    const SoakRun& run = *judgement.run;
    const std::optional<std::size_t> index = run.table.rowOf(iteration);
    if (!index) {
        return {};
    }
    RowsByName rows;
    const Overrides* next = run.next.at(*index);
    addValues(rows, run.during.at(*index), registry, &OverrideRow::before);
    addValues(rows, next, registry, &OverrideRow::after);
    const RecordedStep recorded = RecordedSteps(run).at(*index);
    const PairCheck* pair = pairFrom(judgement.verification, iteration);
    if (pair != nullptr) {
        judgeByPair(rows, *pair, recorded, registry);
    }
    judgeUnpaired(rows, recorded, registry);
    std::vector<OverrideRow> result;
    result.reserve(rows.size());
    for (auto& [key, row] : rows) {
        // A value that the step left alone is written nowhere but is still in force.
        row.after = row.after ? row.after : valueIn(next, row.name);
        result.push_back(std::move(row));
    }
    return result;
}

std::vector<ComparedOverride> compareOverrides(const Overrides& a, const Overrides& b,
                                               const ParameterRegistry& registry)
{
    std::map<std::pair<std::string, std::string>, ComparedOverride> rows;
    const auto rowFor = [&](const std::string& name) -> ComparedOverride& {
        const ParameterSpec* spec = registry.find(name);
        ComparedOverride& row = rows[{groupOf(spec), name}];
        row.name = name;
        row.group = groupOf(spec);
        row.path = spec != nullptr ? pathText(spec->canonicalPath) : name;
        row.unit = spec != nullptr ? spec->unit : std::string();
        return row;
    };
    const auto add = [&](const Overrides& side,
                         std::optional<std::string> ComparedOverride::*text) {
        for (const auto& [name, value] : side.values) {
            rowFor(name).*text = valueText(registry.find(name), value.amount);
        }
        for (const auto& [path, value] : side.extras) {
            rowFor(pathText(path)).*text = value;
        }
    };
    add(a, &ComparedOverride::a);
    add(b, &ComparedOverride::b);
    for (const OverrideDifference& one : diffOverrides(a, b, registry)) {
        ComparedOverride& row = rowFor(one.name);
        row.differs = true;
        row.delta = one.delta;
    }
    std::vector<ComparedOverride> result;
    result.reserve(rows.size());
    for (auto& [key, row] : rows) {
        result.push_back(std::move(row));
    }
    return result;
}

} // namespace soak
