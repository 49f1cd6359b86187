// SPDX-License-Identifier: GPL-3.0-or-later
// `soak history list`, `kpi` and `stats`: what is remembered.
#include "app/cli/history_text.h"
#include "app/cli/history_verbs.h"
#include "app/cli/json_result.h"
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/history/folder_index.h"
#include "core/history/history_csv.h"
#include "core/history/kpi_history.h"
#include "core/history/last_green.h"
#include "core/io/find_run.h"
#include "core/report/json_text.h"
#include "core/report/markdown_table.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

#include <array>

namespace soak::cli
{
namespace
{

using Json = nlohmann::json;

constexpr std::size_t kAllRuns = 1'000'000;

Result<ExitCode> lastGreenRemembered(Context& context, HistoryStore& store, const fs::path& given)
{
    const EpochMs now = context.clock.wall();
    SOAK_TRY(const fs::path folder, findRun(given));
    const RunRow shown = rowOfFolder(fs::absolute(folder).lexically_normal(), now);
    HistoryAsk ask;
    ask.limit = kAllRuns;
    SOAK_TRY(const HistoryPage page, historyPage(store, ask, now));
    std::vector<RunRow> rows;
    for (const HistoryRun& run : page.runs) {
        rows.push_back(run.row);
        // A run whose folder is gone can be looked at no more; it was green all the same.
        if (rows.back().activity.activity == RunActivity::Vanished && run.ended == "completed") {
            rows.back().activity.activity = RunActivity::Finished;
        }
    }
    SOAK_TRY(const auto green, lastGreenRun(FolderIndex({}), rows, shown, context.stop));
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
    const std::array found{green->row};
    context.terminal.result(context.arguments.flag("csv") ? historyCsv(found)
                                                          : runTable({green->row}));
    return ExitCode::Ok;
}

Result<HistoryAsk> askOf(const Context& context)
{
    HistoryAsk ask;
    SOAK_TRY(ask.query, historyQuery(context));
    SOAK_TRY(ask.sort, historySort(context.arguments.text("sort").value_or("started")));
    ask.limit = static_cast<std::size_t>(context.arguments.integer("limit").value_or(1000));
    ask.offset = static_cast<std::size_t>(context.arguments.integer("offset").value_or(0));
    ask.versions = context.arguments.flag("all-versions") ? Versions::All : Versions::Present;
    return ask;
}

std::string kpiTable(const KpiHistory& history)
{
    const Metric metric = history.metric;
    const std::string aggregate(aggregateText(specOf(metric).windowAggregate));
    TextTable table({{"number", ColumnAlign::Right},
                     {"run"},
                     {"started"},
                     {"verdict"},
                     {"iterations", ColumnAlign::Right},
                     {"last n, " + aggregate, ColumnAlign::Right},
                     {"mean", ColumnAlign::Right},
                     {"releases"}});
    for (const KpiOfRun& point : history.runs) {
        table.addRow({std::to_string(point.number), point.name, utcText(point.startedMs),
                      std::string(keyOf(point.verdict)), std::to_string(point.iterations),
                      metricNumber(metric, point.lastN), metricNumber(metric, point.mean),
                      join(point.releases, " ")});
    }
    if (history.runs.empty()) {
        return "no run\n";
    }
    std::string text = table.text() + "\n";
    for (const std::string& change : historyChangeTexts(history)) {
        text += escapeTerminal(change) + "\n";
    }
    return text;
}

Json changesJson(const KpiHistory& history)
{
    Json changes = Json::array();
    for (const HistoryChange& change : history.changes) {
        changes.push_back({{"run", history.runs[change.run].number},
                           {"name", history.runs[change.run].name},
                           {"half_width", change.halfWidth},
                           {"before", change.before},
                           {"after", change.after},
                           {"p_adj", change.p}});
    }
    return changes;
}

std::string kpiJson(const KpiHistory& history)
{
    const Metric metric = history.metric;
    Json runs = Json::array();
    for (const KpiOfRun& point : history.runs) {
        runs.push_back({{"number", point.number},
                        {"name", point.name},
                        {"started_utc", utcText(point.startedMs)},
                        {"verdict", keyOf(point.verdict)},
                        {"iterations_read", point.iterations},
                        {"last_n", jsonOrNull(point.lastN)},
                        {"mean", jsonOrNull(point.mean)},
                        {"state_sha256", point.stateHash.empty() ? Json() : Json(point.stateHash)},
                        {"releases", point.releases}});
    }
    return jsonResult("history-kpi",
                      {{"metric", specOf(metric).key},
                       {"last_n_aggregate", aggregateText(specOf(metric).windowAggregate)},
                       {"changes", changesJson(history)},
                       {"changes_need_runs", kFewestRunsForChanges},
                       {"runs", std::move(runs)}});
}

std::string statisticsText(const HistoryStatistics& all, const std::string& place)
{
    std::string text = "history     " + escapeTerminal(place) + "\n";
    const auto line = [&text](const std::string& name, const std::string& value) {
        text += name + std::string(name.size() < 12 ? 12 - name.size() : 1, ' ') + value + "\n";
    };
    line("runs", std::to_string(all.runs));
    for (const auto& [verdict, count] : all.byVerdict) {
        line("  " + verdict, std::to_string(count));
    }
    line("  unreadable", std::to_string(all.unreadable));
    line("  vanished", std::to_string(all.vanished));
    for (const auto& [engine, count] : all.byEngine) {
        line("engine", (engine.empty() ? "of another tool" : escapeTerminal(engine)) + ": " +
                           std::to_string(count));
    }
    line("superseded", std::to_string(all.superseded));
    line("iterations", std::to_string(all.iterations));
    line("said", countText(all.tags, "tag", "tags") + ", " + countText(all.notes, "note", "notes") +
                     ", " + countText(all.releases, "release", "releases") + ", " +
                     countText(all.decisions, "decision", "decisions"));
    line("first start", all.firstMs ? utcText(*all.firstMs) : "n/a");
    line("last start", all.lastMs ? utcText(*all.lastMs) : "n/a");
    line("bytes", all.bytes ? std::to_string(*all.bytes) : "n/a");
    return text;
}

std::string statisticsJson(const HistoryStatistics& all, const std::string& place)
{
    return jsonResult("history-stats",
                      {{"place", place},
                       {"runs", all.runs},
                       {"superseded", all.superseded},
                       {"unreadable", all.unreadable},
                       {"vanished", all.vanished},
                       {"iterations", all.iterations},
                       {"tags", all.tags},
                       {"notes", all.notes},
                       {"releases", all.releases},
                       {"decisions", all.decisions},
                       {"by_verdict", all.byVerdict},
                       {"by_engine", all.byEngine},
                       {"first_started_utc", all.firstMs ? Json(utcText(*all.firstMs)) : Json()},
                       {"last_started_utc", all.lastMs ? Json(utcText(*all.lastMs)) : Json()},
                       {"bytes", all.bytes ? Json(*all.bytes) : Json()}});
}

} // namespace

Result<ExitCode> listHistory(Context& context)
{
    if (context.arguments.has("base")) {
        return listFolders(context);
    }
    const auto place = historyPlaceOf(context);
    const bool isGiven = context.arguments.has("db");
    if (!place && !isGiven) {
        return listFolders(context); // no home, no history
    }
    if (!place) {
        return place.error();
    }
    if (context.arguments.has("last-green") && context.arguments.has("filter")) {
        return Error{Errc::Usage, "--last-green stands alone; leave out --filter", ""};
    }
    SOAK_TRY(const HistoryAsk ask, askOf(context));
    auto store = HistoryStore::open(*place, HistoryAccess::Read);
    if (!store && store.error().code == Errc::NotFound && !isGiven) {
        context.terminal.note("nothing is remembered yet (`soak history import`); these are the "
                              "runs below " +
                              pathText(historyBase(context)));
        return listFolders(context);
    }
    if (!store) {
        return store.error();
    }
    if (const auto shown = context.arguments.text("last-green")) {
        return lastGreenRemembered(context, *store, *shown);
    }
    SOAK_TRY(const HistoryPage page, historyPage(*store, ask, context.clock.wall()));
    if (context.arguments.flag("json")) {
        Json json{{"total", page.total}, {"runs", Json::array()}};
        for (const HistoryRun& run : page.runs) {
            json["runs"].push_back(historyJson(run));
        }
        context.terminal.result(jsonResult("history-list", std::move(json)));
        return ExitCode::Ok;
    }
    context.terminal.result(context.arguments.flag("csv") ? historyCsv(page.runs)
                                                          : historyTable(page.runs));
    if (page.runs.size() < page.total) {
        context.terminal.note(std::to_string(page.runs.size()) + " of " +
                              std::to_string(page.total) +
                              " runs; --limit and --offset show others");
    }
    return ExitCode::Ok;
}

Result<ExitCode> historyKpi(Context& context)
{
    SOAK_TRY(const std::string name, historyArgument(context, 0, "a metric"));
    const auto metric = metricFromKey(name);
    if (!metric) {
        return Error{Errc::Usage, "no metric is called so; `soak metrics` writes their names",
                     escapeTerminal(name)};
    }
    SOAK_TRY(const RunQuery query, historyQuery(context));
    SOAK_TRY(const HistoryPlace place, historyPlaceOf(context));
    SOAK_TRY(HistoryStore store, HistoryStore::open(place, HistoryAccess::Read));
    SOAK_TRY(auto points, kpiByRun(store, *metric, query, context.clock.wall()));
    const KpiHistory history = kpiHistory(*metric, std::move(points));
    context.terminal.result(context.arguments.flag("json") ? kpiJson(history) : kpiTable(history));
    return ExitCode::Ok;
}

Result<ExitCode> historyStats(Context& context)
{
    SOAK_TRY(const HistoryPlace place, historyPlaceOf(context));
    SOAK_TRY(HistoryStore store, HistoryStore::open(place, HistoryAccess::Read));
    SOAK_TRY(const HistoryStatistics all, historyStatistics(store));
    context.terminal.result(context.arguments.flag("json") ? statisticsJson(all, placeText(place))
                                                           : statisticsText(all, placeText(place)));
    return ExitCode::Ok;
}

} // namespace soak::cli
