// SPDX-License-Identifier: GPL-3.0-or-later
// Runs to measure with: always the same bytes, no two iterations alike.
#pragma once

#include "core/base/folder.h"
#include "core/model/iteration.h"
#include "core/model/soak_run.h"

#include <cstdint>
#include <memory>
#include <stop_token>

namespace soak::bench
{

// Own: the form that our writer makes (about 4.2 KB). Old: the form of older tools (DOMAIN 1.2),
// about 1.9 KB, every field of it filled.
enum class SummaryForm : std::uint8_t { Own, Old };

struct WrittenRun {
    std::size_t files = 0;
    std::uint64_t bytes = 0; // of the iteration files
};

// Measurements of `iteration`: the mock's (DOMAIN 8), each within 2 % and cut to four decimals.
MetricValues noisyKpis(int iteration);

// An auto-tuned run of `iterations` in the existing `folder`, made by the loop's own step and our
// own writer, without fsync. Old form: only the iteration files. Errors: NotWritable, Cancelled.
Result<WrittenRun> writeSampleRun(const fs::path& folder, int iterations, SummaryForm form,
                                  const std::stop_token& stop);

// A run of `iterations` in memory that proposes, applies and skips, and ends as it began every 512
// iterations.
std::shared_ptr<const SoakRun> runInMemory(int iterations);

} // namespace soak::bench
