// SPDX-License-Identifier: GPL-3.0-or-later
// POST_SOAK_SNAPSHOT.json: the run verdict and everything that goes with it, for machines.
#pragma once

#include "core/analysis/judgement.h"
#include "core/report/report_context.h"

#include <string>

namespace soak
{

// Schema 1.2 with our additions (DOMAIN 1.7), sorted keys, reals rounded to 4 decimals.
std::string snapshotJson(const Judgement& judgement, const ReportContext& context);

// Beyond these numbers lists are cut, and a count beside them says how much is left out.
inline constexpr std::size_t kMostGapRanges = 1000;
inline constexpr std::size_t kMostLoadErrors = 1000;
// Beyond this many iterations `inputs_sha256` holds, instead of one entry per summary file, the
// SHA-256 of what `sha256sum` prints for them in numeric order, under "ITER_SUMMARY_*.json".
inline constexpr std::size_t kMostListedInputs = 1000;

} // namespace soak
