// SPDX-License-Identifier: GPL-3.0-or-later
// The list of runs for spreadsheets: RFC 4180, a line for each run, no value = empty cell. `soak
// history list --csv` and the window give the same lines.
#pragma once

#include "core/history/history_run.h"

#include <span>
#include <string>

namespace soak
{

// In the order of `runs`, all that a list knows of each; goals as `<metric>_last_n`, in the unit of
// the metric, are the shortest numbers that read back the same. Times are UTC; several tags or
// releases stand in one cell with a space between. A text that a spreadsheet would take for a
// formula is defused.
std::string historyCsv(std::span<const HistoryRun> runs);

// Runs that were found in folders: what the history alone knows (number, version, what people said
// but tags) is absent.
std::string historyCsv(std::span<const RunRow> rows);

} // namespace soak
