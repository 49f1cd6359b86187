// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/parameter_series.h"

#include "core/analysis/recorded_step.h"
#include "core/analysis/step_changes.h"
#include "core/base/text.h"

#include <algorithm>
#include <map>
#include <utility>

namespace soak
{

namespace
{

// A leaf of overrides, known to the registry or not.
struct Leaf {
    const ParameterSpec* spec = nullptr;
    JsonPath path;

    [[nodiscard]] std::string name() const { return spec != nullptr ? spec->name : pathText(path); }

    [[nodiscard]] std::optional<double> in(const Overrides& overrides) const
    {
        if (spec != nullptr) {
            const auto found = overrides.values.find(spec->name);
            return found == overrides.values.end() ? std::nullopt
                                                   : std::optional(found->second.amount);
        }
        const auto unknown = overrides.extras.find(path);
        if (unknown != overrides.extras.end()) {
            return parseNumber(unknown->second);
        }
        // A flat name that another registry knows.
        const auto flat = overrides.values.find(pathText(path));
        return flat == overrides.values.end() ? std::nullopt : std::optional(flat->second.amount);
    }
};

Leaf leafOf(std::string_view parameter)
{
    const ParameterRegistry& registry = ParameterRegistry::builtin();
    Leaf leaf;
    leaf.path = split(parameter, '.');
    leaf.spec = registry.find(parameter);
    leaf.spec = leaf.spec == nullptr ? registry.findByPath(leaf.path) : leaf.spec;
    if (leaf.spec != nullptr) {
        leaf.path = leaf.spec->canonicalPath;
    }
    return leaf;
}

const PairCheck* pairOfSeries(const Verification& verification, int iteration)
{
    const auto& pairs = verification.pairs;
    const auto pair = std::lower_bound(pairs.begin(), pairs.end(), iteration,
                                       [](const PairCheck& p, int k) { return p.from < k; });
    return pair == pairs.end() || pair->from != iteration ? nullptr : &*pair;
}

std::optional<ParamStatus> statusOf(const PairCheck* pair, const std::string& name)
{
    if (pair == nullptr) {
        return std::nullopt;
    }
    const auto found =
        std::find_if(pair->params.begin(), pair->params.end(),
                     [&name](const ParamCheck& check) { return check.name == name; });
    return found == pair->params.end() ? std::nullopt : std::optional(found->status);
}

// Values of each distinct set of overrides, looked up once.
std::vector<std::optional<double>> valuesByRow(const InternedColumn<Overrides>& column,
                                               const Leaf& leaf)
{
    std::vector<std::optional<double>> distinct;
    for (const Overrides& overrides : column.distinct()) {
        distinct.push_back(leaf.in(overrides));
    }
    std::vector<std::optional<double>> values(column.rowCount());
    for (std::size_t row = 0; row < values.size(); ++row) {
        const std::uint32_t id = column.idAt(row);
        values[row] = id == InternedColumn<Overrides>::kAbsent ? std::nullopt : distinct[id];
    }
    return values;
}

class ChangeFinder final
{
public:
    ChangeFinder(const Judgement& judgement, ParameterSeries& series)
        : m_judgement(judgement), m_run(*judgement.run), m_steps(*judgement.run), m_series(series)
    {
    }

    void find()
    {
        const std::size_t rows = m_run.table.rowCount();
        for (std::size_t row = 1; row < rows; ++row) {
            const bool isRecorded =
                m_run.during.at(row - 1) != nullptr && m_run.during.at(row) != nullptr;
            if (isRecorded) {
                addRecorded(row);
            } else {
                addApplied(row - 1, m_run.table.iterations()[row]);
            }
        }
        if (rows > 0 && m_run.during.at(rows - 1) == nullptr) {
            addApplied(rows - 1, m_run.table.iterations()[rows - 1] + 1);
        }
    }

private:
    void addRecorded(std::size_t row)
    {
        const auto before = m_series.values[row - 1];
        const auto after = m_series.values[row];
        if (before == after) {
            return;
        }
        const int from = m_run.table.iterations()[row - 1];
        ParameterChange change;
        change.iteration = m_run.table.iterations()[row];
        change.before = before;
        change.after = after;
        if (before && after) {
            change.delta = roundTo(*after - *before, 12);
        }
        if (m_steps.at(row - 1).proposed().contains(m_series.name)) {
            change.proposedIn = from;
        }
        change.verified = statusOf(pairOfSeries(m_judgement.verification, from), m_series.name);
        m_series.changes.push_back(change);
    }

