// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/history_csv.h"

#include "core/analysis/run_verdict.h"
#include "core/base/escape.h"
#include "core/base/text.h"

namespace soak
{
namespace
{

std::string csvNumber(const std::optional<double>& value)
{
    std::string text = value ? jsonNumber(*value) : std::string();
    if (text.ends_with(".0")) {
        text.resize(text.size() - 2);
    }
    return text;
}

std::string csvHead()
{
    std::string head = "number,version,superseded,run,run_id,started_utc,iterations_read,"
                       "iterations_planned,verdict,gates_verdict,state";
    for (const Metric metric : goalMetrics()) {
        head += ',' + std::string(specOf(metric).key) + "_last_n";
    }
    return head + ",problems,engine,scenario,profile,gate_profile,tags,releases,decision,folder,"
                  "unreadable\r\n";
}

// `remembered`: nullptr = the history does not know it.
std::string csvLine(const RunRow& row, const HistoryRun* remembered)
{
    const auto& figures = row.figures;
    std::string line;
    const auto add = [&line](std::string_view text) {
        line += csvCell(text);
        line += ',';
    };
    add(remembered != nullptr ? std::to_string(remembered->number) : "");
    add(remembered != nullptr ? std::to_string(remembered->version) : "");
    add(remembered == nullptr ? "" : remembered->isSuperseded ? "true" : "false");
    add(row.name);
    add(row.runId);
    add(row.startedMs ? utcText(*row.startedMs) : "");
    add(figures ? std::to_string(figures->iterationsRead) : "");
    add(row.planned ? std::to_string(*row.planned) : "");
    add(figures ? keyOf(figures->verdict) : "");
    add(figures ? keyOf(figures->gateVerdict) : "");
    add(keyOf(row.activity.activity));
    for (std::size_t goal = 0; goal < kGoalCount; ++goal) {
        add(csvNumber(figures ? figures->values.at(goal) : std::nullopt));
    }
    add(figures ? std::to_string(figures->problems) : "");
    add(row.engine);
    add(row.scenario);
    add(row.profile);
    add(row.gateProfile);
    add(join(row.tags, " "));
    add(remembered != nullptr ? join(remembered->releases, " ") : "");
    add(remembered != nullptr ? remembered->decision.value_or("") : "");
    add(row.folder);
    return line + csvCell(row.whyUnreadable) + "\r\n";
}

} // namespace

std::string historyCsv(std::span<const HistoryRun> runs)
{
    std::string text = csvHead();
    for (const HistoryRun& run : runs) {
        text += csvLine(run.row, &run);
    }
    return text;
}

std::string historyCsv(std::span<const RunRow> rows)
{
    std::string text = csvHead();
    for (const RunRow& row : rows) {
        text += csvLine(row, nullptr);
    }
    return text;
}

} // namespace soak
