// SPDX-License-Identifier: GPL-3.0-or-later
// `soak canary RUN --out DIR` and `soak canary check RUN --stage H6`.
#include "app/cli/input.h"
#include "app/cli/json_result.h"
#include "app/cli/outputs.h"
#include "app/cli/release_options.h"
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/release/canary.h"
#include "core/release/gzip_stream.h"
#include "core/report/json_text.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

namespace soak::cli
{
namespace
{

using Json = nlohmann::json;

std::string listText(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines) {
        text += "  " + escapeTerminal(line) + "\n";
    }
    return text;
}

Result<ExitCode> writePlan(Context& context)
{
    const Arguments& arguments = context.arguments;
    SOAK_CHECK(refuseGiven(arguments, {"stage"}, "soak canary RUN"));
    const auto out = arguments.text("out");
    if (!out || out->empty()) {
        return Error{Errc::Usage, "say with --out where checklist and plans go", ""};
    }
    SOAK_TRY(const Input input, inputAfter(context, 0));
    SOAK_CHECK(keepOutOfRun(*out, input.folder));
    SOAK_TRY(const GateProfile profile, profileFor(context, "profile", *input.run));
    const Judgement judgement = judge(input.run, profile);
    const BundleFacts facts =
        factsOf(judgement, {.version = releaseVersion(context), .zlibVersion = zlibVersionText()});
    const bool isRefused = !facts.blockers.empty() && !arguments.flag("allow-fail");
    std::vector<std::string> paths;
    for (const ReportFile& file : canaryFiles(judgement, facts)) {
        const fs::path path = fs::path(*out) / file.name;
        paths.push_back(pathText(path));
        if (!isRefused && !arguments.flag("dry-run")) {
            SOAK_CHECK(makeFolders(*out));
            SOAK_CHECK(writeFileAtomically(path, file.text));
        }
    }
    const std::string result(keyOf(facts.result));
    if (arguments.flag("json")) {
        context.terminal.result(
            jsonResult("canary", {{"files", paths},
                                  {"result", result},
                                  {"blockers", facts.blockers},
                                  {"refused", isRefused},
                                  {"written", !isRefused && !arguments.flag("dry-run")}}));
    } else if (isRefused) {
        context.terminal.result("REFUSED: the run is not ready for a release\n" +
                                listText(facts.blockers));
    } else {
        context.terminal.result(join(paths, "\n") + "\n" + result + "\n" +
                                listText(facts.blockers));
    }
    return isRefused ? ExitCode::NegativeVerdict : ExitCode::Ok;
}

std::string checkJson(const CanaryCheck& check)
{
    Json gates = Json::array();
    for (const GateResult& gate : check.gates) {
        gates.push_back(gateJsonRow(gate));
    }
    return jsonResult("canary-check", {{"stage", check.stage.id},
                                       {"traffic_pct", check.stage.trafficPct},
                                       {"passed", check.problems.empty()},
                                       {"gates", std::move(gates)},
                                       {"problems", check.problems},
                                       {"failed_iterations", check.failedIterations},
                                       {"rollback_triggers", check.triggered}});
}

std::string checkText(const CanaryCheck& check)
{
    std::string text = check.stage.id + ", " + check.stage.title + ", " +
                       std::to_string(check.stage.trafficPct) + " % of the traffic\n";
    for (const GateResult& gate : check.gates) {
        text += markOf(gate) + " " + escapeTerminal(gate.why) + "\n";
    }
    if (!check.failedIterations.empty()) {
        text += "[FAIL] " + check.problems.back() + "\n";
    }
    if (!check.triggered.empty()) {
        text += "a rollback is near:\n" + listText(check.triggered);
    }
    return text + (check.problems.empty() ? "PASSED\n"
                   : check.hasNoData      ? "NO DATA\n"
                                          : "NOT PASSED\n");
}

Result<ExitCode> checkStage(Context& context)
{
    const Arguments& arguments = context.arguments;
    SOAK_CHECK(refuseGiven(arguments, {"out", "profile", "release", "allow-fail", "dry-run"},
                           "soak canary check"));
    std::vector<std::string> ids;
    for (const CanaryStage& stage : canaryStages()) {
        ids.push_back(stage.id);
    }
    const CanaryStage* stage = findCanaryStage(arguments.text("stage").value_or(""));
    if (stage == nullptr) {
        return Error{Errc::Usage, "say which stage: " + join(ids, ", "), "--stage"};
    }
    SOAK_TRY(const Input input, inputAfter(context, 1));
    const CanaryCheck check = checkCanary(input.run, *stage);
    context.terminal.result(arguments.flag("json") ? checkJson(check) : checkText(check));
    return withIntegrity(canaryExitCode(check), *input.run);
}

} // namespace

Result<ExitCode> canaryVerb(Context& context)
{
    const auto& words = context.arguments.positionals;
    const bool isCheck = !words.empty() && words.front() == "check";
    return isCheck ? checkStage(context) : writePlan(context);
}

} // namespace soak::cli
