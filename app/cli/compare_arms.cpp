// SPDX-License-Identifier: GPL-3.0-or-later
// `soak compare --arm-a RUN ... --arm-b RUN ...`.
#include "app/cli/compare_input.h"
#include "app/cli/input.h"
#include "app/cli/json_result.h"
#include "core/analysis/arm_comparison.h"
#include "core/report/arm_report.h"

#include <nlohmann/json.hpp>

namespace soak::cli
{
namespace
{

Status checkArms(const Arguments& arguments)
{
    for (const char* arm : {"arm-a", "arm-b"}) {
        if (!arguments.has(arm)) {
            return Error{Errc::Usage,
                         "an arm needs the other one: --arm-a RUN RUN RUN --arm-b RUN RUN RUN",
                         std::string("--") + arm};
        }
    }
    if (!arguments.positionals.empty()) {
        return Error{Errc::Usage, "runs stand after --arm-a or --arm-b, or both are left out",
                     pathText(arguments.positionals.front())};
    }
    for (const char* other : {"last-green", "calibrate", "details"}) {
        if (arguments.flag(other)) {
            return Error{Errc::Usage, "it goes with pairs of runs, not with arms",
                         std::string("--") + other};
        }
    }
    if (arguments.text("format") == "csv") {
        return Error{Errc::Usage, "csv is the table of pairs of runs; arms have json", "--format"};
    }
    return Done{};
}

Result<std::string> renderedArms(Context& context, const ArmComparison& comparison)
{
    const Arguments& arguments = context.arguments;
    const std::string format =
        arguments.flag("json") ? "json" : arguments.text("format").value_or("text");
    if (format == "json") {
        return jsonResult("compare-arms", armsJson(comparison));
    }
    SOAK_TRY(const ReportContext report, reportContext(context, *comparison.runs.back().run));
    return format == "md"     ? armsMarkdown(comparison, report)
           : format == "html" ? armsHtml(comparison, report)
                              : armsText(comparison);
}

} // namespace

Result<ExitCode> compareArmsOfRuns(Context& context)
{
    const Arguments& arguments = context.arguments;
    SOAK_CHECK(checkArms(arguments));
    SOAK_TRY(CompareOptions options, compareOptions(context));
    const std::vector<std::string> a = arguments.all("arm-a");
    const std::vector<std::string> b = arguments.all("arm-b");
    std::vector<std::string> words = a;
    words.insert(words.end(), b.begin(), b.end());
    SOAK_TRY(const std::vector<fs::path> given, runPaths(context, words));
    SOAK_TRY(const ComparedRuns runs, comparedRuns(context, given));
    const std::vector<CompareInput> inputs = runs.inputs();
    const std::span<const CompareInput> all(inputs);
    SOAK_TRY(const ArmComparison comparison,
             compareArms(all.first(a.size()), all.subspan(a.size()), std::move(options)));
    SOAK_TRY(const std::string text, renderedArms(context, comparison));
    SOAK_CHECK(deliver(context, runs, text));
    return arguments.flag("exit-code") ? exitCodeOf(comparison.counts) : ExitCode::Ok;
}

} // namespace soak::cli