    // Of a run that says what it changed, and not what came of it.
    void addApplied(std::size_t row, int takesEffectIn)
    {
        for (const EventChange& applied : changesOf(m_steps.at(row)).applied) {
            if (applied.name == m_series.name) {
                const int from = m_run.table.iterations()[row];
                m_series.changes.push_back(
                    {takesEffectIn, from, std::nullopt, applied.amount, std::nullopt,
                     statusOf(pairOfSeries(m_judgement.verification, from), m_series.name)});
            }
        }
    }

    const Judgement& m_judgement;
    const SoakRun& m_run;
    RecordedSteps m_steps;
    ParameterSeries& m_series;
};

// How often each parameter changes, by name.
class UseCounter final
{
public:
    explicit UseCounter(const SoakRun& run) : m_run(run), m_steps(run) {}

    std::map<std::string, std::size_t> take()
    {
        for (const Overrides& overrides : m_run.during.distinct()) {
            for (const auto& [name, value] : overrides.values) {
                m_uses.try_emplace(name, 0);
            }
            for (const auto& [path, text] : overrides.extras) {
                if (parseNumber(text)) {
                    m_uses.try_emplace(pathText(path), 0);
                }
            }
        }
        for (std::size_t row = 0; row < m_run.table.rowCount(); ++row) {
            const bool isLast = row + 1 == m_run.table.rowCount();
            const Overrides* now = m_run.during.at(row);
            const Overrides* next = isLast ? nullptr : m_run.during.at(row + 1);
            if (now != nullptr && next != nullptr) {
                countBetween(*now, *next);
            } else if (now == nullptr || !isLast) {
                countApplied(row);
            }
        }
        return std::move(m_uses);
    }

private:
    void countBetween(const Overrides& now, const Overrides& next)
    {
        if (&now == &next) {
            return; // stored once: the same
        }
        for (const auto& difference : diffOverrides(now, next, ParameterRegistry::builtin())) {
            const auto use = m_uses.find(difference.name);
            if (use != m_uses.end()) {
                ++use->second;
            }
        }
    }

    void countApplied(std::size_t row)
    {
        for (const EventChange& applied : changesOf(m_steps.at(row)).applied) {
            ++m_uses[applied.name];
        }
    }

    const SoakRun& m_run;
    RecordedSteps m_steps;
    std::map<std::string, std::size_t> m_uses;
};

} // namespace

std::optional<ParameterSeries> parameterSeries(const Judgement& judgement,
                                               std::string_view parameter)
{
    const Leaf leaf = leafOf(parameter);
    ParameterSeries series;
    series.name = leaf.name();
    series.path = pathText(leaf.path);
    if (leaf.spec != nullptr) {
        series.unit = leaf.spec->unit;
        series.safe = leaf.spec->safe;
        series.apply = effectiveRange(*leaf.spec);
    }
    series.values = valuesByRow(judgement.run->during, leaf);
    ChangeFinder(judgement, series).find();
    const bool isAnywhere =
        !series.changes.empty() ||
        std::any_of(series.values.begin(), series.values.end(),
                    [](const std::optional<double>& value) { return value.has_value(); });
    return isAnywhere ? std::optional(std::move(series)) : std::nullopt;
}

std::vector<ParameterUse> parametersOf(const Judgement& judgement)
{
    std::vector<ParameterUse> uses;
    for (const auto& [name, changes] : UseCounter(*judgement.run).take()) {
        uses.push_back({name, pathText(leafOf(name).path), changes});
    }
    std::sort(uses.begin(), uses.end(), [](const ParameterUse& a, const ParameterUse& b) {
        return a.changes != b.changes ? a.changes > b.changes : a.path < b.path;
    });
    return uses;
}

} // namespace soak
