// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/folder_index.h"
#include "core/history/history_page.h"
#include "core/history/history_words.h"
#include "tests/history/history_fixture.h"

#include <algorithm>

namespace soak
{

namespace
{

class HistoryPages : public OnEveryDatabase
{
protected:
    // Four runs and one that cannot be read; "c" of another tool, "d" with a run that says nothing
    // of when it began.
    void fill(HistoryStore& store) const
    {
        writeRunFolder(runs(), "a");
        writeRunFolder(runs(), "b",
                       {.started = kFirstStart + 1000,
                        .count = 5,
                        .editInfo = [](RunInfo& info) { info.scenario = "Storm"; },
                        .edit =
                            [](IterationRecord& record) {
                                record.summary.metrics[indexOf(Metric::P95LatencyMs)] = 400;
                                record.during->values["impact_cap_ratio"] = {0.08};
                            }});
        writeRunFolder(runs(), "c %_'\"", {.started = kFirstStart + 2000, .isOurs = false});
        writeRunFolder(runs(), "d", {.isOurs = false, .edit = [](IterationRecord& record) {
                                         record.summary.runtimeUtc.reset();
                                         record.summary.metrics[indexOf(Metric::NetBps)].reset();
                                     }});
        runs().write("e/RUN.json", "{");
        runs().write("e/ITER_SUMMARY_1.json", "{");
        imported(store);
        EXPECT_TRUE(say(store, page(store, "scenario:storm").runs.at(0).lineage, WordKind::Tag,
                        {"Canary", "ann", 5}));
    }
};

} // namespace

TEST_P(HistoryPages, RowsAreThoseOfTheFolders)
{
    HistoryStore store = opened();
    fill(store);
    const FolderIndex index({runs().path()});
    const auto listed = index.list(kImportedAt, {}, {});
    ASSERT_EQ(listed->size(), 5U);
    for (RunRow row : *listed) {
        row = index.judged(std::move(row), {}).value();
        const auto found = page(store).runs;
        const auto same = std::find_if(found.begin(), found.end(), [&row](const HistoryRun& run) {
            return run.row.folder == row.folder;
        });
        ASSERT_NE(same, found.end()) << row.folder;
        row.tags = same->row.tags;
        if (row.name != "e") { // the listing has the reason of RUN.json, judging that of the run
            EXPECT_EQ(same->row, row) << row.name;
        }
    }
}

TEST_P(HistoryPages, AQueryFindsWhatItFindsInFolders)
{
    HistoryStore store = opened();
    fill(store);
    const HistoryPage all = page(store);
    ASSERT_EQ(all.runs.size(), 5U);
    for (const std::string query : {"verdict:fail",
                                    "-verdict:fail",
                                    "p95>340",
                                    "-p95>340",
                                    "p95<=308 net>2.5",
                                    "net<9",
                                    "iterations<8",
                                    "iterations=8",
                                    "-iterations>=8",
                                    "problems>0",
                                    "problems=0",
                                    "is:finished",
                                    "-is:finished",
                                    "tag:canary",
                                    "-tag:canary",
                                    "engine:mock",
                                    "-engine:mock",
                                    "scenario:STORM",
                                    "-scenario:storm",
                                    "since:2025-10-09",
                                    "until:1d",
                                    "-until:1d",
                                    "since:9999d",
                                    "param:impact_cap_ratio<0.09",
                                    "-param:impact_cap_ratio<0.09",
                                    "param:risk.impact_cap_ratio>=0.1",
                                    "param:min_order_size>0",
                                    "verdict:partial",
                                    "-verdict:partial",
                                    "verdict:unreadable",
                                    "-verdict:unreadable",
                                    "a",
                                    "-a",
                                    "RUN_176",
                                    "\"c %\"",
                                    "%",
                                    "_",
                                    "'",
                                    "\"\"",
                                    "verdict:warn risk<1 -tag:canary"}) {
        const ParsedQuery parsed = parseRunQuery(query);
        ASSERT_FALSE(parsed.problem) << query;
        std::string expected;
        for (const HistoryRun& run : all.runs) {
            if (matches(parsed.query, run.row, kImportedAt)) {
                expected += (expected.empty() ? "" : " ") + run.row.name;
            }
        }
        EXPECT_EQ(names(page(store, query)), expected) << query;
    }
}

TEST_P(HistoryPages, HostileWordsFindNothingAndBreakNothing)
{
    HistoryStore store = opened();
    fill(store);
    const std::string mega(1'000'000, '\'');
    for (const std::string& text :
         {std::string("'; DROP TABLE runs; --"), std::string("' OR '1'='1"), std::string("\\"),
          std::string("$1"), std::string("?"), std::string("%%"), mega, std::string("\xFF\xFE"),
          std::string("a\0b", 3)}) {
        for (const QueryPart::Kind kind :
             {QueryPart::Kind::Text, QueryPart::Kind::Tag, QueryPart::Kind::Engine,
              QueryPart::Kind::Scenario, QueryPart::Kind::State}) {
            HistoryAsk ask;
            QueryPart part;
            part.kind = kind;
            part.text = text;
            ask.query.parts = {part};
            const auto found = historyPage(store, ask, kImportedAt);
            ASSERT_TRUE(found) << describe(found.error());
            EXPECT_EQ(found->total, 0U) << text.substr(0, 40);
        }
        EXPECT_EQ(runsCalled(store, text)->size(), 0U);
        EXPECT_FALSE(historySort(text));
    }
    EXPECT_EQ(page(store).total, 5U);
}

TEST_P(HistoryPages, SortsByAnyColumnWithWhatIsAbsentLast)
{
    HistoryStore store = opened();
    fill(store);
    EXPECT_EQ(names(page(store, "-verdict:unreadable")), "c %_'\" b a d");
    EXPECT_EQ(names(page(store, "", "-started")), "a b c %_'\" d e");
    EXPECT_EQ(names(page(store, "", "name")), "a b c %_'\" d e");
    EXPECT_EQ(names(page(store, "", "-name")), "e d c %_'\" b a");
    EXPECT_EQ(page(store, "", "p95").runs.front().row.name, "b");
    EXPECT_EQ(page(store, "", "-net_bps").runs.back().row.figures, std::nullopt);
    EXPECT_EQ(page(store, "", "iterations").runs.at(3).row.name, "b");
    EXPECT_EQ(page(store, "", "-param_impact_cap_ratio").runs.front().row.name, "b");
    EXPECT_EQ(historySort("colour").error().code, Errc::Usage);
}

TEST_P(HistoryPages, PagesAreCutAndSayHowManyThereAre)
{
    HistoryStore store = opened();
    fill(store);
    HistoryAsk ask;
    ask.sort = historySort("name").value();
    ask.limit = 2;
    ask.offset = 3;
    EXPECT_EQ(names(*historyPage(store, ask, kImportedAt)), "d e");
    ask.offset = 10;
    EXPECT_EQ(historyPage(store, ask, kImportedAt)->total, 5U);
}

TEST_P(HistoryPages, KpisStandInTheOrderOfTheStarts)
{
    HistoryStore store = opened();
    fill(store);
    const std::string lineage = page(store, "scenario:storm").runs.at(0).lineage;
    EXPECT_TRUE(say(store, lineage, WordKind::Release, {"v1.4", "ann", 7}));
    const auto points = kpiByRun(store, Metric::P95LatencyMs, {}, kImportedAt);
    ASSERT_TRUE(points);
    ASSERT_EQ(points->size(), 3U);
    EXPECT_EQ(points->at(0).name, "a");
    EXPECT_EQ(points->at(0).lastN, 308); // of the window the greatest
    EXPECT_EQ(points->at(0).mean, 304.5);
    EXPECT_EQ(points->at(0).iterations, 8U);
    EXPECT_EQ(points->at(1).releases, std::vector<std::string>{"v1.4"});
    EXPECT_TRUE(points->at(0).releases.empty());
    EXPECT_EQ(
        kpiByRun(store, Metric::P95LatencyMs, parseRunQuery("scenario:storm").query, kImportedAt)
            ->size(),
        1U);
}

TEST_P(HistoryPages, RunsWithTheSameOverridesAreFoundByTheirState)
{
    HistoryStore store = opened();
    fill(store);
    const std::string state = page(store, "scenario:storm").runs.at(0).row.figures->stateHash;
    EXPECT_EQ(state.size(), 64U);
    const auto same = runsWithState(store, state);
    ASSERT_EQ(same->size(), 1U);
    EXPECT_EQ(same->at(0).row.name, "b");
    EXPECT_EQ(names(page(store, "state:" + state.substr(0, 8))), "b");
    EXPECT_TRUE(runsWithState(store, std::string(64, '0'))->empty());
}

TEST_P(HistoryPages, RunsAreCalledByNumberIdNameFolderOrHash)
{
    HistoryStore store = opened();
    fill(store);
    const HistoryRun run = page(store, "scenario:storm").runs.at(0);
    for (const std::string& word : {std::to_string(run.number), run.row.runId, std::string("b"),
                                    run.row.folder, run.contentHash.substr(0, 12)}) {
        const auto found = runsCalled(store, word);
        ASSERT_EQ(found->size(), 1U) << word;
        EXPECT_EQ(found->at(0), run) << word;
    }
    EXPECT_TRUE(runsCalled(store, "999")->empty());
    EXPECT_TRUE(runsCalled(store, "")->empty());
}

TEST_P(HistoryPages, StatisticsCountWhatThereIs)
{
    HistoryStore store = opened();
    fill(store);
    const auto all = historyStatistics(store);
    ASSERT_TRUE(all) << describe(all.error());
    EXPECT_EQ(all->runs, 5U);
    EXPECT_EQ(all->unreadable, 1U);
    EXPECT_EQ(all->iterations, 29U);
    EXPECT_EQ(all->tags, 1U);
    EXPECT_EQ(all->byEngine.at("mock"), 2U);
    EXPECT_EQ(all->byEngine.at(""), 2U);
    EXPECT_EQ(all->firstMs, kFirstStart);
    EXPECT_GT(all->bytes.value_or(0), 10'000U);
}

SOAK_ON_EVERY_DATABASE(HistoryPages);

} // namespace soak
