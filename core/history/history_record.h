// SPDX-License-Identifier: GPL-3.0-or-later
// What the history remembers of one run in one folder.
#pragma once

#include "core/base/file.h"
#include "core/history/run_index.h"
#include "core/model/soak_run.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace soak
{

// A run as it was read. `run` is absent when it could not be: then `row` says why, and nothing but
// the row means anything.
struct HistoryRecord {
    RunRow row;
    std::shared_ptr<const SoakRun> run;
    std::string contentHash;    // runStateHash
    std::string iterationsHash; // firstIterationsHash of all rows
    std::string seed;           // decimal; empty: unknown
    std::string toolVersion;    // empty: unknown
    std::string ended;          // completed, failed, interrupted; empty: the run does not say
    std::string configuration;  // configurationOf(); empty: there is not one
    std::string verdictWhy;
    std::string windowText; // windowToText of the figures
    int windowSize = 0;     // of the profile
    std::optional<EpochMs> lastIterationMs;
    std::array<std::optional<double>, kMetricCount> lastN; // specOf(metric).windowAggregate
    std::array<std::optional<double>, kMetricCount> mean;  // over all iterations
};

// Reads and judges the run in `folder` by its own gate profile. A run that cannot be read is a
// record, too. Errors: Cancelled.
Result<HistoryRecord> readRecord(const fs::path& folder, EpochMs now, const std::stop_token& stop);

// The points of the window as one text, "29+0.02 30-0.1 31?": iteration, whether the goals were met
// (+), missed (-) or cannot be told (?), and the margin as a share where there is one; and back.
// What is not of that form is left out.
std::string windowToText(const std::vector<WindowPoint>& window);
std::vector<WindowPoint> windowFromText(std::string_view text);

// A path as text that can be stored, and back: itself, or where it is not UTF-8 "bytes:" and its
// bytes in hex digits.
std::string storedPath(const std::string& path);
std::string pathFromStored(const std::string& text);

} // namespace soak
