// SPDX-License-Identifier: GPL-3.0-or-later
// The same test on every database: TEST_P(HistoryX, ...) with SOAK_ON_EVERY_DATABASE(HistoryX).
#pragma once

#include "core/history/history_page.h"
#include "core/history/history_store.h"
#include "core/history/import_runs.h"
#include "tests/history/postgres_server.h"
#include "tests/history/run_folders.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace soak
{

inline constexpr EpochMs kImportedAt = 1'770'000'000'000;

class OnEveryDatabase : public testing::TestWithParam<std::string>
{
protected:
    OnEveryDatabase()
    {
        if (GetParam() == "postgres") {
            m_place.url = PostgresServer::shared().newPlace();
            m_place.host = "q7";
        } else {
            m_place.file = m_home / "share/history.db";
        }
    }

    [[nodiscard]] const HistoryPlace& place() const { return m_place; }

    [[nodiscard]] const TempDir& runs() const { return m_runs; }

    HistoryStore opened(HistoryAccess access = HistoryAccess::Write) const
    {
        auto store = HistoryStore::open(m_place, access);
        EXPECT_TRUE(store) << describe(store.error());
        return std::move(*store);
    }

    ImportReport imported(HistoryStore& store, const ImportOptions& options = {},
                          const fs::path& base = {}) const
    {
        const std::vector<fs::path> bases{base.empty() ? m_runs.path() : base};
        const VirtualClock clock(kImportedAt);
        auto report = importRuns(store, bases, options, clock, {}, {});
        EXPECT_TRUE(report) << describe(report.error());
        return report ? std::move(*report) : ImportReport{};
    }

    static HistoryPage page(HistoryStore& store, const std::string& query = "",
                            const std::string& sort = "started")
    {
        HistoryAsk ask;
        ask.query = parseRunQuery(query).query;
        EXPECT_FALSE(parseRunQuery(query).problem) << query;
        ask.sort = historySort(sort).value();
        auto found = historyPage(store, ask, kImportedAt);
        EXPECT_TRUE(found) << describe(found.error());
        return found ? std::move(*found) : HistoryPage{};
    }

    // The names of the runs on it, "a b c".
    static std::string names(const HistoryPage& page)
    {
        std::string all;
        for (const HistoryRun& run : page.runs) {
            all += (all.empty() ? "" : " ") + run.row.name;
        }
        return all;
    }

    static std::string counts(const ImportReport& report)
    {
        std::string text;
        for (const StoredAs as : {StoredAs::New, StoredAs::Unchanged, StoredAs::Grown,
                                  StoredAs::NewVersion, StoredAs::Unreadable}) {
            if (report.count(as) > 0) {
                text += (text.empty() ? "" : ", ") + std::to_string(report.count(as)) + " " +
                        std::string(keyOf(as));
            }
        }
        return text;
    }

private:
    TempDir m_home;
    TempDir m_runs;
    HistoryPlace m_place;
};

inline std::string databaseName(const testing::TestParamInfo<std::string>& info)
{
    return info.param;
}

#define SOAK_ON_EVERY_DATABASE(Suite)                                                              \
    INSTANTIATE_TEST_SUITE_P(On, Suite, testing::Values("sqlite", "postgres"), databaseName)

} // namespace soak
