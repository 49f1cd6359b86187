// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a filter of runs: a problem is within the text, and what can be understood finds in
// the database the runs that it finds in memory.
#include "core/history/history_page.h"
#include "core/history/import_runs.h"
#include "tests/fuzz/scratch_folder.h"

#include <cstddef>
#include <cstdint>

namespace soak
{

namespace
{

constexpr EpochMs kAskedAt = 1'790'000'000'000;

template <typename Value>
Value demanded(Result<Value> result)
{
    demand(result.has_value(), result ? "" : describe(result.error()));
    return std::move(result).value();
}

// The runs of tests/data, remembered in a file that is gone when the process ends.
class Remembered final
{
public:
    Remembered()
    {
        HistoryPlace place;
        place.file = m_folder.path() / "history.db";
        m_store.emplace(demanded(HistoryStore::open(place, HistoryAccess::Write)));
        const std::vector<fs::path> bases{SOAK_FUZZ_RUNS};
        demanded(importRuns(*m_store, bases, {}, VirtualClock(kAskedAt), {}, {}));
        m_all = demanded(historyPage(*m_store, {}, kAskedAt)).runs;
        demand(m_all.size() >= 2, "there are runs");
    }

    void check(const RunQuery& query)
    {
        HistoryAsk ask;
        ask.query = query;
        const HistoryPage page = demanded(historyPage(*m_store, ask, kAskedAt));
        std::string found;
        for (const HistoryRun& run : page.runs) {
            found += run.row.folder + "\n";
        }
        std::string expected;
        for (const HistoryRun& run : m_all) {
            expected += matches(query, run.row, kAskedAt) ? run.row.folder + "\n" : "";
        }
        demandEqual(found, expected, "the database finds what is found in memory");
    }

private:
    ScratchFolder m_folder;
    std::optional<HistoryStore> m_store;
    std::vector<HistoryRun> m_all;
};

void check(std::string_view text)
{
    static Remembered remembered;
    const ParsedQuery parsed = parseRunQuery(text);
    if (parsed.problem) {
        demand(parsed.problem->position <= text.size() &&
                   parsed.problem->length <= text.size() - parsed.problem->position,
               "a problem is within the text");
        demand(!parsed.problem->message.empty(), "a problem has a reason");
    }
    remembered.check(parsed.query);
}

} // namespace

} // namespace soak

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    soak::check({reinterpret_cast<const char*>(data), size});
    return 0;
}
