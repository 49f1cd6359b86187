// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"
#include "app/cli/outputs.h"
#include "core/report/confidence_report.h"
#include "core/report/gate_report.h"
#include "core/report/github.h"
#include "core/report/junit.h"
#include "core/report/metrics.h"

namespace soak::cli
{
namespace
{

// Job summaries of several steps follow each other in one file, so ours is added to what is there.
Status appendToFile(const fs::path& path, const std::string& text)
{
    auto before = readFile(path);
    if (!before && before.error().code != Errc::NotFound) {
        return Error{Errc::NotWritable, before.error().message, before.error().where};
    }
    return writeFileAtomically(path, before.value_or("") + text);
}

} // namespace

Result<ExitCode> gateVerb(Context& context)
{
    const Arguments& arguments = context.arguments;
    SOAK_TRY(const JudgedInput judged, judgeInput(context, {"src", "path"}));
    const Judgement& judgement = judged.judgement;
    SOAK_TRY(const ReportContext report, reportContext(context, *judged.input.run));
    std::optional<GateConfidence> confidence;
    if (arguments.flag("confidence")) {
        confidence = gateConfidence(judgement);
    }
    const std::string json = gateJson(judgement, report, confidence ? &*confidence : nullptr);
    const fs::path& folder = judged.input.folder;
    SOAK_CHECK(writeWhere(context, folder, "out", json));
    SOAK_CHECK(writeWhere(context, folder, "junit", junitXml(judgement, report)));
    SOAK_CHECK(writeWhere(context, folder, "prometheus", metricsText(judgement, report)));
    if (const auto summary = arguments.text("github-summary")) {
        SOAK_CHECK(keepOutOfRun(*summary, folder));
        SOAK_CHECK(appendToFile(*summary, githubSummary(judgement, report)));
    }
    if (arguments.text("annotations").value_or("") == "github") {
        context.terminal.annotate(githubAnnotations(judgement));
    }
    const std::string text =
        gateText(judgement) + (confidence ? "\n" + confidenceText(*confidence) : "");
    context.terminal.result(arguments.flag("json") ? json : text);
    return confidence ? withIntegrity(confidenceExitCode(*confidence), *judged.input.run)
                      : gateExitCode(judgement);
}

} // namespace soak::cli
