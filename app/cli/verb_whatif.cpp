// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"
#include "app/cli/json_result.h"
#include "app/cli/run_request.h"
#include "core/io/find_run.h"
#include "core/release/bundle_layout.h"
#include "core/report/branch_report.h"
#include "core/runner/branch_run.h"

#include <nlohmann/json.hpp>

namespace soak::cli
{
namespace
{

Result<BranchRequest> branchRequest(const Context& context)
{
    const Arguments& arguments = context.arguments;
    BranchRequest request;
    const auto at = arguments.integer("at");
    if (!at) {
        return Error{Errc::Usage, "say from which iteration on: --at K", ""};
    }
    request.at = static_cast<int>(*at);
    SOAK_TRY(const fs::path given, inputPath(context, {}));
    SOAK_TRY(request.source, findRun(given));
    SOAK_TRY(request.settings, settingsOf(arguments));
    request.without = arguments.all("without");
    request.isTunerOff = arguments.flag("no-tuner");
    if (const auto out = arguments.text("out")) {
        request.out = fs::path(*out);
    }
    // Beside the run would be in the bundle, whose files are counted.
    if (!request.out && bundleAround(request.source)) {
        return Error{Errc::Usage,
                     "the run lies in a bundle, which stays as it is; say by --out where the new "
                     "one goes",
                     pathText(request.source)};
    }
    return request;
}

Result<Judgement> judgedFolder(Context& context, const fs::path& folder)
{
    SOAK_TRY(const Input input, loadInput(context, folder));
    SOAK_TRY(const GateProfile profile, profileFor(context, "profile", *input.run));
    return judge(input.run, profile);
}

} // namespace

Result<ExitCode> whatifVerb(Context& context)
{
    SOAK_TRY(const BranchRequest request, branchRequest(context));
    const Progress progress = context.terminal.progress(context.clock);
    SOAK_TRY(const BranchResult result, branchRun(request, context.clock, context.stop, progress));
    context.terminal.endProgress();
    if (result.wasThere) {
        context.terminal.note("this what-if had been made before, and is as it was");
    }
    if (result.run.status == RunStatus::Interrupted) {
        context.terminal.note("stopped; `soak run --resume --out " + pathText(result.run.folder) +
                              "` goes on with it");
        return ExitCode::Interrupted;
    }
    SOAK_TRY(const Judgement source, judgedFolder(context, request.source));
    SOAK_TRY(const Judgement branched, judgedFolder(context, result.run.folder));
    const BranchReport report{result.branch, source, branched, pathText(request.source),
                              pathText(result.run.folder)};
    context.terminal.result(context.arguments.flag("json")
                                ? jsonResult("whatif", branchReportJson(report))
                                : branchReportText(report));
    return ExitCode::Ok;
}

} // namespace soak::cli
