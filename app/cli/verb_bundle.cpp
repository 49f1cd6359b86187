// SPDX-License-Identifier: GPL-3.0-or-later
// `soak bundle RUN --out DIR` and `soak bundle verify BUNDLE`; the other words: bundle_words.h.
#include "app/cli/bundle_words.h"
#include "app/cli/input.h"
#include "app/cli/json_result.h"
#include "app/cli/outputs.h"
#include "app/cli/release_options.h"
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/io/find_run.h"
#include "core/release/make_bundle.h"
#include "core/release/verify_bundle.h"
#include "core/report/json_text.h"

#include <nlohmann/json.hpp>

namespace soak::cli
{
namespace
{

using Json = nlohmann::json;

Json filesJson(const BundleOutcome& outcome)
{
    Json list = Json::array();
    for (const BundleFile& file : outcome.files) {
        list.push_back(
            outcome.isWritten
                ? Json{{"path", file.path}, {"size", file.size}, {"sha256", hexText(file.sha256)}}
                : Json{{"path", file.path}});
    }
    return list;
}

std::string outcomeJson(const BundleOutcome& outcome, bool isDryRun)
{
    return jsonResult(
        "bundle",
        {{"name", outcome.facts.name},
         {"folder", pathText(outcome.folder)},
         {"archive", pathText(outcome.archive)},
         {"archive_bytes", outcome.isWritten ? Json(outcome.archiveBytes) : Json()},
         {"archive_sha256", outcome.archiveSha256 ? Json(hexText(*outcome.archiveSha256)) : Json()},
         {"version", jsonOrNull(outcome.facts.labels.version)},
         {"utc", jsonOrNull(outcome.facts.context.timestamp)},
         {"verdict", std::string(keyOf(outcome.verdict))},
         {"result", std::string(keyOf(outcome.facts.result))},
         {"blockers", outcome.facts.blockers},
         {"decision", outcome.facts.decision
                          ? Json(std::string(keyOf(outcome.facts.decision->choice)))
                          : Json()},
         {"refused", outcome.isRefused},
         {"signed", outcome.isWritten ? Json(outcome.isSigned) : Json()},
         {"written", outcome.isWritten},
         {"dry_run", isDryRun},
         {"files", filesJson(outcome)}});
}

std::string blockersText(const BundleOutcome& outcome)
{
    std::string text;
    for (const std::string& blocker : outcome.facts.blockers) {
        text += "  " + escapeTerminal(blocker) + "\n";
    }
    return text;
}

std::string outcomeText(const BundleOutcome& outcome, bool isDryRun)
{
    const std::string result(keyOf(outcome.facts.result));
    std::string text;
    if (outcome.isRefused) {
        text = "REFUSED: " + outcome.facts.name + " is not ready for a release\n" +
               blockersText(outcome);
    }
    if (isDryRun) {
        text += outcome.isRefused ? "" : "would make, " + result + ":\n" + blockersText(outcome);
        text += "folder   " + pathText(outcome.folder) + "\narchive  " + pathText(outcome.archive) +
                "\n";
        for (const BundleFile& file : outcome.files) {
            text += "  " + file.path + "\n";
        }
        return text;
    }
    if (outcome.isRefused) {
        return text + "--allow-fail makes a bundle that says PARTIAL in every file\n";
    }
    text = "folder   " + pathText(outcome.folder) + "\narchive  " + pathText(outcome.archive) +
           "\nsha256   " + hexText(*outcome.archiveSha256) + "\n";
    text += outcome.isSigned ? "signed   yes\n" : "signed   no: give --sign-key to sign it\n";
    return text + result + "\n" + blockersText(outcome);
}

Result<ExitCode> buildBundle(Context& context)
{
    const Arguments& arguments = context.arguments;
    SOAK_CHECK(refuseGiven(
        arguments, {"allowed-signers", "require-signature", "decision", "by", "why", "repository"},
        "soak bundle RUN"));
    const auto out = arguments.text("out");
    if (!out || out->empty()) {
        return Error{Errc::Usage, "say with --out where the bundle goes", ""};
    }
    BundleRequest request;
    if (const auto profile = arguments.text("profile")) {
        SOAK_TRY(request.profile, gateProfileNamed(*profile));
    }
    SOAK_TRY(const fs::path given, inputPath(context, {"src"}));
    SOAK_TRY(request.run, findRun(given));
    SOAK_CHECK(keepOutOfRun(*out, request.run));
    request.out = *out;
    request.version = releaseVersion(context);
    request.signingKey = pathSetting(context, "sign-key");
    request.allowPartial = arguments.flag("allow-fail");
    request.force = arguments.flag("force");
    request.dryRun = arguments.flag("dry-run");
    const Progress progress = context.terminal.progress(context.clock);
    SOAK_TRY(const BundleOutcome outcome, makeBundle(request, context.stop, progress));
    context.terminal.endProgress();
    context.terminal.result(arguments.flag("json") ? outcomeJson(outcome, request.dryRun)
                                                   : outcomeText(outcome, request.dryRun));
    return outcome.isRefused ? ExitCode::NegativeVerdict : ExitCode::Ok;
}

std::string verificationJson(const fs::path& bundle, const BundleVerification& verification)
{
    Json checks = Json::array();
    for (const BundleCheck& check : verification.checks) {
        checks.push_back({{"id", std::string(keyOf(check.id))},
                          {"state", std::string(keyOf(check.state))},
                          {"file", check.file.empty() ? Json() : Json(check.file)},
                          {"reason", check.reason}});
    }
    const auto& manifest = verification.manifest;
    return jsonResult("bundle-verify",
                      {{"bundle", pathText(bundle)},
                       {"verified", !hasFailed(verification)},
                       {"signed", verification.isSigned},
                       {"signer", verification.signer.empty() ? Json() : Json(verification.signer)},
                       {"name", manifest ? Json(manifest->name) : Json()},
                       {"run_id", manifest ? jsonOrNull(manifest->runId) : Json()},
                       {"result", manifest ? Json(std::string(keyOf(manifest->result))) : Json()},
                       {"verdict", manifest ? Json(manifest->verdict) : Json()},
                       {"checks", std::move(checks)}});
}

Result<ExitCode> verifyBundleFiles(Context& context)
{
    const Arguments& arguments = context.arguments;
    SOAK_CHECK(refuseGiven(arguments,
                           {"src", "out", "profile", "allow-fail", "force", "dry-run", "sign-key",
                            "release", "decision", "by", "why", "repository"},
                           "soak bundle verify"));
    if (arguments.positionals.size() < 2 || arguments.positionals[1].empty()) {
        return Error{Errc::Usage, "say which bundle: soak bundle verify FILE.tar.gz or FOLDER", ""};
    }
    const fs::path bundle(arguments.positionals[1]);
    VerifyBundleOptions options;
    options.allowedSigners = pathSetting(context, "allowed-signers");
    options.requireSignature = arguments.flag("require-signature");
    options.scratch = scratchFolder(context.environment);
    const Progress progress = context.terminal.progress(context.clock);
    SOAK_TRY(const BundleVerification verification,
             verifyBundle(bundle, options, context.stop, progress));
    context.terminal.endProgress();
    context.terminal.result(arguments.flag("json") ? verificationJson(bundle, verification)
                                                   : bundleVerificationText(verification));
    return verifyBundleExitCode(verification);
}

} // namespace

Result<ExitCode> bundleVerb(Context& context)
{
    const auto& words = context.arguments.positionals;
    if (!words.empty() && words.front() == "verify") {
        return verifyBundleFiles(context);
    }
    if (!words.empty() && words.front() == "evidence") {
        return bundleEvidence(context);
    }
    if (!words.empty() && words.front() == "decide") {
        return bundleDecide(context);
    }
    if (words.size() > 1) {
        return Error{Errc::Usage,
                     "two runs are given; the other words are `verify`, `evidence` and `decide`",
                     ""};
    }
    return buildBundle(context);
}

} // namespace soak::cli
