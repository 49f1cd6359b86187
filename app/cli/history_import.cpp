// SPDX-License-Identifier: GPL-3.0-or-later
// `soak history import DIR...`
#include "app/cli/history_text.h"
#include "app/cli/history_verbs.h"
#include "app/cli/json_result.h"
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/history/import_runs.h"
#include "core/release/decision.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <thread>

namespace soak::cli
{
namespace
{

using Json = nlohmann::json;

constexpr unsigned kMostImportThreads = 16;

// One that is no decision, or about another run, is for `soak bundle evidence` to complain about.
std::vector<HistoryDecision> decisionsBeside(const fs::path& folder, const SoakRun& run)
{
    const auto recorded = loadDecision(folder, run);
    if (!recorded || !recorded->has_value()) {
        return {};
    }
    const ReleaseDecision& decision = (*recorded)->decision;
    return {{std::string(keyOf(decision.choice)), decision.by, decision.atMs, decision.why,
             decision.runState}};
}

std::string importCounts(const ImportReport& report)
{
    const auto count = [&report](StoredAs as) { return std::to_string(report.count(as)); };
    std::string text =
        count(StoredAs::New) + " new, " + count(StoredAs::Unchanged) + " unchanged, " +
        count(StoredAs::Grown) + " grown, " +
        countText(report.count(StoredAs::NewVersion), "new version", "new versions") + ", " +
        count(StoredAs::Unreadable) + " unreadable";
    if (!report.gone.empty()) {
        text +=
            "; " + countText(report.gone.size(), "folder is", "folders are") + " no longer there";
    }
    return text + "\n";
}

std::string importText(const ImportReport& report)
{
    std::string text = importCounts(report);
    for (const ImportedFolder& folder : report.folders) {
        if (folder.as == StoredAs::NewVersion) {
            text += "changed since it was remembered, now version " +
                    std::to_string(folder.version) + " (number " + std::to_string(folder.number) +
                    "): " + escapeTerminal(pathText(folder.folder)) + "\n";
        }
    }
    return text;
}

std::string importJson(const ImportReport& report)
{
    Json json{{"folders_gone", report.gone}, {"cut", report.isCut}, {"folders", Json::array()}};
    for (const StoredAs as : {StoredAs::New, StoredAs::Unchanged, StoredAs::Grown,
                              StoredAs::NewVersion, StoredAs::Unreadable}) {
        json["counts"][std::string(keyOf(as))] = report.count(as);
    }
    for (const ImportedFolder& folder : report.folders) {
        if (folder.as != StoredAs::Unchanged) {
            json["folders"].push_back(
                {{"folder", folder.folder},
                 {"stored", keyOf(folder.as)},
                 {"number", folder.number > 0 ? Json(folder.number) : Json()},
                 {"version", folder.number > 0 ? Json(folder.version) : Json()},
                 {"unreadable", folder.why.empty() ? Json() : Json(folder.why)}});
        }
    }
    return jsonResult("history-import", std::move(json));
}

} // namespace

ImportOptions historyImportOptions(const Context& context)
{
    ImportOptions options;
    options.threads = std::clamp(std::thread::hardware_concurrency(), 1U, kMostImportThreads);
    options.rereads = context.arguments.flag("reread");
    options.decisionsOf = decisionsBeside;
    return options;
}

void warnUnreadable(Context& context, const ImportReport& report)
{
    for (const ImportedFolder& folder : report.folders) {
        if (folder.as == StoredAs::Unreadable) {
            context.terminal.warn(pathText(folder.folder) + ": " + folder.why);
        }
    }
    if (report.isCut) {
        context.terminal.warn("there are more folders than are searched; give bases further down");
    }
}

Result<ExitCode> importHistory(Context& context)
{
    const auto& words = context.arguments.positionals;
    std::vector<fs::path> bases(words.begin() + 1, words.end());
    if (bases.empty()) {
        bases.push_back(historyBase(context));
    }
    SOAK_TRY(const HistoryPlace place, historyPlaceOf(context));
    SOAK_TRY(HistoryStore store, HistoryStore::open(place, HistoryAccess::Write));
    const ImportOptions options = historyImportOptions(context);
    const Progress progress = context.terminal.progress(context.clock);
    const auto report = importRuns(store, bases, options, context.clock, context.stop, progress);
    context.terminal.endProgress();
    if (!report) {
        return report.error();
    }
    warnUnreadable(context, *report);
    context.terminal.result(context.arguments.flag("json") ? importJson(*report)
                                                           : importText(*report));
    return report->count(StoredAs::Unreadable) > 0 ? ExitCode::BadInput : ExitCode::Ok;
}

} // namespace soak::cli
