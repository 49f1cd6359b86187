// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/history/history_page.h"
#include "core/history/history_read.h"
#include "core/history/query_sql.h"
#include "core/history/run_columns.h"

#include <algorithm>

namespace soak
{

namespace
{

using Cells = std::vector<SqlCell>;

constexpr std::size_t kLeastHashDigits = 8;

std::optional<double> numberOf(const SqlValue& value)
{
    const auto* real = std::get_if<double>(&value);
    const auto* whole = std::get_if<std::int64_t>(&value);
    return real != nullptr    ? std::optional(*real)
           : whole != nullptr ? std::optional(static_cast<double>(*whole))
                              : std::nullopt;
}

RunVerdict verdictFrom(std::string_view key)
{
    for (const RunVerdict verdict : {RunVerdict::Pass, RunVerdict::Warn}) {
        if (keyOf(verdict) == key) {
            return verdict;
        }
    }
    return RunVerdict::Fail;
}

bool isHexText(std::string_view text)
{
    return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Result<std::size_t> counted(SqlConnection& sql, const std::string& from)
{
    SOAK_TRY(const auto rows, sql.query("SELECT count(*) FROM " + from));
    return static_cast<std::size_t>(integerOf(rows.at(0).at(0)));
}

Result<std::map<std::string, std::size_t>> countedBy(SqlConnection& sql, const std::string& column)
{
    SOAK_TRY(const auto rows, sql.query("SELECT " + column +
                                        ", count(*) FROM runs WHERE superseded_by IS NULL "
                                        "AND verdict IS NOT NULL GROUP BY 1"));
    std::map<std::string, std::size_t> counts;
    for (const SqlRow& row : rows) {
        counts[textOf(row[0])] += static_cast<std::size_t>(integerOf(row[1]));
    }
    return counts;
}

// A read-only or shared database may not tell.
std::optional<std::uint64_t> sizeOf(SqlConnection& sql)
{
    const auto rows = sql.query(sql.dialect() == SqlDialect::Sqlite
                                    ? "SELECT page_count * page_size FROM pragma_page_count(), "
                                      "pragma_page_size()"
                                    : "SELECT pg_database_size(current_database())");
    return rows && !rows->empty() && !isNull((*rows)[0][0])
               ? std::optional(static_cast<std::uint64_t>(integerOf((*rows)[0][0])))
               : std::nullopt;
}

} // namespace

Result<std::vector<KpiOfRun>> kpiByRun(HistoryStore& store, Metric metric, const RunQuery& query,
                                       EpochMs now)
{
    SqlConnection& sql = store.connection();
    const SqlCondition condition = conditionOf(query, sql.dialect(), now);
    const std::string where = " FROM runs r WHERE r.superseded_by IS NULL AND r.started_ms IS NOT "
                              "NULL AND r.verdict IS NOT NULL AND " +
                              condition.sql;
    SOAK_TRY(const auto rows, sql.query("SELECT r.run_no, r.name, r.started_ms, r.verdict, r." +
                                            lastNColumn(metric) + ", r." + meanColumn(metric) +
                                            ", r.iterations_read, r.state_sha256" + where +
                                            " ORDER BY r.started_ms, r.run_no",
                                        condition.cells()));
    SOAK_TRY(const auto marks,
             sql.query("SELECT r.run_no, w.release FROM releases w JOIN runs r ON r.lineage = "
                       "w.lineage WHERE r.superseded_by IS NULL ORDER BY w.release"));
    std::map<std::int64_t, std::vector<std::string>> releases;
    for (const SqlRow& mark : marks) {
        releases[integerOf(mark[0])].push_back(textOf(mark[1]));
    }
    std::vector<KpiOfRun> points;
    for (const SqlRow& row : rows) {
        const std::int64_t number = integerOf(row[0]);
        points.push_back({number, textOf(row[1]), integerOf(row[2]), verdictFrom(textOf(row[3])),
                          numberOf(row[4]), numberOf(row[5]),
                          isNull(row[6]) ? 0 : static_cast<std::size_t>(integerOf(row[6])),
                          textOf(row[7]), releases[number]});
    }
    return points;
}

Result<std::vector<HistoryRun>> runsWithState(HistoryStore& store, const std::string& stateHash)
{
    return readRuns(store,
                    " FROM runs r WHERE r.superseded_by IS NULL AND r.state_sha256 = ? ORDER BY "
                    "r.started_ms DESC NULLS LAST, r.run_no",
                    Cells{std::string_view(stateHash)});
}

Result<std::vector<HistoryRun>> runsCalled(HistoryStore& store, const std::string& word)
{
    if (word.empty() || !isValidUtf8(word)) {
        return std::vector<HistoryRun>();
    }
    if (const auto number = parseInteger(word)) {
        SOAK_TRY(auto runs, readRuns(store, " FROM runs r WHERE r.run_no = ?", Cells{*number}));
        if (!runs.empty()) {
            return runs;
        }
    }
    std::error_code ignored;
    const fs::path place = fs::weakly_canonical(word, ignored);
    const std::string folder = store.storedFolder(ignored ? word : place.native());
    const std::string hash = toLower(word);
    const bool isHash = hash.size() >= kLeastHashDigits && isHexText(hash);
    Cells cells{std::string_view(word), std::string_view(word), std::string_view(folder)};
    std::string where = "r.run_id = ? OR r.name = ? OR EXISTS (SELECT 1 FROM folders f WHERE "
                        "f.run_no = r.run_no AND f.folder = ?)";
    if (isHash) {
        where += " OR substr(r.content_sha256, 1, " + std::to_string(hash.size()) + ") = ?";
        cells.emplace_back(std::string_view(hash));
    }
    return readRuns(store,
                    " FROM runs r WHERE r.superseded_by IS NULL AND (" + where +
                        ") ORDER BY r.started_ms DESC NULLS LAST, r.run_no",
                    cells);
}

Result<std::vector<HistoryRun>> versionsOf(HistoryStore& store, const std::string& lineage)
{
    return readRuns(store, " FROM runs r WHERE r.lineage = ? ORDER BY r.version, r.run_no",
                    Cells{std::string_view(lineage)});
}

Result<std::map<int, double>> iterationValues(HistoryStore& store, std::int64_t number,
                                              Metric metric)
{
    const std::string key(specOf(metric).key);
    const std::int64_t first = iterationKey(number, 0);
    SOAK_TRY(const auto rows,
             store.connection().query("SELECT id, " + key +
                                          " FROM iterations WHERE id >= ? AND id < ? AND " + key +
                                          " IS NOT NULL ORDER BY id",
                                      Cells{first, iterationKey(number + 1, 0)}));
    std::map<int, double> values;
    for (const SqlRow& row : rows) {
        values.emplace_hint(values.end(), static_cast<int>(integerOf(row[0]) - first),
                            numberOf(row[1]).value_or(0));
    }
    return values;
}

Result<HistoryStatistics> historyStatistics(HistoryStore& store)
{
    SqlConnection& sql = store.connection();
    HistoryStatistics all;
    SOAK_TRY(all.runs, counted(sql, "runs WHERE superseded_by IS NULL"));
    SOAK_TRY(all.superseded, counted(sql, "runs WHERE superseded_by IS NOT NULL"));
    SOAK_TRY(all.unreadable, counted(sql, "runs WHERE unreadable IS NOT NULL"));
    SOAK_TRY(all.vanished, counted(sql, "runs WHERE superseded_by IS NULL AND state = 'vanished'"));
    SOAK_TRY(all.iterations, counted(sql, "iterations"));
    SOAK_TRY(all.tags, counted(sql, "tags"));
    SOAK_TRY(all.notes, counted(sql, "notes"));
    SOAK_TRY(all.releases, counted(sql, "releases"));
    SOAK_TRY(all.decisions, counted(sql, "decisions"));
    SOAK_TRY(all.byVerdict, countedBy(sql, "verdict"));
    SOAK_TRY(all.byEngine, countedBy(sql, "engine"));
    SOAK_TRY(const auto range, sql.query("SELECT min(started_ms), max(started_ms) FROM runs WHERE "
                                         "superseded_by IS NULL"));
    if (!isNull(range.at(0).at(0))) {
        all.firstMs = integerOf(range[0][0]);
        all.lastMs = integerOf(range[0][1]);
    }
    all.bytes = sizeOf(sql);
    return all;
}

} // namespace soak
