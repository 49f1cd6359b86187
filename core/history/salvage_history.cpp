// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/salvage_history.h"

#include "core/base/text.h"
#include "core/history/history_record.h"
#include "core/history/run_columns.h"

#include <algorithm>

namespace soak
{

namespace
{

using Cells = std::vector<SqlCell>;

SqlCell cellFrom(const SqlValue& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        return std::string_view(*text);
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return *number;
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return *whole;
    }
    return {};
}

// Row by row from one end; the first value of a row is its rowid.
void readFromEnd(SqlConnection& connection, const std::string& select, bool isForward,
                 std::vector<SqlRow>& rows)
{
    const std::string sql = select + (isForward ? " WHERE rowid > ? ORDER BY rowid LIMIT 1"
                                                : " WHERE rowid < ? ORDER BY rowid DESC LIMIT 1");
    std::int64_t at = isForward ? std::numeric_limits<std::int64_t>::min()
                                : std::numeric_limits<std::int64_t>::max();
    while (true) {
        auto read = connection.query(sql, Cells{at});
        if (!read || read->empty()) {
            return;
        }
        const std::int64_t found = integerOf(read->front().front());
        const bool isKnown = std::any_of(rows.begin(), rows.end(), [found](const SqlRow& row) {
            return integerOf(row.front()) == found;
        });
        if (isKnown) {
            return; // the other end came so far
        }
        at = found;
        rows.push_back(std::move(read->front()));
    }
}

SalvagedTable readTable(SqlConnection& connection, const std::string& name,
                        std::vector<std::string> columns)
{
    SalvagedTable table{name, std::move(columns), {}, true};
    const std::string select = "SELECT rowid, " + join(table.columns, ", ") + " FROM " + name;
    if (auto all = connection.query(select + " ORDER BY rowid")) {
        table.rows = std::move(*all);
    } else {
        table.isWhole = false;
        readFromEnd(connection, select, true, table.rows);
        readFromEnd(connection, select, false, table.rows);
        std::sort(table.rows.begin(), table.rows.end(), [](const SqlRow& a, const SqlRow& b) {
            return integerOf(a.front()) < integerOf(b.front());
        });
    }
    for (SqlRow& row : table.rows) {
        row.erase(row.begin());
    }
    return table;
}

std::vector<SalvagedRun> readVanished(SqlConnection& connection, bool& isWhole)
{
    std::vector<SalvagedRun> runs;
    auto rows = connection.query("SELECT " + join(salvagedRunColumns(), ", ") +
                                 " FROM runs WHERE state = 'vanished' AND superseded_by IS NULL");
    isWhole = isWhole && rows.has_value();
    if (!rows) {
        return runs;
    }
    const auto columns = iterationColumns();
    const std::string select = "SELECT " + join({columns.begin(), columns.end()}, ", ") +
                               " FROM iterations WHERE id >= ? AND id < ? ORDER BY id";
    for (SqlRow& row : *rows) {
        const std::int64_t number = integerOf(row.front());
        auto iterations =
            connection.query(select, Cells{iterationKey(number, 0), iterationKey(number + 1, 0)});
        isWhole = isWhole && iterations.has_value();
        runs.push_back(
            {std::move(row), iterations ? std::move(*iterations) : std::vector<SqlRow>()});
    }
    return runs;
}

Status storeTable(SqlConnection& connection, const SalvagedTable& table)
{
    std::string marks;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        marks += i == 0 ? "?" : ", ?";
    }
    const std::string sql = "INSERT INTO " + table.name + " (" + join(table.columns, ", ") +
                            ") VALUES (" + marks + ") ON CONFLICT DO NOTHING";
    for (const SqlRow& row : table.rows) {
        Cells cells;
        std::transform(row.begin(), row.end(), std::back_inserter(cells), cellFrom);
        SOAK_CHECK(connection.execute(sql, cells));
    }
    return Done{};
}

Status storeVanished(SqlConnection& connection, const SalvagedRun& salvaged)
{
    std::vector<std::string> columns(salvagedRunColumns().begin() + 1, salvagedRunColumns().end());
    std::string marks;
    Cells values;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        marks += i == 0 ? "?" : ", ?";
        values.push_back(cellFrom(salvaged.run.at(i + 1)));
    }
    SOAK_TRY(const auto made, connection.query("INSERT INTO runs (" + join(columns, ", ") +
                                                   ") VALUES (" + marks + ") RETURNING run_no",
                                               values));
    const std::int64_t number = integerOf(made.at(0).at(0));
    const std::int64_t before = integerOf(salvaged.run.front());
    const auto& rows = salvaged.iterations;
    return connection.insert({"iterations", iterationColumns(), rows.size(),
                              [&rows, number, before](std::size_t row, std::span<SqlCell> cells) {
                                  for (std::size_t column = 0; column < cells.size(); ++column) {
                                      cells[column] = cellFrom(rows[row].at(column));
                                  }
                                  cells[0] = integerOf(rows[row].front()) +
                                             iterationKey(number - before, 0);
                              }});
}

} // namespace

const std::vector<std::string>& salvagedRunColumns()
{
    static const std::vector<std::string> columns = [] {
        std::vector<std::string> all{"run_no",   "version",        "lineage",
                                     "identity", "content_sha256", "iterations_sha256",
                                     "folder",   "imported_ms"};
        for (const RunColumn& column : runColumns()) {
            all.push_back(column.name);
        }
        return all;
    }();
    return columns;
}

Salvage salvageFrom(SqlConnection& connection)
{
    Salvage salvage;
    salvage.words = {
        readTable(connection, "tags", {"lineage", "tag", "said_by", "at_ms"}),
        readTable(connection, "notes", {"lineage", "note", "said_by", "at_ms"}),
        readTable(connection, "releases", {"lineage", "release", "said_by", "at_ms"}),
        readTable(connection, "decisions",
                  {"lineage", "content_sha256", "decision", "why", "said_by", "at_ms"}),
        readTable(connection, "lineages", {"identity", "lineage"})};
    for (const SalvagedTable& table : salvage.words) {
        if (!table.isWhole) {
            salvage.notWhole.push_back(table.name);
        }
    }
    const SalvagedTable folders = readTable(connection, "folders", {"folder"});
    for (const SqlRow& row : folders.rows) {
        salvage.folders.push_back(pathFromStored(textOf(row.at(0))));
    }
    bool isWhole = true;
    salvage.vanished = readVanished(connection, isWhole);
    if (!folders.isWhole) {
        salvage.notWhole.emplace_back("folders");
    }
    if (!isWhole) {
        salvage.notWhole.emplace_back("runs in no folder");
    }
    return salvage;
}

Status storeSalvage(SqlConnection& connection, const Salvage& salvage)
{
    for (const SalvagedTable& table : salvage.words) {
        SOAK_CHECK(storeTable(connection, table));
    }
    for (const SalvagedRun& run : salvage.vanished) {
        SOAK_CHECK(storeVanished(connection, run));
    }
    return Done{};
}

} // namespace soak
