// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/audit/audit_histories.h"

#include "core/history/history_page.h"
#include "core/history/history_words.h"
#include "core/history/import_runs.h"
#include "tests/history/run_folders.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace soak::ui
{
namespace
{

constexpr EpochMs kHalfDay = 43'200'000;

void remember(const fs::path& file, const fs::path& folder)
{
    auto store = HistoryStore::open({.url = {}, .file = file}, HistoryAccess::Write);
    ASSERT_TRUE(store) << describe(store.error());
    const std::array bases{folder};
    const auto report = importRuns(*store, bases, {}, VirtualClock(kFirstStart), {}, {});
    ASSERT_TRUE(report) << describe(report.error());
}

// About the newest run.
void sayAll(const fs::path& file, const std::string& tag, const std::string& release)
{
    auto store = HistoryStore::open({.url = {}, .file = file}, HistoryAccess::Write);
    ASSERT_TRUE(store) << describe(store.error());
    const auto page = historyPage(*store, {}, kFirstStart);
    ASSERT_TRUE(page && page->runs.size() > 1);
    for (const std::size_t run : {std::size_t{0}, std::size_t{1}}) {
        const std::string& lineage = page->runs[run].lineage;
        EXPECT_TRUE(say(*store, lineage, WordKind::Tag, {tag, "ann1", kFirstStart}));
        EXPECT_TRUE(say(*store, lineage, WordKind::Release, {release, "ann1", kFirstStart}));
        EXPECT_TRUE(say(*store, lineage, WordKind::Note,
                        {"биржа молчала, и никто об этом не сказал", "ann1", kFirstStart}));
        EXPECT_TRUE(
            decide(*store, lineage,
                   {"ship", "ann1", kFirstStart, "36 чистых итераций", std::string(64, 'a')}));
    }
}

RunFolderPlan planOf(std::size_t run)
{
    RunFolderPlan plan;
    plan.started = kFirstStart + static_cast<EpochMs>(run) * kHalfDay;
    plan.edit = [run](IterationRecord& record) {
        record.summary.metrics[indexOf(Metric::P95LatencyMs)] =
            (run < 18 ? 300.0 : 400.0) + static_cast<double>((run * 7 + 3) % 11);
    };
    return plan;
}

} // namespace

AuditHistories::AuditHistories()
{
    makeThirty();
    makeLongNames();
    m_scratch.write(kept(Remembered::Unreadable), "this is no database, whatever its name says\n");
}

fs::path AuditHistories::kept(Remembered which) const
{
    return m_scratch / ("kept" + std::to_string(static_cast<int>(which)) + ".db");
}

void AuditHistories::makeThirty() const
{
    for (std::size_t run = 0; run < 30; ++run) {
        writeRunFolder(m_scratch, "thirty/night" + std::to_string(run + 1), planOf(run));
    }
    m_scratch.write("thirty/torn/RUN.json", "{");
    m_scratch.write("thirty/torn/ITER_SUMMARY_1.json", "{");
    remember(kept(Remembered::Thirty), m_scratch / "thirty");
    sayAll(kept(Remembered::Thirty), "canary", "v1.4");
}

void AuditHistories::makeLongNames() const
{
    for (std::size_t run = 0; run < 17; ++run) {
        writeRunFolder(m_scratch, "long/0" + std::string(180, 'n') + "-" + std::to_string(run),
                       planOf(run + 9));
    }
    remember(kept(Remembered::LongNames), m_scratch / "long");
    sayAll(kept(Remembered::LongNames), "1" + std::string(99, 't'), "2" + std::string(99, 'r'));
}

// Nobody has it open: a view opens it for one answer.
void AuditHistories::put(Remembered which) const
{
    for (const char* part : {"", "-wal", "-shm"}) {
        fs::remove(file().string() + part);
    }
    if (which != Remembered::Nothing) {
        fs::copy_file(kept(which), file());
    }
}

} // namespace soak::ui
