// SPDX-License-Identifier: GPL-3.0-or-later
// Parts that the comparison of runs and that of arms have in common. For .cpp files of this layer.
#pragma once

#include "core/analysis/run_comparison.h"
#include "core/report/html_parts.h"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// What the runs are called at the heads of their columns; one for each run.
using RunLabels = std::vector<std::string>;
RunLabels runLabels(const RunComparison& comparison); // A, B, ...

std::string verdictsText(const ComparedSide& side); // "PASS, gate WARN"

// The overrides that differ, with a heading: text, a section of a page, JSON.
std::string overridesText(const RunsOverrides& overrides, const RunLabels& labels);
std::string overridesMarkdown(const RunsOverrides& overrides);
Html overridesSection(const RunsOverrides& overrides, const RunLabels& labels);
nlohmann::json overridesJson(const RunsOverrides& overrides);

// What happened in the runs, a line each.
std::string factsText(std::span<const ComparedSide> sides, const RunLabels& labels);
std::string factsMarkdown(std::span<const ComparedSide> sides, const RunLabels& labels);
Html factsSection(std::span<const ComparedSide> sides, const RunLabels& labels);

Html factList(const std::vector<std::string>& facts);
std::string_view chipStyleOf(EffectVerdict verdict);

nlohmann::json comparedRunJson(const ComparedSide& side);
// An effect without its sides: {metric, margin, diff, ..., verdict, reason, why}.
nlohmann::json differenceJson(const KpiEffect& effect);
nlohmann::json countOrNull(const std::optional<std::size_t>& count);

} // namespace soak
