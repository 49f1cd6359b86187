// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_files.h"

#include "core/io/artifacts.h"
#include "core/report/analysis_summary.h"
#include "core/report/audit.h"
#include "core/report/delta_report.h"
#include "core/report/failures.h"
#include "core/report/html_report.h"
#include "core/report/iteration_table_csv.h"
#include "core/report/recommendations.h"
#include "core/report/snapshot.h"

#include <algorithm>

namespace soak
{

std::vector<ReportFile> renderReports(const Judgement& judgement, const ReportContext& context)
{
    const Verification& verification = judgement.verification;
    std::vector<ReportFile> files{
        {std::string(kSnapshotFile), snapshotJson(judgement, context)},
        {std::string(kAuditFile), auditMarkdown(judgement, context)},
        {std::string(kRecommendationsFile), recommendationsMarkdown(judgement, context)},
        {std::string(kFailuresFile), failuresMarkdown(judgement, context)},
        {std::string(kDeltaReportJsonFile), deltaReportJson(verification, context)},
        {std::string(kDeltaReportMarkdownFile), deltaReportMarkdown(verification, context)},
        {std::string(kHtmlReportFile), htmlReport(judgement, context)},
        {std::string(kIterationTableFile), iterationTableCsv(judgement)},
        {std::string(kSummaryMarkdownFile), analysisSummaryMarkdown(judgement, context)},
        {std::string(kSummaryJsonFile), analysisSummaryJson(judgement, context)},
    };
    std::sort(files.begin(), files.end(),
              [](const ReportFile& a, const ReportFile& b) { return a.name < b.name; });
    return files;
}

Result<std::vector<fs::path>> writeReports(const Judgement& judgement, const ReportContext& context,
                                           const fs::path& outFolder)
{
    SOAK_CHECK(makeFolders(outFolder));
    std::vector<fs::path> paths;
    for (const ReportFile& file : renderReports(judgement, context)) {
        fs::path path = outFolder / file.name;
        SOAK_CHECK(writeFileAtomically(path, file.text));
        paths.push_back(std::move(path));
    }
    return paths;
}

} // namespace soak
