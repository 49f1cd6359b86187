// SPDX-License-Identifier: GPL-3.0-or-later
// Every file name and version of a run directory, once (DESIGN 4, DOMAIN 1.1). JSON keys stand in
// json_keys.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace soak
{

inline constexpr std::string_view kRunFile = "RUN.json";
inline constexpr std::string_view kRunEndFile = "RUN_END.json";
inline constexpr std::string_view kTuningReportFile = "TUNING_REPORT.json";
inline constexpr std::string_view kTuningStateFile = "TUNING_STATE.json";
inline constexpr std::string_view kTuningStateFileLegacy = "tuning_state.json";
inline constexpr std::string_view kOverridesFile = "runtime_overrides.json";
inline constexpr std::string_view kOverrideSourcesFile = "OVERRIDE_SOURCES.json";
inline constexpr std::string_view kSummaryTextFile = "summary.txt";
inline constexpr std::string_view kLatestFile = "LATEST.json";
inline constexpr std::string_view kEngineFolder =
    "artifacts"; // D/artifacts: outputs of the iteration just ended
inline constexpr std::string_view kEdgeReportFile = "EDGE_REPORT.json";
inline constexpr std::string_view kKpiGateFile = "KPI_GATE.json";
inline constexpr std::string_view kEdgeSentinelFile = "EDGE_SENTINEL.json";
inline constexpr std::string_view kAuditLogFile = "audit.jsonl";
inline constexpr std::string_view kLockFile = ".run.lock";

inline constexpr std::string_view kSnapshotFile = "POST_SOAK_SNAPSHOT.json";
inline constexpr std::string_view kAuditFile = "POST_SOAK_AUDIT.md";
inline constexpr std::string_view kRecommendationsFile = "RECOMMENDATIONS.md";
inline constexpr std::string_view kFailuresFile = "FAILURES.md";
inline constexpr std::string_view kDeltaReportJsonFile = "DELTA_VERIFY_REPORT.json";
inline constexpr std::string_view kDeltaReportMarkdownFile = "DELTA_VERIFY_REPORT.md";
inline constexpr std::string_view kHtmlReportFile = "POST_SOAK_REPORT.html";
inline constexpr std::string_view kIterationTableFile = "POST_SOAK_ITER_TABLE.csv";
inline constexpr std::string_view kSummaryMarkdownFile = "POST_SOAK_AUDIT_SUMMARY.md";
inline constexpr std::string_view kSummaryJsonFile = "POST_SOAK_AUDIT_SUMMARY.json";
inline constexpr std::string_view kMetricsFile = "metrics.prom";

inline constexpr std::string_view kSummarySchemaVersion = "2.0";
inline constexpr std::string_view kSnapshotSchemaVersion = "1.2";

std::string summaryFileName(int iteration); // ITER_SUMMARY_7.json
// ITER_SUMMARY_<k>.json with k in 1..2^31-1 without leading zeros; else nullopt.
std::optional<int> iterationOfFileName(std::string_view name);
// RUN_<digits>.
bool isIsolatedFolderName(std::string_view name);

} // namespace soak
