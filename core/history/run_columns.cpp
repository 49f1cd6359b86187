// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/run_columns.h"

#include "core/analysis/run_verdict.h"
#include "core/history/run_activity.h"

#include <utility>

namespace soak
{

namespace
{

SqlCell cellOf(const std::string& text)
{
    return text.empty() ? SqlCell() : SqlCell(std::string_view(text));
}

template <typename T>
SqlCell cellOf(const std::optional<T>& value)
{
    if (!value) {
        return {};
    }
    if constexpr (std::is_floating_point_v<T>) {
        return *value;
    } else {
        return std::int64_t{*value};
    }
}

template <typename T>
SqlCell whole(T value)
{
    return static_cast<std::int64_t>(value);
}

RunColumn text(const char* name, std::string HistoryRecord::*field)
{
    return {name, SqlKind::Text, false,
            [field](const HistoryRecord& r) { return cellOf(r.*field); }};
}

RunColumn rowText(const char* name, std::string RunRow::*field, bool isRequired = false)
{
    return {name, SqlKind::Text, isRequired,
            [field, isRequired](const HistoryRecord& r) -> SqlCell {
                const std::string& value = r.row.*field;
                return isRequired ? SqlCell(std::string_view(value)) : cellOf(value);
            }};
}

// Of the figures, NULL without them.
template <typename Get>
RunColumn figure(std::string name, SqlKind kind, Get get)
{
    return {std::move(name), kind, false, [get](const HistoryRecord& r) -> SqlCell {
                return r.row.figures ? get(*r.row.figures) : SqlCell();
            }};
}

void addPlace(std::vector<RunColumn>& all)
{
    all.push_back(rowText("name", &RunRow::name, true));
    all.push_back(rowText("run_id", &RunRow::runId));
    all.push_back({"is_whatif", SqlKind::Integer, true,
                   [](const HistoryRecord& r) { return whole(r.row.isBranch ? 1 : 0); }});
    all.push_back(rowText("engine", &RunRow::engine));
    all.push_back(rowText("scenario", &RunRow::scenario));
    all.push_back(text("seed", &HistoryRecord::seed));
    all.push_back(rowText("profile", &RunRow::profile));
    all.push_back(rowText("gate_profile", &RunRow::gateProfile));
    all.push_back(text("tool_version", &HistoryRecord::toolVersion));
    all.push_back({"started_ms", SqlKind::Integer, false,
                   [](const HistoryRecord& r) { return cellOf(r.row.startedMs); }});
    all.push_back({"last_iteration_ms", SqlKind::Integer, false,
                   [](const HistoryRecord& r) { return cellOf(r.lastIterationMs); }});
    all.push_back({"iterations_planned", SqlKind::Integer, false,
                   [](const HistoryRecord& r) { return cellOf(r.row.planned); }});
    all.push_back({"files", SqlKind::Integer, true,
                   [](const HistoryRecord& r) { return whole(r.row.files); }});
    all.push_back({"state", SqlKind::Text, true, [](const HistoryRecord& r) -> SqlCell {
                       return keyOf(r.row.activity.activity);
                   }});
    all.push_back({"last_file_ms", SqlKind::Integer, false,
                   [](const HistoryRecord& r) { return cellOf(r.row.activity.lastFileMs); }});
    all.push_back(
        {"median_interval_ms", SqlKind::Number, false, [](const HistoryRecord& r) -> SqlCell {
             const auto& interval = r.row.activity.medianInterval;
             return interval ? SqlCell(interval->count()) : SqlCell();
         }});
    all.push_back(text("ended", &HistoryRecord::ended));
    all.push_back(rowText("unreadable", &RunRow::whyUnreadable));
}

void addVerdict(std::vector<RunColumn>& all)
{
    all.push_back(figure("verdict", SqlKind::Text,
                         [](const RunFigures& f) -> SqlCell { return keyOf(f.verdict); }));
    all.push_back(text("verdict_why", &HistoryRecord::verdictWhy));
    all.push_back(figure("gates_verdict", SqlKind::Text,
                         [](const RunFigures& f) -> SqlCell { return keyOf(f.gateVerdict); }));
    all.push_back(figure("iterations_read", SqlKind::Integer,
                         [](const RunFigures& f) { return whole(f.iterationsRead); }));
    all.push_back(figure("problems", SqlKind::Integer,
                         [](const RunFigures& f) { return whole(f.problems); }));
    all.push_back(figure("state_sha256", SqlKind::Text,
                         [](const RunFigures& f) { return cellOf(f.stateHash); }));
    all.push_back({"last_n", SqlKind::Integer, false, [](const HistoryRecord& r) -> SqlCell {
                       return r.row.figures ? whole(r.windowSize) : SqlCell();
                   }});
    all.push_back(text("window_points", &HistoryRecord::windowText));
    for (std::size_t i = 0; i < kGoalCount; ++i) {
        const std::string key(specOf(goalMetrics()[i]).key);
        all.push_back(figure(key + "_margin", SqlKind::Number,
                             [i](const RunFigures& f) { return cellOf(f.margins[i]); }));
        all.push_back(figure(key + "_margin_share", SqlKind::Number,
                             [i](const RunFigures& f) { return cellOf(f.marginShares[i]); }));
    }
}

void addValues(std::vector<RunColumn>& all)
{
    for (const KpiSpec& spec : kpiSpecs()) {
        const std::size_t at = indexOf(spec.metric);
        all.push_back({lastNColumn(spec.metric), SqlKind::Number, false,
                       [at](const HistoryRecord& r) { return cellOf(r.lastN[at]); }});
        all.push_back({meanColumn(spec.metric), SqlKind::Number, false,
                       [at](const HistoryRecord& r) { return cellOf(r.mean[at]); }});
    }
    for (const ParameterSpec& spec : ParameterRegistry::builtin().specs()) {
        all.push_back(figure(parameterColumn(spec.name), SqlKind::Number,
                             [name = spec.name](const RunFigures& f) -> SqlCell {
                                 const auto found = f.parameters.find(name);
                                 return found == f.parameters.end() ? SqlCell()
                                                                    : SqlCell(found->second.amount);
                             }));
    }
}

} // namespace

std::span<const RunColumn> runColumns()
{
    static const std::vector<RunColumn> columns = [] {
        std::vector<RunColumn> all;
        addPlace(all);
        addVerdict(all);
        addValues(all);
        return all;
    }();
    return columns;
}

std::string lastNColumn(Metric metric)
{
    return std::string(specOf(metric).key) + "_last_n";
}

std::string meanColumn(Metric metric)
{
    return std::string(specOf(metric).key) + "_mean";
}

std::string parameterColumn(std::string_view name)
{
    return "param_" + std::string(name);
}

std::int64_t iterationKey(std::int64_t run, int iteration)
{
    return run * (std::int64_t{1} << 32U) + iteration;
}

std::span<const std::string> iterationColumns()
{
    static const std::vector<std::string> columns = [] {
        std::vector<std::string> all{"id", "utc_ms", "phase", "tuning_applied"};
        for (const KpiSpec& spec : kpiSpecs()) {
            all.emplace_back(spec.key);
        }
        return all;
    }();
    return columns;
}

SqlBlock iterationBlock(std::int64_t run, const SoakRun& soak)
{
    constexpr std::size_t kFixed = 4;
    std::array<MetricColumn, kMetricCount> metrics;
    for (const KpiSpec& spec : kpiSpecs()) {
        metrics[indexOf(spec.metric)] = soak.table.column(spec.metric);
    }
    return {"iterations", iterationColumns(), soak.table.rowCount(),
            [run, &soak, metrics](std::size_t row, std::span<SqlCell> cells) {
                cells[0] = iterationKey(run, soak.table.iterations()[row]);
                cells[1] = cellOf(soak.table.runtimeUtc(row));
                const IterationNotes* notes = soak.notes.at(row);
                if (notes != nullptr && notes->phase) {
                    cells[2] = keyOf(*notes->phase);
                }
                if (const TuningStep* step = soak.tuning.at(row)) {
                    cells[3] = whole(step->applied ? 1 : 0);
                }
                for (std::size_t i = 0; i < metrics.size(); ++i) {
                    if (metrics[i].isPresent(row)) {
                        cells[kFixed + i] = metrics[i].values()[row];
                    }
                }
            }};
}

} // namespace soak
