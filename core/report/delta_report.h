// SPDX-License-Identifier: GPL-3.0-or-later
// One Verification told three ways, which therefore cannot disagree (DOMAIN 1.6, 6; D-36).
#pragma once

#include "core/analysis/verify_deltas.h"
#include "core/report/report_context.h"

#include <cstddef>
#include <string>

namespace soak
{

// Whether the existence-only numbers of the reference verifier are told as well (`--legacy`).
enum class LegacyNumbers { Omit, Include };

// Of runs with more pairs, those in which nothing was proposed and nothing changed are counted in
// `pairs_omitted`, not listed.
inline constexpr std::size_t kMostListedPairs = 10000;

// DELTA_VERIFY_REPORT.json: the fields of the old form and more.
std::string deltaReportJson(const Verification& verification, const ReportContext& context,
                            LegacyNumbers legacy = LegacyNumbers::Omit);
// DELTA_VERIFY_REPORT.md. Three or more pairs in a row without a proposal are one line of its
// table.
std::string deltaReportMarkdown(const Verification& verification, const ReportContext& context,
                                LegacyNumbers legacy = LegacyNumbers::Omit);
// For a terminal: what did not match, the numbers, and the verdict last.
std::string deltaReportText(const Verification& verification,
                            LegacyNumbers legacy = LegacyNumbers::Omit);

} // namespace soak
