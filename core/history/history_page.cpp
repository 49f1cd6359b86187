// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/history_page.h"

#include "core/base/text.h"
#include "core/history/history_read.h"
#include "core/history/query_sql.h"
#include "core/history/query_words.h"
#include "core/history/run_columns.h"

#include <algorithm>

namespace soak
{

namespace
{

struct SortWord {
    std::string_view word;
    std::string_view column;
    bool isDescending;
};

constexpr std::array kSortWords{
    SortWord{"started", "started_ms", true}, SortWord{"imported", "imported_ms", true},
    SortWord{"name", "name", false},         SortWord{"engine", "engine", false},
    SortWord{"scenario", "scenario", false}, SortWord{"state", "state", false},
    SortWord{"verdict", "verdict", false},   SortWord{"iterations", "iterations_read", true},
    SortWord{"problems", "problems", true},
};

constexpr std::string_view kMeanEnd = "_mean";

std::optional<std::string> valueColumn(std::string_view word)
{
    const bool isMean = word.ends_with(kMeanEnd);
    const std::string_view key = isMean ? word.substr(0, word.size() - kMeanEnd.size()) : word;
    if (const auto metric = metricFromKey(key)) {
        return isMean ? meanColumn(*metric) : lastNColumn(*metric);
    }
    if (const auto quantity = quantityNamed(word);
        quantity && quantity->kind == QueryPart::Kind::Goal) {
        return lastNColumn(goalMetrics()[quantity->goal]);
    }
    const std::string parameter(word.starts_with("param_") ? word.substr(6) : std::string_view());
    return ParameterRegistry::builtin().find(parameter) != nullptr
               ? std::optional(parameterColumn(parameter))
               : std::nullopt;
}

bool isTextColumn(std::string_view column)
{
    return std::any_of(runColumns().begin(), runColumns().end(), [column](const RunColumn& known) {
        return known.name == column && known.kind == SqlKind::Text;
    });
}

// Both databases compare the bytes of texts, and put what is absent last.
std::string orderSql(const HistorySort& sort, SqlDialect dialect)
{
    std::string expression = "r." + sort.column;
    if (sort.column == "verdict") {
        expression = "CASE r.verdict WHEN 'FAIL' THEN 0 WHEN 'WARN' THEN 1 WHEN 'PASS' THEN 2 END";
    } else if (isTextColumn(sort.column) && dialect == SqlDialect::Postgres) {
        expression += " COLLATE \"C\"";
    }
    const std::string name = dialect == SqlDialect::Postgres ? "r.name COLLATE \"C\"" : "r.name";
    return " ORDER BY " + expression + (sort.isDescending ? " DESC" : " ASC") +
           " NULLS LAST, r.started_ms DESC NULLS LAST, " + name + ", r.run_no";
}

} // namespace

Result<HistorySort> historySort(std::string_view word)
{
    const bool isTurned = word.starts_with('-');
    const std::string name = toLower(word.substr(isTurned ? 1 : 0));
    for (const SortWord& known : kSortWords) {
        if (known.word == name) {
            return HistorySort{std::string(known.column), known.isDescending != isTurned};
        }
    }
    if (const auto column = valueColumn(name)) {
        return HistorySort{*column, !isTurned};
    }
    return Error{Errc::Usage,
                 "nothing is called so to sort by; there are started, imported, name, engine, "
                 "scenario, state, verdict, iterations, problems, p95, maker, risk, net, a "
                 "metric's key, its key with _mean, param_NAME",
                 std::string(word)};
}

Result<HistoryPage> historyPage(HistoryStore& store, const HistoryAsk& ask, EpochMs now)
{
    SqlConnection& sql = store.connection();
    const SqlCondition condition = conditionOf(ask.query, sql.dialect(), now);
    const std::string where =
        " FROM runs r WHERE " +
        std::string(ask.versions == Versions::All ? "TRUE" : "r.superseded_by IS NULL") + " AND " +
        condition.sql;
    HistoryPage page;
    SOAK_TRY(const auto counted, sql.query("SELECT count(*)" + where, condition.cells()));
    page.total = static_cast<std::size_t>(integerOf(counted.at(0).at(0)));
    std::vector<SqlCell> cells = condition.cells();
    cells.emplace_back(static_cast<std::int64_t>(ask.limit));
    cells.emplace_back(static_cast<std::int64_t>(ask.offset));
    SOAK_TRY(
        page.runs,
        readRuns(store, where + orderSql(ask.sort, sql.dialect()) + " LIMIT ? OFFSET ?", cells));
    return page;
}

} // namespace soak
