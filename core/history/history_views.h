// SPDX-License-Identifier: GPL-3.0-or-later
// The views that an analyst reads from sqlite3, psql or Grafana (docs/history.md).
#pragma once

#include "core/history/sql_connection.h"

#include <string>
#include <vector>

namespace soak
{

// CREATE VIEW for each: run_overview, kpi_by_run, iteration_values, decision_log.
std::vector<std::string> viewsSql(SqlDialect dialect);

} // namespace soak
