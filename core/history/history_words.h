// SPDX-License-Identifier: GPL-3.0-or-later
// What people say about runs: tags, notes, releases, decisions. It belongs to a run through all its
// versions and does not lie in its folder, so it is what a history made again from the folders has
// to take over (rebuild_history.h).
#pragma once

#include "core/history/history_store.h"

#include <string>
#include <vector>

namespace soak
{

inline constexpr std::size_t kMostWordBytes = 100;    // of a tag, a release, a name
inline constexpr std::size_t kMostTextBytes = 10'000; // of a note, a reason

struct SaidWord {
    std::string text; // the tag, the release, the note
    std::string by;   // who said it; empty: nobody was named
    EpochMs atMs = 0;
    bool operator==(const SaidWord&) const = default;
};

struct HistoryDecision {
    std::string decision; // ship, hold, rerun
    std::string by;
    EpochMs atMs = 0;
    std::string why;
    std::string contentHash; // runStateHash of what was decided about
    bool operator==(const HistoryDecision&) const = default;
};

// All of it about one run; decisions and notes from the first to the last, the rest by name.
struct HistoryWords {
    std::vector<SaidWord> tags;
    std::vector<SaidWord> notes;
    std::vector<SaidWord> releases;
    std::vector<HistoryDecision> decisions;
    bool operator==(const HistoryWords&) const = default;
};

enum class WordKind : std::uint8_t { Tag, Note, Release };

Result<HistoryWords> wordsAbout(HistoryStore& store, const std::string& lineage);

// Says `word`; saying it twice changes nothing. Errors: Usage (empty, too long, not UTF-8, control
// characters; a tag or release with white space), as SqlConnection.
Status say(HistoryStore& store, const std::string& lineage, WordKind kind, const SaidWord& word);

// Takes a tag or a release back; a note stays. False: it was not there.
Result<bool> takeBack(HistoryStore& store, const std::string& lineage, WordKind kind,
                      const std::string& text);

// Adds a decision; none is ever changed or removed, and the newest holds. Errors: Usage (no known
// decision, nobody or no reason named, too long, not UTF-8), as SqlConnection.
Status decide(HistoryStore& store, const std::string& lineage, const HistoryDecision& decision);

// The same for one that was written elsewhere, known or not.
Status keepDecision(HistoryStore& store, const std::string& lineage,
                    const HistoryDecision& decision);

} // namespace soak
