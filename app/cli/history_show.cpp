// SPDX-License-Identifier: GPL-3.0-or-later
// `soak history show RUN`, and what people say about runs: `tag`, `release`, `note`, `decide`.
#include "app/cli/history_text.h"
#include "app/cli/history_verbs.h"
#include "app/cli/json_result.h"
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/history/named_run.h"
#include "core/report/markdown_table.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

namespace soak::cli
{
namespace
{

using Json = nlohmann::json;

struct ShownRun {
    HistoryRun run;
    HistoryWords words;
    std::vector<HistoryRun> versions;
};

std::string factLine(std::string_view name, const std::string& value)
{
    constexpr std::size_t kWidth = 19;
    return std::string(name) + std::string(kWidth - std::min(name.size(), kWidth - 1), ' ') +
           escapeTerminal(value) + "\n";
}

std::string saidBy(const std::string& by, EpochMs atMs)
{
    return utcText(atMs) + (by.empty() ? "" : " " + by);
}

std::string wordsText(const HistoryWords& words)
{
    std::string text;
    for (const SaidWord& tag : words.tags) {
        text += factLine("tag", tag.text + " (" + saidBy(tag.by, tag.atMs) + ")");
    }
    for (const SaidWord& release : words.releases) {
        text += factLine("release", release.text + " (" + saidBy(release.by, release.atMs) + ")");
    }
    for (const SaidWord& note : words.notes) {
        text += factLine("note", saidBy(note.by, note.atMs) + ": " + note.text);
    }
    for (const HistoryDecision& decision : words.decisions) {
        text += factLine("decision", saidBy(decision.by, decision.atMs) + ": " + decision.decision +
                                         ", " + decision.why);
    }
    return text;
}

std::string shownText(const ShownRun& shown)
{
    const HistoryRun& run = shown.run;
    const RunRow& row = run.row;
    std::string text = factLine("run", shownName(row) + ", number " + std::to_string(run.number));
    text += factLine("version", std::to_string(run.version) + " of " +
                                    std::to_string(shown.versions.size()) +
                                    (run.isSuperseded ? ", superseded" : ""));
    text += factLine("folder", row.folder);
    for (const std::string& folder : row.alsoIn) {
        text += factLine("also in", folder);
    }
    text += factLine("state", std::string(keyOf(row.activity.activity)));
    text += factLine("engine", row.engine.empty() ? "of another tool" : row.engine);
    text += factLine("scenario", row.scenario.empty() ? "none" : row.scenario);
    text += factLine("started", row.startedMs ? utcText(*row.startedMs) : "n/a");
    text += factLine("iterations", iterationsText(row));
    text += factLine("verdict", verdictText(row) + (run.verdictWhy.empty() ? "" : ": ") +
                                    run.verdictWhy + row.whyUnreadable);
    text += factLine("content", run.contentHash.empty() ? "n/a" : run.contentHash);
    if (row.figures) {
        for (std::size_t i = 0; i < kGoalCount; ++i) {
            text += factLine(specOf(goalMetrics()[i]).key,
                             metricNumber(goalMetrics()[i], row.figures->values[i]));
        }
    }
    return text + wordsText(shown.words);
}

std::string shownJson(const ShownRun& shown)
{
    Json json = historyJson(shown.run);
    json["said"] = wordsJson(shown.words);
    json["versions"] = Json::array();
    for (const HistoryRun& version : shown.versions) {
        json["versions"].push_back({{"number", version.number},
                                    {"version", version.version},
                                    {"superseded", version.isSuperseded},
                                    {"content_sha256", version.contentHash},
                                    {"imported_utc", utcText(version.importedMs)}});
    }
    return jsonResult("history-show", std::move(json));
}

// What is said is said in the name of --by, of whoever is logged in otherwise.
std::string speakerOf(const Context& context)
{
    return context.arguments.text("by").value_or(context.environment.get("USER").value_or(""));
}

struct OpenedRun {
    HistoryStore store;
    HistoryRun run;
};

Result<OpenedRun> openedRun(Context& context, HistoryAccess access)
{
    SOAK_TRY(const std::string word, historyArgument(context, 0, "a run"));
    SOAK_TRY(const HistoryPlace place, historyPlaceOf(context));
    SOAK_TRY(HistoryStore store, HistoryStore::open(place, access));
    SOAK_TRY(HistoryRun run, runNamed(store, word, context.clock.wall()));
    return OpenedRun{std::move(store), std::move(run)};
}

// Says what was said, so that a script sees it, too.
Result<ExitCode> answerSaid(Context& context, OpenedRun& opened)
{
    SOAK_TRY(HistoryWords words, wordsAbout(opened.store, opened.run.lineage));
    if (context.arguments.flag("json")) {
        Json json = wordsJson(words);
        json["number"] = opened.run.number;
        context.terminal.result(jsonResult("history-said", std::move(json)));
    } else {
        context.terminal.result(factLine("run", shownName(opened.run.row) + ", number " +
                                                    std::to_string(opened.run.number)) +
                                wordsText(words));
    }
    return ExitCode::Ok;
}

Result<ExitCode> sayWord(Context& context, WordKind kind, const std::string& what)
{
    SOAK_TRY(const std::string text, historyArgument(context, 1, what));
    SOAK_TRY(OpenedRun opened, openedRun(context, HistoryAccess::Write));
    if (context.arguments.flag("remove")) {
        if (kind == WordKind::Note) {
            return Error{Errc::Usage, "a note stays; say another one", "--remove"};
        }
        SOAK_TRY(const bool was, takeBack(opened.store, opened.run.lineage, kind, text));
        if (!was) {
            return Error{Errc::NotFound, "the run has none that is called so",
                         escapeTerminal(text)};
        }
    } else {
        SOAK_CHECK(say(opened.store, opened.run.lineage, kind,
                       {text, speakerOf(context), context.clock.wall()}));
    }
    return answerSaid(context, opened);
}

} // namespace

Result<ExitCode> showHistory(Context& context)
{
    SOAK_TRY(OpenedRun opened, openedRun(context, HistoryAccess::Read));
    ShownRun shown{opened.run, {}, {}};
    SOAK_TRY(shown.words, wordsAbout(opened.store, shown.run.lineage));
    SOAK_TRY(shown.versions, versionsOf(opened.store, shown.run.lineage));
    context.terminal.result(context.arguments.flag("json") ? shownJson(shown) : shownText(shown));
    return ExitCode::Ok;
}

Result<ExitCode> tagRun(Context& context)
{
    return sayWord(context, WordKind::Tag, "a tag");
}

Result<ExitCode> releaseRun(Context& context)
{
    return sayWord(context, WordKind::Release, "a release");
}

Result<ExitCode> noteRun(Context& context)
{
    return sayWord(context, WordKind::Note, "a text");
}

Result<ExitCode> decideRun(Context& context)
{
    HistoryDecision decision;
    decision.decision = context.arguments.text("decision").value_or("");
    decision.by = context.arguments.text("by").value_or("");
    decision.why = context.arguments.text("why").value_or("");
    decision.atMs = context.clock.wall();
    SOAK_TRY(OpenedRun opened, openedRun(context, HistoryAccess::Write));
    decision.contentHash = opened.run.contentHash;
    SOAK_CHECK(decide(opened.store, opened.run.lineage, decision));
    return answerSaid(context, opened);
}

} // namespace soak::cli
