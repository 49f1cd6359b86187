// SPDX-License-Identifier: GPL-3.0-or-later
// `soak history list --base DIR`: the runs that lie in a folder now, remembered or not.
#include "app/cli/history_text.h"
#include "app/cli/history_verbs.h"
#include "app/cli/json_result.h"
#include "core/base/escape.h"
#include "core/history/folder_index.h"
#include "core/history/history_csv.h"
#include "core/history/last_green.h"
#include "core/history/run_query.h"
#include "core/io/find_run.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace soak::cli
{
namespace
{

using Json = nlohmann::json;

// What can be told without judging is asked first: that spares reading the run.
RunQuery cheapPartsOf(const RunQuery& query)
{
    RunQuery cheap;
    std::copy_if(query.parts.begin(), query.parts.end(), std::back_inserter(cheap.parts),
                 [](const QueryPart& part) { return !needsFigures({{part}}); });
    return cheap;
}

Result<std::vector<RunRow>> judgedRows(Context& context, const FolderIndex& index,
                                       const RunQuery& query)
{
    const EpochMs now = context.clock.wall();
    const Progress progress = context.terminal.progress(context.clock);
    auto listed = index.list(now, context.stop, progress);
    if (!listed) {
        context.terminal.endProgress();
        return listed.error();
    }
    const RunQuery cheap = cheapPartsOf(query);
    std::vector<RunRow> rows;
    std::uint64_t done = 0;
    for (RunRow& row : *listed) {
        progress(++done, listed->size(), "runs");
        if (!matches(cheap, row, now)) {
            continue;
        }
        auto judged = index.judged(std::move(row), context.stop);
        if (!judged) {
            context.terminal.endProgress();
            return judged.error();
        }
        if (matches(query, *judged, now)) {
            rows.push_back(std::move(*judged));
        }
    }
    context.terminal.endProgress();
    return rows;
}

Result<ExitCode> lastGreenBelow(Context& context, const FolderIndex& index, const fs::path& given)
{
    const EpochMs now = context.clock.wall();
    SOAK_TRY(const fs::path folder, findRun(given));
    const RunRow shown = rowOfFolder(fs::absolute(folder).lexically_normal(), now);
    const Progress progress = context.terminal.progress(context.clock);
    auto listed = index.list(now, context.stop, progress);
    context.terminal.endProgress();
    if (!listed) {
        return listed.error();
    }
    SOAK_TRY(const auto green, lastGreenRun(index, std::move(*listed), shown, context.stop));
    if (!green) {
        return Error{Errc::NotFound, "no green run of the same kind started before it",
                     pathText(folder)};
    }
    if (context.arguments.flag("json")) {
        Json json{{"runs", Json::array({rowJson(green->row)})},
                  {"relaxed", green->relaxed ? Json(keyOf(*green->relaxed)) : Json()}};
        context.terminal.result(jsonResult("history-list", std::move(json)));
        return ExitCode::Ok;
    }
    if (green->relaxed) {
        context.terminal.warn("there is none with the same " + std::string(keyOf(*green->relaxed)) +
                              "; this one has another");
    }
    const std::array rows{green->row};
    context.terminal.result(context.arguments.flag("csv") ? historyCsv(rows)
                                                          : runTable({green->row}));
    return ExitCode::Ok;
}

} // namespace

fs::path historyBase(const Context& context)
{
    if (const auto given = context.arguments.text("base")) {
        return *given;
    }
    return context.environment.get("ARTIFACTS_ROOT").value_or("artifacts");
}

Result<RunQuery> historyQuery(const Context& context)
{
    const std::string text = context.arguments.text("filter").value_or("");
    ParsedQuery parsed = parseRunQuery(text);
    if (parsed.problem) {
        const std::string where =
            escapeTerminal(std::string_view(text).substr(0, parsed.problem->position)) + ">>" +
            escapeTerminal(std::string_view(text).substr(parsed.problem->position));
        return Error{Errc::Usage, parsed.problem->message,
                     "--filter, column " + std::to_string(parsed.problem->position + 1) + ", " +
                         where};
    }
    return std::move(parsed.query);
}

Result<ExitCode> listFolders(Context& context)
{
    SOAK_TRY(const RunQuery query, historyQuery(context));
    const FolderIndex index({historyBase(context)});
    if (const auto shown = context.arguments.text("last-green")) {
        if (context.arguments.has("filter")) {
            return Error{Errc::Usage, "--last-green stands alone; leave out --filter", ""};
        }
        return lastGreenBelow(context, index, *shown);
    }
    SOAK_TRY(const std::vector<RunRow> rows, judgedRows(context, index, query));
    if (index.isCut()) {
        context.terminal.warn("there are more folders than are searched; give a base further down");
    }
    if (!context.arguments.flag("json")) {
        context.terminal.result(context.arguments.flag("csv") ? historyCsv(rows) : runTable(rows));
        return ExitCode::Ok;
    }
    Json json{{"runs", Json::array()}};
    for (const RunRow& row : rows) {
        json["runs"].push_back(rowJson(row));
    }
    context.terminal.result(jsonResult("history-list", std::move(json)));
    return ExitCode::Ok;
}

} // namespace soak::cli
