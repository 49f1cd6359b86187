// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/verify_deltas.h"

#include "core/analysis/pair_check.h"
#include "core/analysis/suspects.h"
#include "core/analysis/verify_verdict.h"

#include <utility>

namespace soak
{

namespace
{

void countParams(Verification& verification, const PairCheck& pair)
{
    for (const ParamCheck& param : pair.params) {
        if (!isFailure(param.status)) {
            continue;
        }
        ++verification.problemParams[param.name];
        if (param.status == ParamStatus::Missing || param.status == ParamStatus::WrongPath) {
            verification.nestedMissPaths.push_back(std::to_string(pair.from) + ":" + param.name +
                                                   ":" + param.path);
        }
    }
}

void count(Verification& verification, const PairCheck& pair)
{
    verification.proposedCount += countsAsProposal(pair) ? 1 : 0;
    verification.fullApplyCount += pair.status == PairStatus::Full ? 1 : 0;
    verification.partialOkCount += pair.status == PairStatus::PartialOk ? 1 : 0;
    verification.failCount += pair.status == PairStatus::Fail ? 1 : 0;
    verification.notVerifiableCount += pair.status == PairStatus::NotVerifiable ? 1 : 0;
    verification.signatureStuckCount += pair.signatureStuck ? 1 : 0;
    countParams(verification, pair);
}

} // namespace

Verification verifyDeltas(const SoakRun& run, const ParameterRegistry& registry,
                          const VerifyOptions& options)
{
    Verification verification;
    verification.mode = options.mode;
    verification.threshold = options.threshold.value_or(
        options.mode == VerifyMode::Strict ? kStrictThreshold : kLenientThreshold);
    const RecordedSteps steps(run);
    const ConflictIndex conflicts(run.findings, registry);
    const PairEvidence evidence{run, registry, steps, conflicts};
    const std::size_t rows = run.table.rowCount();
    verification.pairsTotal = rows > 0 ? static_cast<int>(rows) - 1 : 0;
    verification.pairs.reserve(static_cast<std::size_t>(verification.pairsTotal));
    for (std::size_t row = 0; row + 1 < rows; ++row) {
        verification.pairs.push_back(checkPair(evidence, row));
        count(verification, verification.pairs.back());
    }
    verification.absoluteDeltaSuspects = findAbsoluteDeltas(run, registry, steps, conflicts);
    verification.legacy = legacyVerification(run, steps);
    // A run of ours that does not tune needs no record to say so.
    const bool hasRecord = steps.any() || (run.info && !run.info->autoTune && rows > 0);
    concludeVerification(verification, hasRecord);
    return verification;
}

} // namespace soak
