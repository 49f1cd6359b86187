// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"
#include "app/cli/outputs.h"
#include "core/report/report_files.h"
#include "core/report/show.h"
#include "core/report/snapshot.h"

namespace soak::cli
{
namespace
{

// <base>/reports/analysis. Never inside the run directory, which no reading verb writes into.
Result<fs::path> reportFolder(const Context& context, const Input& input)
{
    if (const auto out = context.arguments.text("out")) {
        SOAK_CHECK(keepOutOfRun(*out, input.folder));
        return fs::path(*out);
    }
    std::error_code error;
    fs::path folder = fs::canonical(input.folder, error);
    if (error) {
        return Error{Errc::NotFound, error.message(), pathText(input.folder)};
    }
    if (folder.filename() == "latest" && folder.parent_path().filename() == "soak") {
        return folder.parent_path().parent_path() / "reports" / "analysis";
    }
    if (folder.filename().string().starts_with("RUN_")) {
        return folder.parent_path() / "reports" / "analysis";
    }
    return Error{Errc::Usage,
                 "say with --out where the reports go; they are not written into the run itself",
                 pathText(input.folder)};
}

} // namespace

Result<ExitCode> reportVerb(Context& context)
{
    SOAK_TRY(const JudgedInput judged, judgeInput(context, {"src"}));
    SOAK_TRY(const fs::path folder, reportFolder(context, judged.input));
    SOAK_TRY(const ReportContext report, reportContext(context, *judged.input.run));
    SOAK_TRY(const auto files, writeReports(judged.judgement, report, folder));
    if (context.arguments.flag("json")) {
        context.terminal.result(snapshotJson(judged.judgement, report));
    } else {
        std::string text;
        for (const fs::path& file : files) {
            text += pathText(file) + "\n";
        }
        text += std::string(keyOf(judged.judgement.verdict)) + ": " + judged.judgement.verdictWhy +
                "\n";
        context.terminal.result(text);
    }
    return reportExitCode(judged.judgement);
}

} // namespace soak::cli
