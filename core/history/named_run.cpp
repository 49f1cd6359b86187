// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/named_run.h"

#include "core/analysis/value_text.h"
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/history/folder_index.h"
#include "core/history/history_read.h"

namespace soak
{

namespace
{

constexpr std::size_t kMostCandidates = 5;

using Cells = std::vector<SqlCell>;

Result<std::vector<HistoryRun>> presentRuns(HistoryStore& store, const std::string& where,
                                            std::string_view word)
{
    return readRuns(store,
                    " FROM runs r WHERE r.superseded_by IS NULL AND (" + where +
                        ") ORDER BY r.started_ms DESC NULLS LAST, r.run_no",
                    Cells{word, word});
}

// Both databases count characters here, not bytes.
std::string beginsSo(const std::string& column, std::size_t characters)
{
    return "substr(" + column + ", 1, " + std::to_string(characters) + ") = ?";
}

std::size_t characterCount(std::string_view utf8)
{
    std::size_t count = 0;
    for (const char c : utf8) {
        count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    }
    return count;
}

std::string candidates(const std::vector<HistoryRun>& runs)
{
    std::vector<std::string> texts;
    for (const HistoryRun& run : runs) {
        texts.push_back(candidateText(run));
    }
    return listText(texts, kMostCandidates);
}

// What to say of a word that names no run.
Result<std::string> notKnownText(HistoryStore& store, const std::string& word, EpochMs now)
{
    HistoryAsk ask;
    QueryPart holdsWord;
    holdsWord.kind = QueryPart::Kind::Text;
    holdsWord.text = toLower(word);
    ask.query.parts.push_back(holdsWord);
    ask.limit = kMostCandidates;
    std::string like;
    if (!word.empty() && isValidUtf8(word)) {
        SOAK_TRY(const HistoryPage page, historyPage(store, ask, now));
        like = candidates(page.runs);
    }
    return "the history knows no run that is called so; " +
           (like.empty() ? "`soak history list` lists them, `soak history import` adds some"
                         : "it stands in " + like);
}

bool holds(const std::string& folder, const HistoryRun& run, EpochMs now)
{
    std::error_code ignored;
    return !isOnOtherHost(folder) && fs::is_directory(folder, ignored) &&
           (run.row.identity.empty() || // it could not be read
            rowOfFolder(folder, now).identity == run.row.identity);
}

} // namespace

std::string candidateText(const HistoryRun& run)
{
    return std::to_string(run.number) + " " + escapeTerminal(shownName(run.row)) + " in " +
           escapeTerminal(run.row.folder);
}

Result<std::vector<HistoryRun>> runsNamed(HistoryStore& store, const std::string& word)
{
    if (word.empty() || !isValidUtf8(word)) {
        return std::vector<HistoryRun>();
    }
    SOAK_TRY(auto runs, runsCalled(store, word));
    if (!runs.empty()) {
        return runs;
    }
    const std::size_t length = characterCount(word);
    SOAK_TRY(runs,
             presentRuns(store, beginsSo("r.run_id", length) + " OR " + beginsSo("r.name", length),
                         word));
    if (!runs.empty()) {
        return runs;
    }
    return presentRuns(store,
                       "r.lineage IN (SELECT lineage FROM tags WHERE tag = ?) OR r.lineage IN "
                       "(SELECT lineage FROM releases WHERE release = ?)",
                       word);
}

Result<HistoryRun> runNamed(HistoryStore& store, const std::string& word, EpochMs now)
{
    SOAK_TRY(auto runs, runsNamed(store, word));
    if (runs.empty()) {
        SOAK_TRY(std::string message, notKnownText(store, word, now));
        return Error{Errc::NotFound, std::move(message), escapeTerminal(word)};
    }
    if (runs.size() > 1) {
        return Error{Errc::Usage,
                     "several runs are called so; say which by its number: " + candidates(runs),
                     escapeTerminal(word)};
    }
    return std::move(runs.front());
}

Result<fs::path> folderOfRun(const HistoryRun& run, EpochMs now)
{
    if (run.isSuperseded) {
        return Error{Errc::BadInput,
                     "version " + std::to_string(run.version) +
                         " of the run is superseded: its folder holds a later one",
                     candidateText(run)};
    }
    if (holds(run.row.folder, run, now)) {
        return fs::path(run.row.folder);
    }
    for (const std::string& copy : run.row.alsoIn) {
        if (holds(copy, run, now)) {
            return fs::path(copy);
        }
    }
    std::error_code ignored;
    const std::string where = escapeTerminal(run.row.folder);
    std::string message = "the folder of the run is gone; it was last known in " + where;
    if (isOnOtherHost(run.row.folder)) {
        message = "the run lies on another machine, in " + where;
    } else if (fs::exists(run.row.folder, ignored)) {
        message = "the folder of the run holds something else now; `soak history import` looks "
                  "again: " +
                  where;
    }
    return Error{Errc::NotFound, std::move(message),
                 std::to_string(run.number) + " " + escapeTerminal(shownName(run.row))};
}

} // namespace soak
