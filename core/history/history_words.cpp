// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/history_words.h"

#include "core/base/text.h"

#include <algorithm>

namespace soak
{

namespace
{

using Cells = std::vector<SqlCell>;

struct WordTable {
    std::string_view table;
    std::string_view column;
    std::string_view title;
};

WordTable tableOf(WordKind kind)
{
    switch (kind) {
    case WordKind::Tag:
        return {"tags", "tag", "a tag"};
    case WordKind::Note:
        return {"notes", "note", "a note"};
    case WordKind::Release:
        return {"releases", "release", "a release"};
    }
    return {};
}

bool hasControl(const std::string& text, bool isOneLine)
{
    return std::any_of(text.begin(), text.end(), [isOneLine](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < ' ' && (isOneLine || (c != '\n' && c != '\t'))) || byte == 0x7F;
    });
}

Status checkText(const std::string& text, std::string_view what, std::size_t most, bool isOneLine)
{
    if (trim(text).empty()) {
        return Error{Errc::Usage, std::string(what) + " needs some words", ""};
    }
    if (text.size() > most || !isValidUtf8(text) || hasControl(text, isOneLine)) {
        return Error{Errc::Usage,
                     std::string(what) + " has at most " + std::to_string(most) +
                         " bytes of UTF-8 and no control characters",
                     ""};
    }
    return Done{};
}

Result<std::vector<SaidWord>> saidWords(HistoryStore& store, WordKind kind,
                                        const std::string& lineage)
{
    const WordTable table = tableOf(kind);
    const std::string column(table.column);
    const std::string order = kind == WordKind::Note ? "at_ms, note_no" : column;
    SOAK_TRY(const auto rows,
             store.connection().query("SELECT " + column + ", said_by, at_ms FROM " +
                                          std::string(table.table) +
                                          " WHERE lineage = ? ORDER BY " + order,
                                      Cells{std::string_view(lineage)}));
    std::vector<SaidWord> words;
    for (const SqlRow& row : rows) {
        words.push_back({textOf(row[0]), textOf(row[1]), integerOf(row[2])});
    }
    return words;
}

} // namespace

Result<HistoryWords> wordsAbout(HistoryStore& store, const std::string& lineage)
{
    HistoryWords words;
    SOAK_TRY(words.tags, saidWords(store, WordKind::Tag, lineage));
    SOAK_TRY(words.notes, saidWords(store, WordKind::Note, lineage));
    SOAK_TRY(words.releases, saidWords(store, WordKind::Release, lineage));
    SOAK_TRY(const auto rows,
             store.connection().query("SELECT decision, said_by, at_ms, why, content_sha256 FROM "
                                      "decisions WHERE lineage = ? ORDER BY at_ms, decision_no",
                                      Cells{std::string_view(lineage)}));
    for (const SqlRow& row : rows) {
        words.decisions.push_back(
            {textOf(row[0]), textOf(row[1]), integerOf(row[2]), textOf(row[3]), textOf(row[4])});
    }
    return words;
}

Status say(HistoryStore& store, const std::string& lineage, WordKind kind, const SaidWord& word)
{
    const WordTable table = tableOf(kind);
    const bool isNote = kind == WordKind::Note;
    SOAK_CHECK(
        checkText(word.text, table.title, isNote ? kMostTextBytes : kMostWordBytes, !isNote));
    if (!isNote && word.text.find_first_of(" \t") != std::string::npos) {
        return Error{Errc::Usage, std::string(table.title) + " is one word", ""};
    }
    if (!word.by.empty()) {
        SOAK_CHECK(checkText(word.by, "who says it", kMostWordBytes, true));
    }
    SOAK_CHECK(store.connection().execute(
        "INSERT INTO " + std::string(table.table) + " (lineage, " + std::string(table.column) +
            ", said_by, at_ms) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        Cells{std::string_view(lineage), std::string_view(word.text), std::string_view(word.by),
              word.atMs}));
    return Done{};
}

Result<bool> takeBack(HistoryStore& store, const std::string& lineage, WordKind kind,
                      const std::string& text)
{
    SOAK_ASSERT(kind != WordKind::Note);
    const WordTable table = tableOf(kind);
    SOAK_TRY(const std::size_t count,
             store.connection().execute("DELETE FROM " + std::string(table.table) +
                                            " WHERE lineage = ? AND " + std::string(table.column) +
                                            " = ?",
                                        Cells{std::string_view(lineage), std::string_view(text)}));
    return count > 0;
}

Status decide(HistoryStore& store, const std::string& lineage, const HistoryDecision& decision)
{
    constexpr std::array<std::string_view, 3> kDecisions{"ship", "hold", "rerun"};
    if (std::find(kDecisions.begin(), kDecisions.end(), decision.decision) == kDecisions.end()) {
        return Error{Errc::Usage, "a decision is ship, hold or rerun", ""};
    }
    SOAK_CHECK(checkText(decision.by, "who decides", kMostWordBytes, true));
    SOAK_CHECK(checkText(decision.why, "the reason of a decision", kMostTextBytes, false));
    return keepDecision(store, lineage, decision);
}

Status keepDecision(HistoryStore& store, const std::string& lineage,
                    const HistoryDecision& decision)
{
    SOAK_CHECK(store.connection().execute(
        "INSERT INTO decisions (lineage, content_sha256, decision, why, said_by, at_ms) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        Cells{std::string_view(lineage), std::string_view(decision.contentHash),
              std::string_view(decision.decision), std::string_view(decision.why),
              std::string_view(decision.by), decision.atMs}));
    return Done{};
}

} // namespace soak
