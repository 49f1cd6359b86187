// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/finding.h"

#include "core/model/key_table.h"

namespace soak
{

namespace
{

constexpr std::array kKinds{
    KeyRow{FindingKind::LoadError, "load_error"},
    KeyRow{FindingKind::FileError, "file_error"},
    KeyRow{FindingKind::NotRegularFile, "not_regular_file"},
    KeyRow{FindingKind::DuplicateKey, "duplicate_key"},
    KeyRow{FindingKind::NonFiniteNumber, "non_finite_number"},
    KeyRow{FindingKind::StringCut, "string_cut"},
    KeyRow{FindingKind::WrongType, "wrong_type"},
    KeyRow{FindingKind::OutOfRange, "out_of_range"},
    KeyRow{FindingKind::NormalisedPercent, "normalised_percent"},
    KeyRow{FindingKind::IterationMismatch, "iteration_mismatch"},
    KeyRow{FindingKind::Gap, "gap"},
    KeyRow{FindingKind::OverrideConflict, "override_conflict"},
    KeyRow{FindingKind::OutOfSafeLimits, "out_of_safe_limits"},
    KeyRow{FindingKind::UnknownParameter, "unknown_parameter"},
    KeyRow{FindingKind::DecompositionMismatch, "decomposition_mismatch"},
    KeyRow{FindingKind::SignedForm, "signed_form"},
    KeyRow{FindingKind::BlockRatioSum, "block_ratio_sum"},
    KeyRow{FindingKind::TotalsConflict, "totals_conflict"},
    KeyRow{FindingKind::ChainAbsent, "chain_absent"},
    KeyRow{FindingKind::ChainBroken, "chain_broken"},
    KeyRow{FindingKind::ReportMissing, "report_missing"},
    KeyRow{FindingKind::ReportMismatch, "report_mismatch"},
    KeyRow{FindingKind::BadLine, "bad_line"},
    KeyRow{FindingKind::LeftoverFile, "leftover_file"},
    KeyRow{FindingKind::StaleFile, "stale_file"},
    KeyRow{FindingKind::FailedIteration, "failed_iteration"},
    KeyRow{FindingKind::LegacyForm, "legacy_form"},
};
static_assert(kKinds.size() == static_cast<std::size_t>(FindingKind::LegacyForm) + 1);

constexpr std::array kSeverities{
    KeyRow{Severity::Info, "info"},
    KeyRow{Severity::Warning, "warning"},
    KeyRow{Severity::Error, "error"},
};

} // namespace

std::string_view keyOf(FindingKind kind)
{
    return keyIn(kKinds, kind);
}

std::string_view keyOf(Severity severity)
{
    return keyIn(kSeverities, severity);
}

} // namespace soak
