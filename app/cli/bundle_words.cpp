// SPDX-License-Identifier: GPL-3.0-or-later
// `soak bundle evidence RUN` and `soak bundle decide RUN`.
#include "app/cli/bundle_words.h"

#include "app/cli/json_result.h"
#include "app/cli/release_options.h"
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/release/evidence.h"
#include "core/release/git_tool.h"
#include "core/report/json_text.h"

#include <nlohmann/json.hpp>

namespace soak::cli
{
namespace
{

using Json = nlohmann::json;

// What makes, signs or verifies a bundle does nothing here.
constexpr std::initializer_list<const char*> kOfBundles{
    "out",      "release",         "allow-fail",        "force",
    "sign-key", "allowed-signers", "require-signature", "dry-run"};

Json linkJson(const std::optional<TextLink>& link)
{
    if (!link) {
        return {};
    }
    return {{"kind", keyOf(link->kind)},
            {"name", link->name},
            {"iteration", link->iteration ? Json(*link->iteration) : Json()}};
}

std::string evidenceJson(const Input& input, const std::vector<EvidenceRow>& rows,
                         const EvidenceSources& sources)
{
    Json list = Json::array();
    for (const EvidenceRow& row : rows) {
        list.push_back({{"id", row.id},
                        {"title", row.title},
                        {"value", row.value.empty() ? Json() : Json(row.value)},
                        {"target", row.target.empty() ? Json() : Json(row.target)},
                        {"state", keyOf(row.state)},
                        {"reason", row.reason},
                        {"link", linkJson(row.link)}});
    }
    return jsonResult("bundle-evidence", {{"run", pathText(input.folder)},
                                          {"blocked", hasBlocker(rows)},
                                          {"head", jsonOrNull(sources.head)},
                                          {"rows", std::move(list)}});
}

Json decisionJson(const ReleaseDecision& decision, const fs::path& file)
{
    return {{"decision", keyOf(decision.choice)},
            {"by", decision.by},
            {"utc", utcText(decision.atMs)},
            {"why", decision.why},
            {"file", pathText(file)},
            {"run_state_sha256", decision.runState}};
}

} // namespace

Result<ExitCode> bundleEvidence(Context& context)
{
    const Arguments& arguments = context.arguments;
    SOAK_CHECK(refuseGiven(arguments, kOfBundles, "soak bundle evidence"));
    SOAK_CHECK(refuseGiven(arguments, {"decision", "by", "why"}, "soak bundle evidence"));
    SOAK_TRY(const Input input, inputAfter(context, 1));
    SOAK_TRY(const GateProfile profile, profileFor(context, "profile", *input.run));
    EvidenceSources sources;
    SOAK_TRY(sources.decision, loadDecision(input.folder, *input.run));
    if (const auto repository = pathSetting(context, "repository")) {
        SOAK_TRY(sources.head,
                 headCommit(*repository, scratchFolder(context.environment), context.stop));
    }
    const std::vector<EvidenceRow> rows = evidenceOf(judge(input.run, profile), sources);
    context.terminal.result(arguments.flag("json") ? evidenceJson(input, rows, sources)
                                                   : evidenceText(rows));
    return withIntegrity(hasBlocker(rows) ? ExitCode::NegativeVerdict : ExitCode::Ok, *input.run);
}

Result<ExitCode> bundleDecide(Context& context)
{
    const Arguments& arguments = context.arguments;
    SOAK_CHECK(refuseGiven(arguments, kOfBundles, "soak bundle decide"));
    SOAK_CHECK(refuseGiven(arguments, {"profile", "repository"}, "soak bundle decide"));
    const auto choice = releaseChoiceFromKey(arguments.text("decision").value_or(""));
    if (!choice) {
        return Error{Errc::Usage, "say what is decided: ship, hold or rerun", "--decision"};
    }
    SOAK_TRY(const Input input, inputAfter(context, 1));
    SOAK_TRY(const ReleaseDecision decision,
             recordDecision(
                 input.folder, *input.run,
                 {*choice, arguments.text("by").value_or(""), arguments.text("why").value_or("")},
                 context.clock));
    const fs::path file = decisionPath(input.folder, *input.run);
    context.terminal.result(arguments.flag("json")
                                ? jsonResult("bundle-decide", decisionJson(decision, file))
                                : std::string(keyOf(decision.choice)) + ", by " +
                                      escapeTerminal(decision.by) + " at " +
                                      utcText(decision.atMs) + ": " + escapeTerminal(decision.why) +
                                      "\n" + pathText(file) + "\n");
    return ExitCode::Ok;
}

} // namespace soak::cli
