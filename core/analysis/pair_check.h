// SPDX-License-Identifier: GPL-3.0-or-later
// One pair of consecutive iterations: did what the first proposed arrive in the second?
// (DOMAIN 6.2, 6.3)
#pragma once

#include "core/analysis/pair_values.h"
#include "core/analysis/recorded_step.h"
#include "core/analysis/spelling.h"
#include "core/analysis/verify_deltas.h"

#include <cstddef>

namespace soak
{

struct PairEvidence {
    const SoakRun& run;
    const ParameterRegistry& registry;
    const RecordedSteps& steps;
    const ConflictIndex& conflicts;
};

// Of the rows `row` and `row + 1`.
PairCheck checkPair(const PairEvidence& evidence, std::size_t row);

// Whether the pair counts among the proposals (6.3): it proposed something, or something changed
// without a proposal.
bool countsAsProposal(const PairCheck& pair);

// mismatch, missing, wrong_path, applied_as_absolute, unexpected_change.
bool isFailure(ParamStatus status);

} // namespace soak
