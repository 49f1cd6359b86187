// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/tidy_table.h"

#include "core/analysis/guard_states.h"
#include "core/analysis/parameter_series.h"
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/report/report_text.h"

#include <algorithm>
#include <limits>

namespace soak
{

namespace
{

enum class ColumnKind { Metric, Parameter, Guards, Frozen };

struct Column {
    ColumnKind kind = ColumnKind::Metric;
    Metric metric = Metric::NetBps;
    std::string name; // heads the column; of a parameter its canonical path
    bool operator==(const Column&) const = default;
};

class Writer final
{
public:
    explicit Writer(TidyForm form) : m_isCsv(form == TidyForm::Csv) {}

    void text(std::string_view utf8)
    {
        separate();
        std::string plain(utf8);
        if (!m_isCsv) {
            std::replace_if(
                plain.begin(), plain.end(),
                [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
        }
        m_out += csvCell(plain);
    }

    void number(std::optional<double> value)
    {
        separate();
        if (value) {
            m_out += shortNumber(*value);
        }
    }

    void endLine()
    {
        m_out += m_isCsv ? "\r\n" : "\n";
        m_isFirst = true;
    }

    std::string take() { return std::move(m_out); }

private:
    void separate()
    {
        if (!m_isFirst) {
            m_out += m_isCsv ? ',' : '\t';
        }
        m_isFirst = false;
    }

    bool m_isCsv;
    bool m_isFirst = true;
    std::string m_out;
};

void addOnce(std::vector<Column>& columns, Column column)
{
    if (std::find(columns.begin(), columns.end(), column) == columns.end()) {
        columns.push_back(std::move(column));
    }
}

bool addGroup(std::vector<Column>& columns, std::string_view name,
              std::span<const Judgement* const> runs)
{
    if (name == kTidyMetrics) {
        for (const KpiSpec& spec : kpiSpecs()) {
            addOnce(columns, {ColumnKind::Metric, spec.metric, std::string(spec.key)});
        }
        return true;
    }
    if (name == kTidyParameters) {
        for (const Judgement* run : runs) {
            for (const ParameterUse& use : parametersOf(*run)) {
                addOnce(columns, {ColumnKind::Parameter, Metric::NetBps, use.path});
            }
        }
        return true;
    }
    if (name == kTidyGuards) {
        addOnce(columns, {ColumnKind::Guards, Metric::NetBps, "guards"});
        addOnce(columns, {ColumnKind::Frozen, Metric::NetBps, "frozen"});
        return true;
    }
    return false;
}

Result<std::vector<Column>> columnsOf(std::span<const Judgement* const> runs,
                                      const std::vector<std::string>& names)
{
    std::vector<Column> columns;
    for (const std::string& name : names) {
        if (addGroup(columns, name, runs)) {
            continue;
        }
        if (const std::optional<Metric> metric = metricFromKey(name)) {
            addOnce(columns, {ColumnKind::Metric, *metric, name});
            continue;
        }
        std::optional<ParameterSeries> series;
        for (const Judgement* run : runs) {
            series = series ? series : parameterSeries(*run, name);
        }
        if (!series) {
            return Error{Errc::NotFound, "no metric and no parameter of the run is '" + name + "'",
                         "columns"};
        }
        addOnce(columns, {ColumnKind::Parameter, Metric::NetBps, series->path});
    }
    return columns;
}

std::string guardNames(const GuardState& state)
{
    std::vector<std::string> names;
    for (const GuardType guard : state.guards) {
        names.emplace_back(keyOf(guard));
    }
    return names.empty() ? "none" : join(names, "; ");
}

void writeRun(Writer& out, const Judgement& judgement, const std::vector<Column>& columns,
              const std::optional<TidyRange>& range)
{
    const SoakRun& run = *judgement.run;
    const std::string label = runLabel(run);
    std::vector<std::optional<ParameterSeries>> parameters;
    for (const Column& column : columns) {
        parameters.push_back(column.kind == ColumnKind::Parameter
                                 ? parameterSeries(judgement, column.name)
                                 : std::nullopt);
    }
    const std::span<const int> iterations = run.table.iterations();
    const auto first = range ? std::lower_bound(iterations.begin(), iterations.end(), range->from)
                             : iterations.begin();
    for (auto at = first; at != iterations.end() && (!range || *at <= range->to); ++at) {
        const auto row = static_cast<std::size_t>(at - iterations.begin());
        const std::optional<EpochMs> time = run.table.runtimeUtc(row);
        out.text(label);
        out.text(std::to_string(*at));
        out.text(time ? utcText(*time) : "");
        const bool hasGuards = run.tuning.at(row) != nullptr;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            switch (columns[i].kind) {
            case ColumnKind::Metric:
                out.number(run.table.at(columns[i].metric, row));
                break;
            case ColumnKind::Parameter:
                out.number(parameters[i] ? parameters[i]->values[row] : std::nullopt);
                break;
            case ColumnKind::Guards:
                out.text(hasGuards ? guardNames(guardStateAt(run, row)) : "");
                break;
            case ColumnKind::Frozen: {
                const std::vector<std::string> frozen = guardStateAt(run, row).frozen;
                out.text(!hasGuards ? "" : frozen.empty() ? "none" : join(frozen, "; "));
                break;
            }
            }
        }
        out.endLine();
    }
}

// Of a table that is read again, what a cell or line ends with.
enum class CellEnd { Cell, Line, Table };

// The cell that begins at `at`, which moves behind it.
std::pair<std::string, CellEnd> nextCell(std::string_view csv, std::size_t& at)
{
    std::string cell;
    bool isQuoted = false;
    while (at < csv.size()) {
        const char c = csv[at++];
        if (c == '"' && isQuoted && at < csv.size() && csv[at] == '"') {
            cell += csv[at++];
        } else if (c == '"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && c == ',') {
            return {cell, CellEnd::Cell};
        } else if (!isQuoted && c == '\n') {
            return {cell, CellEnd::Line};
        } else if (isQuoted || c != '\r') {
            cell += c;
        }
    }
    return {cell, CellEnd::Table};
}

} // namespace

std::string tabbedTable(std::string_view csv)
{
    Writer out(TidyForm::Tsv);
    for (std::size_t at = 0; at < csv.size();) {
        const auto [cell, end] = nextCell(csv, at);
        out.text(cell);
        if (end == CellEnd::Line) {
            out.endLine();
        }
    }
    return out.take();
}

Result<TidyRange> tidyRangeFrom(std::string_view text)
{
    const std::vector<std::string> parts = split(text, '-');
    std::vector<int> ends;
    for (const std::string& part : parts) {
        const std::optional<std::int64_t> number = parseInteger(part);
        if (number && *number >= 0 && *number <= std::numeric_limits<int>::max()) {
            ends.push_back(static_cast<int>(*number));
        }
    }
    if (ends.size() != parts.size() || ends.size() > 2 || ends.front() > ends.back()) {
        return Error{Errc::Usage,
                     "'" + std::string(text) + "' is no range of iterations; write it as 12-20",
                     ""};
    }
    return TidyRange{ends.front(), ends.back()};
}

Result<std::string> tidyTable(std::span<const Judgement* const> runs, const TidyOptions& options)
{
    const std::vector<std::string> wanted =
        options.columns.empty() ? std::vector{std::string(kTidyMetrics)} : options.columns;
    SOAK_TRY(const std::vector<Column> columns, columnsOf(runs, wanted));
    Writer out(options.form);
    for (const std::string_view name : {"run", "iteration", "utc"}) {
        out.text(name);
    }
    for (const Column& column : columns) {
        out.text(column.name);
    }
    out.endLine();
    for (const Judgement* run : runs) {
        writeRun(out, *run, columns, options.range);
    }
    return out.take();
}

} // namespace soak
