// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of the history that were made alike: enough of them are an arm (arm_comparison.h).
#pragma once

#include "core/history/history_run.h"
#include "core/history/history_store.h"

#include <vector>

namespace soak
{

// The remembered runs with the configuration of `run` (configurationOf() of calibration.h, by which
// `soak compare --calibrate` groups runs), from the newest; those that could be compared with it:
// without itself in any version, superseded versions, what-ifs, and runs whose folder is gone.
// Empty also when the overrides of `run` changed in its steady iterations or are not recorded.
// A run that was remembered by an older soak counts from the next import on. Errors: as
// SqlConnection. Like the store for one thread.
Result<std::vector<HistoryRun>> runsOfConfiguration(HistoryStore& store, const SoakRun& run);

} // namespace soak
