// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/history_verbs.h"
#include "core/base/escape.h"

namespace soak::cli
{
namespace
{

struct HistoryWord {
    std::string_view word;
    VerbFunction function;
    std::size_t most; // arguments after it
};

constexpr std::array kHistoryWords{
    HistoryWord{"import", importHistory, 10'000},
    HistoryWord{"list", listHistory, 0},
    HistoryWord{"show", showHistory, 1},
    HistoryWord{"stats", historyStats, 0},
    HistoryWord{"kpi", historyKpi, 1},
    HistoryWord{"tag", tagRun, 2},
    HistoryWord{"release", releaseRun, 2},
    HistoryWord{"note", noteRun, 2},
    HistoryWord{"decide", decideRun, 1},
    HistoryWord{"prune", pruneHistory, 0},
    HistoryWord{"rebuild", rebuildVerb, 10'000},
};

} // namespace

Result<HistoryPlace> historyPlaceOf(const Context& context)
{
    return historyPlace(context.arguments.text("db"), context.environment.get("XDG_DATA_HOME"),
                        context.environment.get("HOME"));
}

std::optional<std::string> historyOnCommandLine(const Context& context)
{
    const auto given = context.arguments.options.find("db");
    return given != context.arguments.options.end() && given->second.origin == "flag"
               ? context.arguments.text("db")
               : std::nullopt;
}

Result<std::optional<HistoryStore>> openedHistory(Context& context)
{
    const auto place = historyPlaceOf(context);
    auto store = place ? HistoryStore::open(*place, HistoryAccess::Read)
                       : Result<HistoryStore>(place.error());
    if (store) {
        return std::optional<HistoryStore>(std::move(*store));
    }
    if (historyOnCommandLine(context)) {
        return store.error();
    }
    if (place && store.error().code != Errc::NotFound) {
        context.terminal.warn("the history is not looked into: " + describe(store.error()));
    }
    return std::optional<HistoryStore>();
}

Result<std::string> historyArgument(const Context& context, std::size_t index,
                                    const std::string& what)
{
    const auto& words = context.arguments.positionals;
    if (words.size() <= index + 1) {
        return Error{Errc::Usage, "say " + what + " after `soak history " + words.front() + "`",
                     ""};
    }
    return words[index + 1];
}

Result<ExitCode> historyVerb(Context& context)
{
    const auto& words = context.arguments.positionals;
    const std::string word = words.empty() ? "list" : words.front();
    for (const HistoryWord& known : kHistoryWords) {
        if (known.word != word) {
            continue;
        }
        if (words.size() > known.most + 1) {
            return Error{Errc::Usage, "is one word too many after `soak history " + word + "`",
                         escapeTerminal(words[known.most + 1])};
        }
        const bool isCsv = context.arguments.flag("csv");
        if (isCsv && (word != "list" || context.arguments.flag("json"))) {
            return Error{Errc::Usage, "--csv goes with `soak history list`, without --json",
                         "--csv"};
        }
        return known.function(context);
    }
    std::string all;
    for (const HistoryWord& known : kHistoryWords) {
        all += (all.empty() ? "" : ", ") + std::string(known.word);
    }
    return Error{Errc::Usage, "no such word after `soak history`; there are " + all,
                 escapeTerminal(word)};
}

} // namespace soak::cli
