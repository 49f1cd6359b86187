// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/history_views.h"
#include "core/history/history_words.h"
#include "tests/history/history_fixture.h"

namespace soak
{

namespace
{

class HistoryViews : public OnEveryDatabase
{
protected:
    static std::string first(HistoryStore& store, const std::string& sql)
    {
        const auto rows = store.connection().query(sql);
        EXPECT_TRUE(rows) << describe(rows.error());
        if (!rows || rows->empty()) {
            return "none";
        }
        const SqlValue& value = rows->at(0).at(0);
        return std::holds_alternative<std::string>(value)    ? textOf(value)
               : std::holds_alternative<std::int64_t>(value) ? std::to_string(integerOf(value))
               : isNull(value)                               ? "null"
                               : std::to_string(std::get<double>(value));
    }
};

} // namespace

TEST_P(HistoryViews, SayWhatIsRemembered)
{
    HistoryStore store = opened();
    writeRunFolder(runs(), "a");
    writeRunFolder(runs(), "b", {.started = kFirstStart + 86'400'000, .count = 3});
    imported(store);
    const HistoryRun run = page(store, "", "name").runs.at(0);
    for (const char* tag : {"z", "a"}) {
        ASSERT_TRUE(say(store, run.lineage, WordKind::Tag, {tag, "ann", 5}));
    }
    ASSERT_TRUE(say(store, run.lineage, WordKind::Release, {"v1", "ann", 5}));
    ASSERT_TRUE(decide(store, run.lineage, {"hold", "ann", 1000, "why", run.contentHash}));
    ASSERT_TRUE(decide(store, run.lineage, {"ship", "bob", 2000, "why", run.contentHash}));

    const std::string of = " WHERE run_no = " + std::to_string(run.number);
    EXPECT_EQ(first(store, "SELECT tags FROM run_overview" + of), "a z");
    EXPECT_EQ(first(store, "SELECT releases FROM run_overview" + of), "v1");
    EXPECT_EQ(first(store, "SELECT decision FROM run_overview" + of), "ship");
    EXPECT_EQ(first(store, "SELECT verdict FROM run_overview" + of), "WARN");
    EXPECT_EQ(first(store, "SELECT param_tail_age_ms FROM run_overview" + of), "600.000000");
    EXPECT_TRUE(first(store, "SELECT started FROM run_overview" + of).starts_with("2025-10-09"));
    EXPECT_EQ(first(store, "SELECT count(*) FROM kpi_by_run"), "2");
    EXPECT_EQ(first(store, "SELECT p95_latency_ms_last_n FROM kpi_by_run" + of), "308.000000");
    EXPECT_EQ(first(store, "SELECT count(*) FROM iteration_values" + of), "8");
    EXPECT_EQ(first(store, "SELECT max(iteration) FROM iteration_values" + of), "8");
    EXPECT_EQ(
        first(store, "SELECT p95_latency_ms FROM iteration_values" + of + " AND iteration = 3"),
        "303.000000");
    EXPECT_EQ(first(store, "SELECT said_by FROM decision_log ORDER BY decided"), "ann");
    EXPECT_EQ(first(store, "SELECT run_no FROM decision_log"), std::to_string(run.number));
}

TEST_P(HistoryViews, OneRunReadsTheIterationsOfOneRun)
{
    HistoryStore store = opened();
    writeRunFolder(runs(), "a");
    imported(store);
    if (store.dialect() == SqlDialect::Sqlite) {
        std::string plan;
        const auto rows = store.connection().query(
            "EXPLAIN QUERY PLAN SELECT net_bps FROM iteration_values WHERE run_no = 1");
        for (const SqlRow& row : *rows) {
            plan += textOf(row.at(3)) + "\n";
        }
        EXPECT_NE(plan.find("SEARCH i USING INTEGER PRIMARY KEY"), std::string::npos) << plan;
    }
}

SOAK_ON_EVERY_DATABASE(HistoryViews);

} // namespace soak
