// SPDX-License-Identifier: GPL-3.0-or-later
// The filter of the list of runs as a condition on `runs`: it holds for the rows that matches()
// holds for.
#pragma once

#include "core/history/run_query.h"
#include "core/history/sql_connection.h"

#include <string>
#include <vector>

namespace soak
{

struct SqlCondition {
    std::string sql; // over the table `runs r`
    std::vector<SqlValue> parameters;

    [[nodiscard]] std::vector<SqlCell> cells() const; // valid as long as this
};

SqlCondition conditionOf(const RunQuery& query, SqlDialect dialect, EpochMs now);

} // namespace soak
