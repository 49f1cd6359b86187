// SPDX-License-Identifier: GPL-3.0-or-later
// All files of `soak report`, rendered, and written whole.
#pragma once

#include "core/analysis/judgement.h"
#include "core/base/file.h"
#include "core/report/report_context.h"

#include <string>
#include <vector>

namespace soak
{

struct ReportFile {
    std::string name; // see core/io/artifacts.h
    std::string text;
    bool operator==(const ReportFile&) const = default;
};

// By name: snapshot, audit, recommendations, failures, delta report (JSON, Markdown), page, table
// of iterations, summary (JSON, Markdown).
std::vector<ReportFile> renderReports(const Judgement& judgement, const ReportContext& context);

// Writes renderReports into `outFolder`, making it where needed; each file is replaced in one step.
// Returns their paths. Errors: NotWritable.
Result<std::vector<fs::path>> writeReports(const Judgement& judgement, const ReportContext& context,
                                           const fs::path& outFolder);

} // namespace soak
