// SPDX-License-Identifier: GPL-3.0-or-later
// What can still be read of a history that is damaged. For rebuild_history.cpp.
#pragma once

#include "core/history/history_words.h"
#include "core/history/sql_connection.h"

#include <string>
#include <utility>
#include <vector>

namespace soak
{

// Rows of one table, as far as they could be read.
struct SalvagedTable {
    std::string name;
    std::vector<std::string> columns;
    std::vector<SqlRow> rows;
    bool isWhole = false;
};

// A run that lies in no folder any more, with its iterations.
struct SalvagedRun {
    SqlRow run;                     // of salvagedRunColumns()
    std::vector<SqlRow> iterations; // of iterationColumns()
};

struct Salvage {
    std::vector<SalvagedTable> words; // tags, notes, releases, decisions, lineages
    std::vector<std::string> folders; // where the runs were
    std::vector<SalvagedRun> vanished;
    std::vector<std::string> notWhole; // tables of which something could not be read
};

const std::vector<std::string>& salvagedRunColumns(); // `run_no` first

// Reads each table from both ends up to the first row that cannot be read.
Salvage salvageFrom(SqlConnection& connection);

// Into an empty history, before any run is imported. Within a transaction of the caller.
Status storeSalvage(SqlConnection& connection, const Salvage& salvage);

} // namespace soak
