// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the iteration files of a run with several workers. For .cpp files of this layer.
#pragma once

#include "core/base/progress.h"
#include "core/io/bulk_reader.h"
#include "core/io/run_assembler.h"

#include <span>
#include <stop_token>

namespace soak
{

inline constexpr std::size_t kBlockRows = 256; // about a millisecond of work

// Blocks reach `assembler` in ascending order, whatever the number of workers. Errors: Cancelled,
// and as opening the folder.
Status readRows(const BulkPlan& plan, std::span<const int> iterations, unsigned threads,
                RunAssembler& assembler, const std::stop_token& stop, const Progress& progress);

} // namespace soak
