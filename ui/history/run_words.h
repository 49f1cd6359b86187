// SPDX-License-Identifier: GPL-3.0-or-later
// What a person says about remembered runs: as `soak history tag`, `release`, `note` and `decide`
// say it. For workers: the history is opened, written and closed.
#pragma once

#include "core/history/history_run.h"
#include "core/history/history_words.h"

#include <string>
#include <vector>

namespace soak::ui
{

enum class SayingKind { Tag, Release, Note, Decision };

struct Saying {
    SayingKind kind = SayingKind::Tag;
    std::string text;     // the tag, the release, the note; of a decision the reason
    std::string decision; // of a decision: ship, hold, rerun
    std::string by;       // empty: nobody is named, which a decision does not allow
    bool operator==(const Saying&) const = default;
};

// A run as words keep it.
struct SaidRun {
    std::string lineage;
    std::string contentHash; // of what was looked at
    bool operator==(const SaidRun&) const = default;
};

std::vector<SaidRun> saidRunsOf(const std::vector<const HistoryRun*>& runs);

// About all of `runs`, or about none. Errors: as say, decide, HistoryStore::open.
Status sayAbout(const HistoryPlace& place, const std::vector<SaidRun>& runs, const Saying& saying,
                EpochMs now);

// Takes a tag or a release back from those of `runs` that have it. Errors: NotFound (none has it),
// as HistoryStore::open.
Status takeBackFrom(const HistoryPlace& place, const std::vector<SaidRun>& runs, WordKind kind,
                    const std::string& text);

// All that was said about a run. Errors: as HistoryStore::open.
Result<HistoryWords> saidAbout(const HistoryPlace& place, const std::string& lineage);

} // namespace soak::ui
