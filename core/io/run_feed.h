// SPDX-License-Identifier: GPL-3.0-or-later
// loadRun() with the rows from somewhere else. For .cpp files of this layer.
#pragma once

#include "core/io/load_run.h"
#include "core/io/run_rows.h"

#include <functional>

namespace soak
{

// Appends a row for each iteration of `listing`, ascending; may take iterations out of it.
using RowFeed =
    std::function<Status(const BulkPlan& plan, RunListing& listing, RunAssembler& assembler)>;

Result<std::shared_ptr<const SoakRun>> loadRunFrom(const fs::path& folder,
                                                   const LoadOptions& options, const RowFeed& feed);

} // namespace soak
