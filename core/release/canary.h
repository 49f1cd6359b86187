// SPDX-License-Identifier: GPL-3.0-or-later
// The canary of a release: its checklist, the same as data, and whether a stage was passed (DOMAIN
// 7.6).
#pragma once

#include "core/release/bundle_facts.h"
#include "core/release/release_stages.h"
#include "core/report/report_files.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

inline constexpr std::string_view kCanaryChecklistFile = "CANARY_CHECKLIST.md";
inline constexpr std::string_view kCanaryPlanFile = "canary.json";

// Checklist, plan as data and rollback plan, by name; of a run that is not ready each says PARTIAL.
std::vector<ReportFile> canaryFiles(const Judgement& judgement, const BundleFacts& facts);

struct CanaryCheck {
    CanaryStage stage;
    std::vector<GateResult> gates;      // of the stage, over all iterations of the run
    std::vector<std::string> problems;  // gates that do not hold and errors, one sentence each
    std::vector<int> failedIterations;  // counted where the stage asks for no errors
    bool hasNoData = false;             // a gate has nothing to judge by, and none fails
    std::vector<std::string> triggered; // rollback triggers that the run's worst values reach
};

// `run`: what was recorded while the canary was at this stage. Triggers look at the worst
// iteration, since iterations say nothing of minutes.
CanaryCheck checkCanary(std::shared_ptr<const SoakRun> run, const CanaryStage& stage);

// 0 passed, 1 a gate or an error is against it, 3 no data for a gate.
ExitCode canaryExitCode(const CanaryCheck& check);

} // namespace soak
