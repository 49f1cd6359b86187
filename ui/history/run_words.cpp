// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/run_words.h"

namespace soak::ui
{

namespace
{

WordKind wordKindOf(SayingKind kind)
{
    return kind == SayingKind::Note      ? WordKind::Note
           : kind == SayingKind::Release ? WordKind::Release
                                         : WordKind::Tag;
}

Status sayAboutOne(HistoryStore& store, const SaidRun& run, const Saying& saying, EpochMs now)
{
    if (saying.kind == SayingKind::Decision) {
        return decide(store, run.lineage,
                      {saying.decision, saying.by, now, saying.text, run.contentHash});
    }
    return say(store, run.lineage, wordKindOf(saying.kind), {saying.text, saying.by, now});
}

} // namespace

std::vector<SaidRun> saidRunsOf(const std::vector<const HistoryRun*>& runs)
{
    std::vector<SaidRun> said;
    for (const HistoryRun* run : runs) {
        said.push_back({run->lineage, run->contentHash});
    }
    return said;
}

Status sayAbout(const HistoryPlace& place, const std::vector<SaidRun>& runs, const Saying& saying,
                EpochMs now)
{
    SOAK_TRY(HistoryStore store, HistoryStore::open(place, HistoryAccess::Write));
    SOAK_TRY(SqlTransaction transaction, SqlTransaction::begin(store.connection()));
    for (const SaidRun& run : runs) {
        SOAK_CHECK(sayAboutOne(store, run, saying, now));
    }
    return transaction.commit();
}

Status takeBackFrom(const HistoryPlace& place, const std::vector<SaidRun>& runs, WordKind kind,
                    const std::string& text)
{
    SOAK_TRY(HistoryStore store, HistoryStore::open(place, HistoryAccess::Write));
    SOAK_TRY(SqlTransaction transaction, SqlTransaction::begin(store.connection()));
    std::size_t taken = 0;
    for (const SaidRun& run : runs) {
        SOAK_TRY(const bool was, takeBack(store, run.lineage, kind, text));
        taken += was ? 1 : 0;
    }
    if (taken == 0) {
        return Error{Errc::NotFound, "the run has none that is called so", text};
    }
    return transaction.commit();
}

Result<HistoryWords> saidAbout(const HistoryPlace& place, const std::string& lineage)
{
    SOAK_TRY(HistoryStore store, HistoryStore::open(place, HistoryAccess::Read));
    return wordsAbout(store, lineage);
}

} // namespace soak::ui
