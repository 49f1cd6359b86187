// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the history, once: the schema, the writer and the readers go by these tables.
#pragma once

#include "core/history/history_record.h"
#include "core/history/sql_connection.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace soak
{

enum class SqlKind : std::uint8_t { Integer, Number, Text };

struct RunColumn {
    std::string name;
    SqlKind kind = SqlKind::Text;
    bool isRequired = false;
    // What is stored; a text lives as long as the record.
    std::function<SqlCell(const HistoryRecord&)> cell;
};

// Columns of `runs` that are read off the run; the store adds its own (history_schema.h).
std::span<const RunColumn> runColumns();

std::string lastNColumn(Metric metric);             // net_bps_last_n
std::string meanColumn(Metric metric);              // net_bps_mean
std::string parameterColumn(std::string_view name); // param_tail_age_ms

// run << 32 | iteration: one whole number is the key of an iteration and keeps a run together.
std::int64_t iterationKey(std::int64_t run, int iteration);
// The names of the columns of `iterations`, the key first; and what is stored in them.
std::span<const std::string> iterationColumns();
SqlBlock iterationBlock(std::int64_t run, const SoakRun& table);

} // namespace soak
