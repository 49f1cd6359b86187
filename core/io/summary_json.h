// SPDX-License-Identifier: GPL-3.0-or-later
// The KPIs of an iteration as a tree (DOMAIN 1.2, 2). For .cpp files of this layer.
#pragma once

#include "core/io/object_reader.h"
#include "core/model/iteration.h"

#include <nlohmann/json_fwd.hpp>

namespace soak
{

enum class SummaryOrigin { Ours, Foreign };

// The fields at the level of `in`, aliases included. Foreign ones are also converted (signs,
// DOMAIN 2.2) and a missing gross is imputed.
IterationSummary summaryFromJson(ObjectReader& in, SummaryOrigin origin);

// One value by the rules of its unit: 1 < v <= 100 of a risk-like ratio is percent, anything else
// out of range is missing; both with a finding.
std::optional<double> acceptedMetric(ObjectReader& in, std::string_view key, const KpiSpec& spec,
                                     double value);

// `summary` of a file: every field of DOMAIN 1.2, null when unknown, except our own additions,
// which are left out then.
nlohmann::json summaryJson(const IterationSummary& summary, int iteration);

// Findings and conversions of DOMAIN 2.2 and 2.3 on a whole summary; `in` says where it stands.
void convertSigns(IterationSummary& summary, ObjectReader& in);
void imputeGross(IterationSummary& summary);
void checkConsistency(const IterationSummary& summary, ObjectReader& in);
// Whether those three leave a summary with these metrics as it is, without a finding.
bool isUnremarkable(const MetricValues& metrics, bool isRiskOfBlocks, SummaryOrigin origin);

} // namespace soak
