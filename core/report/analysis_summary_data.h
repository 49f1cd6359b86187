// SPDX-License-Identifier: GPL-3.0-or-later
// What the summary of an analysis tells beyond the judgement: other spans of the run, and the
// readiness profile. All by the analysis layer; nothing is concluded here.
#pragma once

#include "core/analysis/judgement.h"
#include "core/analysis/window_statistics.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace soak
{

inline constexpr int kSteadyStart = 7; // DOMAIN 1.8

struct AnalysisSpans {
    RunStatistics overall;
    RunStatistics steady; // iterations from kSteadyStart on
    RunStatistics last8;
    std::optional<int> last8Start; // absent: no iteration
};

AnalysisSpans analysisSpans(const SoakRun& run);

// The rows of the profile `readiness`.
std::vector<GateResult> readinessRows(const Judgement& judgement);

// Files of the run that were read: name, and whether it was there.
std::vector<std::pair<std::string, bool>> fileInventory(const SoakRun& run);

} // namespace soak
