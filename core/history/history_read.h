// SPDX-License-Identifier: GPL-3.0-or-later
// Remembered runs with everything that stands in tables beside them. For .cpp files of this layer.
#pragma once

#include "core/history/history_run.h"
#include "core/history/history_store.h"

#include <span>
#include <string>
#include <vector>

namespace soak
{

// `from`: " FROM runs r WHERE ..." with order and limit.
Result<std::vector<HistoryRun>> readRuns(HistoryStore& store, const std::string& from,
                                         std::span<const SqlCell> parameters);

} // namespace soak
