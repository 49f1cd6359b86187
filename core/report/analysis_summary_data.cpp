// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/analysis_summary_data.h"

#include "core/analysis/gates.h"
#include "core/base/result.h"
#include "core/io/artifacts.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr int kLastCount = 8;
constexpr std::string_view kReadinessProfile = "readiness";

} // namespace

AnalysisSpans analysisSpans(const SoakRun& run)
{
    const std::span<const int> iterations = run.table.iterations();
    const auto steady = std::lower_bound(iterations.begin(), iterations.end(), kSteadyStart);
    const std::size_t last8 = windowOf(run, kLastCount).firstRow;
    AnalysisSpans spans{
        statisticsOf(run.table, 0),
        statisticsOf(run.table, static_cast<std::size_t>(steady - iterations.begin())),
        statisticsOf(run.table, last8), std::nullopt};
    if (!iterations.empty()) {
        spans.last8Start = iterations[last8];
    }
    return spans;
}

std::vector<GateResult> readinessRows(const Judgement& judgement)
{
    const GateProfile* profile = findBuiltinGateProfile(kReadinessProfile);
    SOAK_ASSERT(profile != nullptr);
    const SoakRun& run = *judgement.run;
    const Window window = windowOf(run, profile->window);
    const RunStatistics statistics = statisticsOf(run.table, window.firstRow);
    return evaluateGates(profile->gates, {run, window, statistics, judgement.verification});
}

std::vector<std::pair<std::string, bool>> fileInventory(const SoakRun& run)
{
    std::vector<std::pair<std::string, bool>> files;
    for (const std::string_view name :
         {kRunFile, kRunEndFile, kTuningReportFile, kTuningStateFile}) {
        files.emplace_back(name, run.otherFiles.contains(std::string(name)));
    }
    for (const auto& [name, file] : run.otherFiles) {
        const bool isListed =
            std::any_of(files.begin(), files.end(),
                        [&wanted = name](const auto& listed) { return listed.first == wanted; });
        if (!isListed) {
            files.emplace_back(name, true);
        }
    }
    return files;
}

} // namespace soak
