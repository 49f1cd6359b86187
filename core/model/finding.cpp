// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/finding.h"

namespace soak
{

std::string_view keyOf(FindingKind kind)
{
    switch (kind) {
    case FindingKind::LoadError:
        return "load_error";
    case FindingKind::FileError:
        return "file_error";
    case FindingKind::NotRegularFile:
        return "not_regular_file";
    case FindingKind::DuplicateKey:
        return "duplicate_key";
    case FindingKind::NonFiniteNumber:
        return "non_finite_number";
    case FindingKind::StringCut:
        return "string_cut";
    case FindingKind::WrongType:
        return "wrong_type";
    case FindingKind::OutOfRange:
        return "out_of_range";
    case FindingKind::NormalisedPercent:
        return "normalised_percent";
    case FindingKind::IterationMismatch:
        return "iteration_mismatch";
    case FindingKind::Gap:
        return "gap";
    case FindingKind::OverrideConflict:
        return "override_conflict";
    case FindingKind::OutOfSafeLimits:
        return "out_of_safe_limits";
    case FindingKind::UnknownParameter:
        return "unknown_parameter";
    case FindingKind::DecompositionMismatch:
        return "decomposition_mismatch";
    case FindingKind::SignedForm:
        return "signed_form";
    case FindingKind::BlockRatioSum:
        return "block_ratio_sum";
    case FindingKind::TotalsConflict:
        return "totals_conflict";
    case FindingKind::ChainAbsent:
        return "chain_absent";
    case FindingKind::ChainBroken:
        return "chain_broken";
    case FindingKind::ReportMissing:
        return "report_missing";
    case FindingKind::ReportMismatch:
        return "report_mismatch";
    case FindingKind::BadLine:
        return "bad_line";
    case FindingKind::LeftoverFile:
        return "leftover_file";
    case FindingKind::StaleFile:
        return "stale_file";
    case FindingKind::FailedIteration:
        return "failed_iteration";
    case FindingKind::LegacyForm:
        return "legacy_form";
    }
    return "";
}

std::string_view keyOf(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return "info";
    case Severity::Warning:
        return "warning";
    case Severity::Error:
        return "error";
    }
    return "";
}

} // namespace soak
