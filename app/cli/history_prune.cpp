// SPDX-License-Identifier: GPL-3.0-or-later
// `soak history prune` and `soak history rebuild`.
#include "app/cli/history_verbs.h"
#include "app/cli/json_result.h"
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/history/prune_history.h"
#include "core/history/rebuild_history.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace soak::cli
{
namespace
{

using Json = nlohmann::json;

std::string thingText(const PrunedThing& thing)
{
    return "number " + std::to_string(thing.number) + ", " + escapeTerminal(thing.name) +
           (thing.folder.empty() ? "" : ", " + escapeTerminal(pathText(thing.folder)));
}

std::string prunedText(const std::vector<PrunedThing>& things, bool isDryRun, bool isFolders)
{
    std::string text;
    std::size_t count = 0;
    for (const PrunedThing& thing : things) {
        if (thing.whyKept.empty()) {
            ++count;
            text += (isDryRun ? "would go: " : "gone: ") + thingText(thing) + "\n";
        } else {
            text += "kept: " + thingText(thing) + ": " + escapeTerminal(thing.whyKept) + "\n";
        }
    }
    const std::string what = isFolders ? countText(count, "folder", "folders")
                                       : countText(count, "remembered run", "remembered runs");
    return text + (isDryRun ? "would remove " : "removed ") + what + ", kept " +
           std::to_string(things.size() - count) + "\n";
}

std::string prunedJson(const std::vector<PrunedThing>& things, bool isDryRun, bool isFolders)
{
    Json json{{"dry_run", isDryRun},
              {"what", isFolders ? "folders" : "remembered"},
              {"removed", Json::array()},
              {"kept", Json::array()}};
    for (const PrunedThing& thing : things) {
        Json row{{"number", thing.number},
                 {"name", thing.name},
                 {"folder", thing.folder.empty() ? Json() : Json(thing.folder)}};
        if (!thing.whyKept.empty()) {
            row["why"] = thing.whyKept;
        }
        json[thing.whyKept.empty() ? "removed" : "kept"].push_back(std::move(row));
    }
    return jsonResult("history-prune", std::move(json));
}

std::string rebuiltText(const RebuildReport& report)
{
    std::string text = countText(report.import.folders.size(), "folder", "folders") + " read, " +
                       std::to_string(report.import.count(StoredAs::Unreadable)) +
                       " of them unreadable\n";
    text += "taken over: " + countText(report.words, "word of people", "words of people") +
            " (tags, notes, releases, decisions), " + countText(report.vanished, "run", "runs") +
            " that lie in no folder any more\n";
    if (!report.keptAs.empty()) {
        text += "the old history is now " + escapeTerminal(pathText(report.keptAs)) + "\n";
    }
    return text;
}

std::string rebuiltJson(const RebuildReport& report)
{
    return jsonResult("history-rebuild",
                      {{"folders_read", report.import.folders.size()},
                       {"unreadable", report.import.count(StoredAs::Unreadable)},
                       {"words", report.words},
                       {"vanished", report.vanished},
                       {"not_whole", report.notWhole},
                       {"folders_not_found", report.notFound},
                       {"kept_as", report.keptAs.empty() ? Json() : Json(report.keptAs)}});
}

} // namespace

Result<ExitCode> pruneHistory(Context& context)
{
    const bool isFolders = context.arguments.flag("folders");
    const bool isDryRun = context.arguments.flag("dry-run");
    SOAK_TRY(const RunQuery query, historyQuery(context));
    if (isFolders && query.parts.empty()) {
        return Error{Errc::Usage, "say with --filter which runs' folders are to go", "--folders"};
    }
    SOAK_TRY(const HistoryPlace place, historyPlaceOf(context));
    SOAK_TRY(HistoryStore store, HistoryStore::open(place, HistoryAccess::Write));
    const EpochMs now = context.clock.wall();
    const Progress progress = context.terminal.progress(context.clock);
    const auto things = isFolders
                            ? pruneFolders(store, {query, isDryRun}, now, context.stop, progress)
                            : pruneRemembered(store, {query, isDryRun}, now);
    context.terminal.endProgress();
    if (!things) {
        return things.error();
    }
    context.terminal.result(context.arguments.flag("json")
                                ? prunedJson(*things, isDryRun, isFolders)
                                : prunedText(*things, isDryRun, isFolders));
    return ExitCode::Ok;
}

Result<ExitCode> rebuildVerb(Context& context)
{
    const auto& words = context.arguments.positionals;
    const std::vector<fs::path> bases(words.begin() + 1, words.end());
    SOAK_TRY(const HistoryPlace place, historyPlaceOf(context));
    const Progress progress = context.terminal.progress(context.clock);
    const auto report = rebuildHistory(place, bases, historyImportOptions(context), context.clock,
                                       context.stop, progress);
    context.terminal.endProgress();
    if (!report) {
        return report.error();
    }
    for (const std::string& table : report->notWhole) {
        context.terminal.warn("of the old history could not be read whole: " + table);
    }
    for (const std::string& folder : report->notFound) {
        context.terminal.warn("runs were in a folder that is not there: " + pathText(folder));
    }
    warnUnreadable(context, report->import);
    context.terminal.result(context.arguments.flag("json") ? rebuiltJson(*report)
                                                           : rebuiltText(*report));
    return report->import.count(StoredAs::Unreadable) > 0 ? ExitCode::BadInput : ExitCode::Ok;
}

} // namespace soak::cli
