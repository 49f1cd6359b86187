// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/history_run.h"

#include "core/analysis/run_verdict.h"
#include "core/history/history_record.h"
#include "core/history/run_columns.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr std::array kRunVerdicts{RunVerdict::Pass, RunVerdict::Warn, RunVerdict::Fail};
constexpr std::array kGateVerdicts{GateResultVerdict::Pass, GateResultVerdict::Warn,
                                   GateResultVerdict::Fail, GateResultVerdict::NoData};

// The values of one row, one after the other.
class ValueReader final
{
public:
    explicit ValueReader(std::span<const SqlValue> values) : m_values(values) {}

    std::string text() { return textOf(next()); }

    std::optional<std::int64_t> integer()
    {
        const SqlValue& value = next();
        return isNull(value) ? std::nullopt : std::optional(integerOf(value));
    }

    // SQLite gives a whole number back as one, whatever the column.
    std::optional<double> number()
    {
        const SqlValue& value = next();
        if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            return static_cast<double>(*whole);
        }
        const auto* real = std::get_if<double>(&value);
        return real == nullptr ? std::nullopt : std::optional(*real);
    }

    template <typename Enum, std::size_t Count>
    std::optional<Enum> word(const std::array<Enum, Count>& known)
    {
        const std::string key = text();
        const auto found = std::find_if(known.begin(), known.end(),
                                        [&key](Enum value) { return keyOf(value) == key; });
        return found == known.end() ? std::nullopt : std::optional(*found);
    }

private:
    const SqlValue& next()
    {
        SOAK_ASSERT(m_at < m_values.size());
        return m_values[m_at++];
    }

    std::span<const SqlValue> m_values;
    std::size_t m_at = 0;
};

std::vector<std::string> makeColumns()
{
    std::vector<std::string> names{"run_no",
                                   "version",
                                   "superseded_by",
                                   "lineage",
                                   "content_sha256",
                                   "imported_ms",
                                   "seed",
                                   "tool_version",
                                   "ended",
                                   "verdict_why",
                                   "folder",
                                   "identity",
                                   "run_id",
                                   "is_whatif",
                                   "name",
                                   "engine",
                                   "scenario",
                                   "profile",
                                   "gate_profile",
                                   "started_ms",
                                   "files",
                                   "iterations_planned",
                                   "state",
                                   "last_file_ms",
                                   "median_interval_ms",
                                   "unreadable",
                                   "verdict",
                                   "gates_verdict",
                                   "iterations_read",
                                   "problems",
                                   "state_sha256",
                                   "window_points"};
    for (const Metric metric : goalMetrics()) {
        names.push_back(lastNColumn(metric));
        names.push_back(std::string(specOf(metric).key) + "_margin");
        names.push_back(std::string(specOf(metric).key) + "_margin_share");
    }
    for (const ParameterSpec& spec : ParameterRegistry::builtin().specs()) {
        names.push_back(parameterColumn(spec.name));
    }
    return names;
}

void readPlace(ValueReader& reader, RunRow& row)
{
    row.folder = reader.text(); // as stored: HistoryStore::folderFrom
    row.identity = reader.text();
    row.runId = reader.text();
    row.isBranch = reader.integer().value_or(0) != 0;
    row.name = reader.text();
    row.engine = reader.text();
    row.scenario = reader.text();
    row.profile = reader.text();
    row.gateProfile = reader.text();
    row.startedMs = reader.integer();
    row.files = static_cast<std::size_t>(reader.integer().value_or(0));
    if (const auto planned = reader.integer()) {
        row.planned = static_cast<int>(*planned);
    }
    row.activity.activity = reader.word(kRunActivities).value_or(RunActivity::Vanished);
    row.activity.lastFileMs = reader.integer();
    if (const auto interval = reader.number()) {
        row.activity.medianInterval = Millis(*interval);
    }
    row.whyUnreadable = reader.text();
}

std::optional<RunFigures> readFigures(ValueReader& reader)
{
    const auto verdict = reader.word(kRunVerdicts);
    if (!verdict) {
        return std::nullopt;
    }
    RunFigures figures;
    figures.verdict = *verdict;
    figures.gateVerdict = reader.word(kGateVerdicts).value_or(GateResultVerdict::NoData);
    figures.iterationsRead = static_cast<std::size_t>(reader.integer().value_or(0));
    figures.problems = static_cast<std::size_t>(reader.integer().value_or(0));
    figures.stateHash = reader.text();
    figures.window = windowFromText(reader.text());
    for (std::size_t i = 0; i < kGoalCount; ++i) {
        figures.values[i] = reader.number();
        figures.margins[i] = reader.number();
        figures.marginShares[i] = reader.number();
    }
    for (const ParameterSpec& spec : ParameterRegistry::builtin().specs()) {
        if (const auto value = reader.number()) {
            figures.parameters.emplace(spec.name, ParamValue{*value});
        }
    }
    return figures;
}

} // namespace

const std::vector<std::string>& historyRunColumns()
{
    static const std::vector<std::string> columns = makeColumns();
    return columns;
}

HistoryRun historyRunFrom(std::span<const SqlValue> values)
{
    ValueReader reader(values);
    HistoryRun run;
    run.number = reader.integer().value_or(0);
    run.version = static_cast<int>(reader.integer().value_or(1));
    run.isSuperseded = reader.integer().has_value();
    run.lineage = reader.text();
    run.contentHash = reader.text();
    run.importedMs = reader.integer().value_or(0);
    run.seed = reader.text();
    run.toolVersion = reader.text();
    run.ended = reader.text();
    run.verdictWhy = reader.text();
    readPlace(reader, run.row);
    run.row.figures = readFigures(reader);
    if (run.contentHash.starts_with(kUnreadableMark)) {
        run.contentHash.clear();
    }
    if (run.row.identity.starts_with(kUnreadableMark)) {
        run.row.identity.clear();
    }
    return run;
}

} // namespace soak
