// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"
#include "core/analysis/ignored_overrides.h"
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/model/overrides_in_force.h"
#include "core/report/overrides_diff.h"

namespace soak::cli
{
namespace
{

struct Side {
    std::string path; // empty: the other side's
    std::optional<int> iteration;
};

// RUN@12: the last @ followed by digits only. A folder that really is named so wins.
Result<Side> parseSide(const std::string& text)
{
    std::error_code error;
    if (fs::exists(text, error)) {
        return Side{text, std::nullopt};
    }
    const auto at = text.rfind('@');
    if (at == std::string::npos) {
        return Side{text, std::nullopt};
    }
    const auto iteration = parseInteger(std::string_view(text).substr(at + 1));
    if (!iteration || *iteration < 1 || *iteration > INT32_MAX) {
        return Error{Errc::Usage, "what follows @ is not the number of an iteration",
                     escapeTerminal(text)};
    }
    return Side{text.substr(0, at), static_cast<int>(*iteration)};
}

std::string sideName(const Side& side, const SoakRun& run)
{
    const std::string name = run.info ? run.info->runId : side.path;
    return side.iteration ? name + " iteration " + std::to_string(*side.iteration)
                          : name + " at its end";
}

} // namespace

Result<ExitCode> diffVerb(Context& context)
{
    const Arguments& arguments = context.arguments;
    SOAK_TRY(Side a, parseSide(arguments.positionals[0]));
    SOAK_TRY(Side b, parseSide(arguments.positionals[1]));
    if (a.path.empty()) {
        a.path = b.path.empty() ? defaultBase(context.environment).string() : b.path;
    }
    if (b.path.empty()) {
        b.path = a.path;
    }
    SOAK_TRY(const Input inputA, loadInput(context, a.path));
    SOAK_TRY(const Input inputB,
             a.path == b.path ? Result<Input>(inputA) : loadInput(context, b.path));
    SOAK_TRY(const Overrides from, overridesInForce(*inputA.run, a.iteration));
    SOAK_TRY(const Overrides to, overridesInForce(*inputB.run, b.iteration));
    SOAK_TRY(const ReportContext report, reportContext(context, *inputB.run));

    const std::vector<std::string> ignored =
        globPatterns(arguments.text("ignore").value_or(std::string()));
    const auto [diff, leftOut] =
        withoutIgnored(diffOverrides(from, to, ParameterRegistry::builtin()), ignored);
    const DiffSides sides{sideName(a, *inputA.run), sideName(b, *inputB.run), ignored, leftOut};
    const bool asJson =
        arguments.flag("json") || arguments.text("format").value_or("text") == "json";
    context.terminal.result(asJson ? overridesDiffJson(diff, sides, report)
                                   : overridesDiffText(diff, sides));
    return arguments.flag("exit-code") && !diff.empty() ? ExitCode::NegativeVerdict : ExitCode::Ok;
}

} // namespace soak::cli
