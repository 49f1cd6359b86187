// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"
#include "app/cli/outputs.h"
#include "core/io/artifacts.h"
#include "core/report/delta_report.h"

namespace soak::cli
{

Result<ExitCode> verifyVerb(Context& context)
{
    const Arguments& arguments = context.arguments;
    VerifyOptions options{.mode =
                              arguments.flag("strict") ? VerifyMode::Strict : VerifyMode::Lenient,
                          .threshold = arguments.number("threshold")};
    if (options.threshold && (*options.threshold < 0 || *options.threshold > 1)) {
        return Error{Errc::Usage, "the threshold is a ratio, 0 to 1", "--threshold"};
    }
    SOAK_TRY(const fs::path given, inputPath(context, {"path"}));
    SOAK_TRY(const Input input, loadInput(context, given));
    SOAK_TRY(const ReportContext report, reportContext(context, *input.run));
    const Verification verification =
        verifyDeltas(*input.run, ParameterRegistry::builtin(), options);
    const LegacyNumbers legacy =
        arguments.flag("legacy") ? LegacyNumbers::Include : LegacyNumbers::Omit;
    const std::string json = deltaReportJson(verification, report, legacy);
    if (const auto out = arguments.text("out")) {
        const fs::path folder(*out);
        SOAK_CHECK(keepOutOfRun(folder, input.folder));
        SOAK_CHECK(makeFolders(folder));
        SOAK_CHECK(writeFileAtomically(folder / kDeltaReportJsonFile, json));
        SOAK_CHECK(writeFileAtomically(folder / kDeltaReportMarkdownFile,
                                       deltaReportMarkdown(verification, report, legacy)));
    }
    context.terminal.result(arguments.flag("json") ? json : deltaReportText(verification, legacy));
    return withIntegrity(verifyExitCode(verification), *input.run);
}

} // namespace soak::cli
