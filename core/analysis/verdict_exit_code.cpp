// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/judgement.h"

namespace soak
{

ExitCode reportExitCode(const Judgement& judgement)
{
    if (judgement.windowIterations.empty()) {
        return ExitCode::BadInput;
    }
    const ExitCode code =
        judgement.verdict == RunVerdict::Fail ? ExitCode::NegativeVerdict : ExitCode::Ok;
    return withIntegrity(code, *judgement.run);
}

namespace
{

ExitCode exitCodeOf(GateResultVerdict verdict)
{
    switch (verdict) {
    case GateResultVerdict::Pass:
    case GateResultVerdict::Warn:
        return ExitCode::Ok;
    case GateResultVerdict::Fail:
        return ExitCode::NegativeVerdict;
    case GateResultVerdict::NoData:
        return ExitCode::BadInput;
    }
    return ExitCode::Internal;
}

} // namespace

ExitCode gateExitCode(const Judgement& judgement)
{
    return withIntegrity(exitCodeOf(judgement.gateVerdict), *judgement.run);
}

ExitCode withIntegrity(ExitCode code, const SoakRun& run)
{
    return run.chain == ChainState::Broken ? ExitCode::Integrity : code;
}

ExitCode verifyExitCode(const Verification& verification)
{
    const bool isStrict = verification.mode == VerifyMode::Strict;
    switch (verification.verdict) {
    case VerifyVerdict::Pass:
    case VerifyVerdict::Warn:
        return ExitCode::Ok;
    case VerifyVerdict::Fail:
        return ExitCode::NegativeVerdict;
    case VerifyVerdict::Unverified:
        // Proposals that cannot be compared are the foreign run's nature; no record at all is no
        // input.
        return isStrict || verification.proposedCount == 0 ? ExitCode::BadInput : ExitCode::Ok;
    }
    return ExitCode::Internal;
}

} // namespace soak
