// SPDX-License-Identifier: GPL-3.0-or-later
// `soak tag --bundle BUNDLE`: a preflight that names every problem at once, then an annotated tag.
#include "app/cli/context.h"
#include "app/cli/json_result.h"
#include "app/cli/release_options.h"
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/release/release_tag.h"
#include "core/release/verify_bundle.h"

#include <nlohmann/json.hpp>

namespace soak::cli
{
namespace
{

using Json = nlohmann::json;

std::string outcomeJson(const TagRequest& request, const TagOutcome& outcome)
{
    Json problems = Json::array();
    for (const TagProblem& problem : outcome.problems) {
        problems.push_back({{"exit_code", static_cast<int>(problem.code)}, {"text", problem.text}});
    }
    return jsonResult("tag", {{"tag", request.tag},
                              {"commit", outcome.head},
                              {"message", outcome.message},
                              {"problems", std::move(problems)},
                              {"dry_run", request.dryRun},
                              {"made", outcome.isMade}});
}

std::string outcomeText(const TagRequest& request, const TagOutcome& outcome)
{
    std::string text;
    for (const TagProblem& problem : outcome.problems) {
        text += "[FAIL] " + problem.text + "\n";
    }
    if (!outcome.problems.empty()) {
        return text + "NOT TAGGED: " + countText(outcome.problems.size(), "problem", "problems") +
               "\n";
    }
    return outcome.message + "\n" + (outcome.isMade ? "tagged " : "would tag ") +
           outcome.head.substr(0, 12) + " as " + escapeTerminal(request.tag) +
           (outcome.isMade ? "; to publish it: git push origin " + request.tag : "") + "\n";
}

} // namespace

Result<ExitCode> tagVerb(Context& context)
{
    const Arguments& arguments = context.arguments;
    const auto bundle = arguments.text("bundle");
    if (!bundle || bundle->empty()) {
        return Error{Errc::Usage, "say with --bundle which bundle was validated", ""};
    }
    TagRequest request;
    request.bundle = *bundle;
    request.tag = arguments.text("tag").value_or(kDefaultTag);
    request.repository = arguments.text("repository").value_or(".");
    request.signingKey = pathSetting(context, "sign-key");
    request.force = arguments.flag("force");
    request.dryRun = arguments.flag("dry-run");
    request.scratch = scratchFolder(context.environment);
    VerifyBundleOptions options;
    options.allowedSigners = pathSetting(context, "allowed-signers");
    options.scratch = request.scratch;
    const Progress progress = context.terminal.progress(context.clock);
    SOAK_TRY(const BundleVerification verification,
             verifyBundle(request.bundle, options, context.stop, progress));
    context.terminal.endProgress();
    SOAK_TRY(const TagOutcome outcome,
             makeTag(request, verification, verification.soakedCommit, context.stop));
    context.terminal.result(arguments.flag("json") ? outcomeJson(request, outcome)
                                                   : outcomeText(request, outcome));
    return tagExitCode(outcome);
}

} // namespace soak::cli
