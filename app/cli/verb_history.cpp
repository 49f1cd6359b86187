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

Result<HistoryRun> runCalled(HistoryStore& store, const std::string& word)
{
    SOAK_TRY(auto runs, runsCalled(store, word));
    if (runs.empty()) {
        return Error{Errc::NotFound,
                     "the history knows no run that is called so; `soak history list` lists them, "
                     "`soak history import` adds some",
                     escapeTerminal(word)};
    }
    if (runs.size() > 1) {
        std::string numbers;
        for (const HistoryRun& run : runs) {
            numbers += (numbers.empty() ? "" : ", ") + std::to_string(run.number);
        }
        return Error{Errc::Usage, "several runs are called so; say which by its number: " + numbers,
                     escapeTerminal(word)};
    }
    return std::move(runs.front());
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
