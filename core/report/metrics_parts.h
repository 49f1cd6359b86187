// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of the metrics file: single iterations, and what is looked up in the run.
#pragma once

#include "core/analysis/judgement.h"
#include "core/report/exposition.h"

#include <optional>

namespace soak
{

// Absent stays absent.
std::optional<double> secondsOf(std::optional<double> ms);

// latency.spread_add_bps after the last iteration: of its recorded overrides (registry default
// where they do not name it), else of the live file where it is named; absent when nobody recorded
// it.
std::optional<double> latencySpreadAddBps(const SoakRun& run);

// Start of the run, else its last runtime_utc.
std::optional<double> runTimeMs(const SoakRun& run);

// Whether any iteration recorded what the tuner did.
bool hasTuning(const SoakRun& run);

// soak_last_*: the newest iteration without an iteration label, so that no old sample stays behind.
void addLastIteration(Exposition& out, const Judgement& judgement);

// Families with one sample per iteration.
void addIterations(Exposition& out, const Judgement& judgement);

} // namespace soak
