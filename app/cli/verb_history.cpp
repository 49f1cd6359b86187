// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"
#include "app/cli/json_result.h"
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/history/folder_index.h"
#include "core/history/last_green.h"
#include "core/history/run_query.h"
#include "core/io/find_run.h"
#include "core/report/json_text.h"
#include "core/report/markdown_table.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace soak::cli
{
namespace
{

using Json = nlohmann::json;

fs::path baseOf(const Context& context)
{
    if (const auto given = context.arguments.text("base")) {
        return *given;
    }
    return context.environment.get("ARTIFACTS_ROOT").value_or("artifacts");
}

Result<RunQuery> queryOf(const Context& context)
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

std::string verdictText(const RunRow& row)
{
    return row.figures ? std::string(keyOf(row.figures->verdict)) : "unreadable";
}

std::string iterationsText(const RunRow& row)
{
    const std::string read =
        std::to_string(row.figures ? row.figures->iterationsRead : std::size_t{0});
    return row.planned ? read + "/" + std::to_string(*row.planned) : read;
}

std::string tableOf(const std::vector<RunRow>& rows)
{
    std::vector<TableColumn> columns{
        {"run"}, {"started"}, {"iterations", ColumnAlign::Right}, {"verdict"}, {"state"}};
    for (const Metric metric : goalMetrics()) {
        columns.push_back({std::string(specOf(metric).key), ColumnAlign::Right});
    }
    columns.push_back({"problems", ColumnAlign::Right});
    columns.push_back({"folder"});
    TextTable table(columns);
    for (const RunRow& row : rows) {
        std::vector<std::string> cells{row.name, row.startedMs ? utcText(*row.startedMs) : "n/a",
                                       iterationsText(row), verdictText(row),
                                       std::string(keyOf(row.activity.activity))};
        for (std::size_t i = 0; i < kGoalCount; ++i) {
            cells.push_back(metricNumber(goalMetrics()[i],
                                         row.figures ? row.figures->values[i] : std::nullopt));
        }
        cells.push_back(row.figures ? std::to_string(row.figures->problems) : "n/a");
        cells.push_back(row.whyUnreadable.empty() ? row.folder
                                                  : row.folder + ": " + row.whyUnreadable);
        table.addRow(std::move(cells));
    }
    return rows.empty() ? "no run\n" : table.text();
}

Json figuresJson(const RunFigures& figures)
{
    Json json{{"verdict", keyOf(figures.verdict)},
              {"gates_verdict", keyOf(figures.gateVerdict)},
              {"iterations_read", figures.iterationsRead},
              {"problems", figures.problems},
              {"values", Json::object()},
              {"margins", Json::object()}};
    for (std::size_t i = 0; i < kGoalCount; ++i) {
        const std::string key(specOf(goalMetrics()[i]).key);
        json["values"][key] = jsonOrNull(figures.values[i]);
        json["margins"][key] = jsonOrNull(figures.margins[i]);
        json["margin_shares"][key] = jsonOrNull(figures.marginShares[i]);
    }
    return json;
}

Json rowJson(const RunRow& row)
{
    return {{"name", row.name},
            {"folder", row.folder},
            {"also_in", row.alsoIn},
            {"identity", row.identity},
            {"run_id", row.runId.empty() ? Json() : Json(row.runId)},
            {"whatif", row.isBranch},
            {"engine", row.engine.empty() ? Json() : Json(row.engine)},
            {"scenario", row.scenario.empty() ? Json() : Json(row.scenario)},
            {"profile", row.profile.empty() ? Json() : Json(row.profile)},
            {"gate_profile", row.gateProfile.empty() ? Json() : Json(row.gateProfile)},
            {"started_utc", row.startedMs ? Json(utcText(*row.startedMs)) : Json()},
            {"iterations_planned", row.planned ? Json(*row.planned) : Json()},
            {"state", keyOf(row.activity.activity)},
            {"unreadable", row.whyUnreadable.empty() ? Json() : Json(row.whyUnreadable)},
            {"figures", row.figures ? figuresJson(*row.figures) : Json()}};
}

Result<ExitCode> lastGreen(Context& context, const FolderIndex& index, const fs::path& given)
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
    context.terminal.result(tableOf({green->row}));
    return ExitCode::Ok;
}

} // namespace

Result<ExitCode> historyVerb(Context& context)
{
    if (const auto& words = context.arguments.positionals;
        !words.empty() && words.front() != "list") {
        return Error{Errc::Usage, "there is only `soak history list` yet",
                     escapeTerminal(words.front())};
    }
    SOAK_TRY(const RunQuery query, queryOf(context));
    const FolderIndex index({baseOf(context)});
    if (const auto shown = context.arguments.text("last-green")) {
        if (context.arguments.has("filter")) {
            return Error{Errc::Usage, "--last-green stands alone; leave out --filter", ""};
        }
        return lastGreen(context, index, *shown);
    }
    SOAK_TRY(const std::vector<RunRow> rows, judgedRows(context, index, query));
    if (index.isCut()) {
        context.terminal.warn("there are more folders than are searched; give a base further down");
    }
    if (!context.arguments.flag("json")) {
        context.terminal.result(tableOf(rows));
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
