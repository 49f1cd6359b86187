// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/history_text.h"

#include "core/base/text.h"
#include "core/report/json_text.h"
#include "core/report/markdown_table.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

namespace soak::cli
{
namespace
{

using Json = nlohmann::json;

std::vector<TableColumn> runTableColumns()
{
    std::vector<TableColumn> columns{
        {"run"}, {"started"}, {"iterations", ColumnAlign::Right}, {"verdict"}, {"state"}};
    for (const Metric metric : goalMetrics()) {
        columns.push_back({std::string(specOf(metric).key), ColumnAlign::Right});
    }
    columns.push_back({"problems", ColumnAlign::Right});
    return columns;
}

std::vector<std::string> runCells(const RunRow& row)
{
    std::vector<std::string> cells{row.name, row.startedMs ? utcText(*row.startedMs) : "n/a",
                                   iterationsText(row), verdictText(row),
                                   std::string(keyOf(row.activity.activity))};
    for (std::size_t i = 0; i < kGoalCount; ++i) {
        cells.push_back(
            metricNumber(goalMetrics()[i], row.figures ? row.figures->values[i] : std::nullopt));
    }
    cells.push_back(row.figures ? std::to_string(row.figures->problems) : "n/a");
    return cells;
}

std::string placeCell(const RunRow& row)
{
    return row.whyUnreadable.empty() ? row.folder : row.folder + ": " + row.whyUnreadable;
}

Json figuresJson(const RunFigures& figures)
{
    Json json{{"verdict", keyOf(figures.verdict)},
              {"gates_verdict", keyOf(figures.gateVerdict)},
              {"iterations_read", figures.iterationsRead},
              {"problems", figures.problems},
              {"values", Json::object()},
              {"margins", Json::object()},
              {"parameters", Json::object()}};
    for (std::size_t i = 0; i < kGoalCount; ++i) {
        const std::string key(specOf(goalMetrics()[i]).key);
        json["values"][key] = jsonOrNull(figures.values[i]);
        json["margins"][key] = jsonOrNull(figures.margins[i]);
        json["margin_shares"][key] = jsonOrNull(figures.marginShares[i]);
    }
    for (const auto& [name, value] : figures.parameters) {
        json["parameters"][name] = value.amount;
    }
    json["state_sha256"] = figures.stateHash.empty() ? Json() : Json(figures.stateHash);
    return json;
}

Json saidJson(const std::vector<SaidWord>& words)
{
    Json list = Json::array();
    for (const SaidWord& word : words) {
        list.push_back({{"text", word.text},
                        {"by", word.by.empty() ? Json() : Json(word.by)},
                        {"utc", utcText(word.atMs)}});
    }
    return list;
}

} // namespace

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

std::string runTable(const std::vector<RunRow>& rows)
{
    std::vector<TableColumn> columns = runTableColumns();
    columns.push_back({"folder"});
    TextTable table(columns);
    for (const RunRow& row : rows) {
        std::vector<std::string> cells = runCells(row);
        cells.push_back(placeCell(row));
        table.addRow(std::move(cells));
    }
    return rows.empty() ? "no run\n" : table.text();
}

nlohmann::json rowJson(const RunRow& row)
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
            {"tags", row.tags},
            {"started_utc", row.startedMs ? Json(utcText(*row.startedMs)) : Json()},
            {"iterations_planned", row.planned ? Json(*row.planned) : Json()},
            {"state", keyOf(row.activity.activity)},
            {"unreadable", row.whyUnreadable.empty() ? Json() : Json(row.whyUnreadable)},
            {"figures", row.figures ? figuresJson(*row.figures) : Json()}};
}

std::string historyTable(const std::vector<HistoryRun>& runs)
{
    std::vector<TableColumn> columns = runTableColumns();
    columns.insert(columns.begin(), {"number", ColumnAlign::Right});
    for (const char* title : {"tags", "releases", "decision", "folder"}) {
        columns.push_back({title});
    }
    TextTable table(columns);
    for (const HistoryRun& run : runs) {
        std::vector<std::string> cells = runCells(run.row);
        cells.insert(cells.begin(), std::to_string(run.number));
        cells[1] += run.version > 1 ? " (version " + std::to_string(run.version) + ")" : "";
        cells.push_back(join(run.row.tags, " "));
        cells.push_back(join(run.releases, " "));
        cells.push_back(run.decision.value_or(""));
        cells.push_back(placeCell(run.row));
        table.addRow(std::move(cells));
    }
    return runs.empty() ? "no run\n" : table.text();
}

nlohmann::json historyJson(const HistoryRun& run)
{
    Json json = rowJson(run.row);
    json["number"] = run.number;
    json["version"] = run.version;
    json["superseded"] = run.isSuperseded;
    json["content_sha256"] = run.contentHash.empty() ? Json() : Json(run.contentHash);
    json["imported_utc"] = utcText(run.importedMs);
    json["seed"] = run.seed.empty() ? Json() : Json(run.seed);
    json["tool_version"] = run.toolVersion.empty() ? Json() : Json(run.toolVersion);
    json["ended"] = run.ended.empty() ? Json() : Json(run.ended);
    json["verdict_why"] = run.verdictWhy.empty() ? Json() : Json(run.verdictWhy);
    json["releases"] = run.releases;
    json["decision"] = run.decision ? Json(*run.decision) : Json();
    return json;
}

nlohmann::json wordsJson(const HistoryWords& words)
{
    Json decisions = Json::array();
    for (const HistoryDecision& decision : words.decisions) {
        decisions.push_back({{"decision", decision.decision},
                             {"by", decision.by},
                             {"utc", utcText(decision.atMs)},
                             {"why", decision.why},
                             {"content_sha256", decision.contentHash}});
    }
    return {{"tags", saidJson(words.tags)},
            {"notes", saidJson(words.notes)},
            {"releases", saidJson(words.releases)},
            {"decisions", std::move(decisions)}};
}

} // namespace soak::cli
