// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"
#include "app/cli/json_result.h"
#include "app/cli/outputs.h"
#include "app/cli/run_request.h"
#include "core/base/text.h"
#include "core/io/run_files.h"
#include "core/report/audit.h"
#include "core/report/gate_summary.h"
#include "core/report/report_text.h"
#include "core/report/snapshot.h"

#include <nlohmann/json.hpp>

#include <array>

namespace soak::cli
{
namespace
{

// What RUN.json decides cannot be said again: the answer would be ignored.
constexpr std::array kNotWithResume{
    "iterations",   "auto-tune", "mock",        "script",  "tuner",
    "tuner-option", "seed",      "overrides",   "set",     "overrides-form",
    "profile",      "preset",    "preset-file", "warmup",  "warmup-preset",
    "gate-profile", "commit",    "scenario",    "retries", "stop-after-failures",
    "start"};

Status checkResume(const Arguments& arguments)
{
    for (const char* name : kNotWithResume) {
        const auto found = arguments.options.find(std::string_view(name));
        if (found != arguments.options.end() && found->second.origin == "flag") {
            return Error{Errc::Usage,
                         std::string("--") + name +
                             " does not go with --resume: the run goes on as its RUN.json says",
                         ""};
        }
    }
    return Done{};
}

std::string softGateText(const Judgement& judgement)
{
    std::array<std::size_t, 3> counts{};
    for (const IterationGate& gate : judgement.iterationGates) {
        ++counts[static_cast<std::size_t>(gate.status)];
    }
    return std::to_string(counts[0]) + " OK, " + std::to_string(counts[1]) + " WARN, " +
           std::to_string(counts[2]) + " FAIL";
}

std::string runText(const RunResult& result, const Judgement* judgement, const SoakRun* run)
{
    std::string text =
        std::string(keyOf(result.status)) + " " + result.runId + ": " +
        countText(static_cast<std::size_t>(result.iterationsCompleted), "iteration", "iterations");
    if (result.iterationsFailed > 0) {
        text += ", " + std::to_string(result.iterationsFailed) + " failed";
    }
    if (run != nullptr && run->info) {
        text += ", seed " + std::to_string(run->info->seed);
    }
    text += "\nfolder     " + pathText(result.folder) + "\n";
    if (result.latest) {
        text += "latest     " + pathText(*result.latest) + "\n";
    }
    if (judgement != nullptr) {
        text += "soft gate  " + softGateText(*judgement) + "\n";
        text += "verdict    " + std::string(keyOf(judgement->verdict)) + ": " +
                judgement->verdictWhy + "\n";
    }
    return text;
}

std::string runJson(const RunResult& result, const Judgement* judgement, const SoakRun* run)
{
    nlohmann::json json{
        {"run_id", result.runId},
        {"status", std::string(keyOf(result.status))},
        {"folder", pathText(result.folder)},
        {"latest", result.latest ? nlohmann::json(pathText(*result.latest)) : nlohmann::json()},
        {"iterations_completed", result.iterationsCompleted},
        {"iterations_failed", result.iterationsFailed},
        {"remarks", result.remarks},
        {"seed", run != nullptr && run->info ? nlohmann::json(run->info->seed) : nlohmann::json()},
        {"verdict", judgement != nullptr ? nlohmann::json(std::string(keyOf(judgement->verdict)))
                                         : nlohmann::json()},
        {"soft_gate",
         judgement != nullptr ? nlohmann::json(softGateText(*judgement)) : nlohmann::json()}};
    return jsonResult("run", std::move(json));
}

Status writeExports(Context& context, const Judgement& judgement, const fs::path& folder)
{
    SOAK_TRY(const ReportContext report, reportContext(context, *judgement.run));
    SOAK_CHECK(writeWhere(context, folder, "export-json", snapshotJson(judgement, report)));
    SOAK_CHECK(writeWhere(context, folder, "export-md", auditMarkdown(judgement, report)));
    return writeWhere(context, folder, "gate-summary", gateSummaryJson(judgement, report));
}

ExitCode codeOf(const RunResult& result, const Judgement* judgement, bool failOnGate)
{
    if (result.status == RunStatus::Interrupted) {
        return ExitCode::Interrupted;
    }
    if (failOnGate) {
        const ExitCode code = judgement == nullptr ? ExitCode::BadInput : gateExitCode(*judgement);
        // The iterations that a run of failures never made are in no window.
        return code == ExitCode::Ok && result.hasGivenUp ? ExitCode::NegativeVerdict : code;
    }
    return result.status == RunStatus::Failed ? ExitCode::NegativeVerdict : ExitCode::Ok;
}

Result<ExitCode> tellPlan(Context& context, const PlannedRun& plan)
{
    context.terminal.note("dry run: nothing is written");
    const std::string info = runInfoText(plan.request.info, ParameterRegistry::builtin());
    context.terminal.result(context.arguments.flag("json")
                                ? jsonResult("run-plan", {{"run", nlohmann::json::parse(info)}})
                                : info);
    return ExitCode::Ok;
}

} // namespace

Result<ExitCode> runVerb(Context& context)
{
    if (context.arguments.flag("resume")) {
        SOAK_CHECK(checkResume(context.arguments));
    }
    // A time that is none is refused before anything is run.
    SOAK_CHECK(checkReportTime(context));
    SOAK_TRY(const PlannedRun plan, planRun(context));
    context.terminal.findings(plan.findings);
    if (context.arguments.flag("dry-run")) {
        return tellPlan(context, plan);
    }
    const Progress progress = context.terminal.progress(context.clock);
    SOAK_TRY(const RunResult result, runSoak(plan.request, context.clock, context.stop, progress));
    context.terminal.endProgress();
    for (const std::string& remark : result.remarks) {
        context.terminal.note(remark);
    }
    context.terminal.findings(result.findings);

    // The verdict is that of the files, read again.
    std::shared_ptr<const SoakRun> run;
    std::optional<Judgement> judgement;
    if (result.iterationsCompleted > 0) {
        // A run that was stopped is judged all the same: it is on disk, and short work.
        Context unstopped{
            context.arguments, context.environment, context.clock, context.terminal, {}};
        SOAK_TRY(Input input, loadInput(unstopped, result.folder));
        run = input.run;
        SOAK_TRY(const GateProfile profile, profileFor(context, "gate-profile", *run));
        judgement = judge(run, profile);
        SOAK_CHECK(writeExports(context, *judgement, result.folder));
    }
    const Judgement* judged = judgement ? &*judgement : nullptr;
    context.terminal.result(context.arguments.flag("json") ? runJson(result, judged, run.get())
                                                           : runText(result, judged, run.get()));
    return codeOf(result, judged, context.arguments.flag("fail-on-gate"));
}

} // namespace soak::cli
