// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/run_verdict.h"
#include "core/history/folder_index.h"
#include "core/history/last_green.h"
#include "core/history/store_index.h"
#include "tests/history/history_fixture.h"

namespace soak
{

namespace
{

class StoreIndexes : public OnEveryDatabase
{
protected:
    StoreIndex index(std::vector<fs::path> bases) const
    {
        auto made = StoreIndex::open(place(), std::move(bases));
        EXPECT_TRUE(made) << describe(made.error());
        return std::move(*made);
    }

    static std::string listed(const StoreIndex& index)
    {
        const auto rows = index.list(kImportedAt, {}, {});
        EXPECT_TRUE(rows) << describe(rows.error());
        std::string names;
        for (const RunRow& row : *rows) {
            names += (names.empty() ? "" : " ") + row.name;
        }
        return names;
    }
};

} // namespace

TEST_P(StoreIndexes, ListsTheRowsOfTheFoldersJudgedWithoutReadingThem)
{
    writeRunFolder(runs(), "a");
    writeRunFolder(runs(), "base/soak/latest", {.started = kFirstStart + 1});
    writeRunFolder(runs(), "base/RUN_1760000000001", {.started = kFirstStart + 1});
    StoreIndex index = this->index({runs().path()});
    EXPECT_EQ(listed(index), ""); // nothing is remembered yet
    const VirtualClock clock(kImportedAt);
    ASSERT_TRUE(index.reconcile({}, clock, {}, {}));
    const FolderIndex folders({runs().path()});
    auto expected = folders.list(kImportedAt, {}, {}).value();
    for (RunRow& row : expected) {
        row = folders.judged(std::move(row), {}).value();
    }
    // Nothing is read: the files are no longer what they were.
    fs::permissions(runs() / "a", fs::perms::none);
    EXPECT_EQ(index.list(kImportedAt, {}, {}).value(), expected);
}

TEST_P(StoreIndexes, HoldsToItsBases)
{
    writeRunFolder(runs(), "one/a");
    writeRunFolder(runs(), "two/b", {.started = kFirstStart + 1});
    writeRunFolder(runs(), "onemore/c", {.started = kFirstStart + 2});
    writeRunFolder(runs(), "two/copy of a");
    const VirtualClock clock(kImportedAt);
    ASSERT_TRUE(index({runs().path()}).reconcile({}, clock, {}, {}));
    EXPECT_EQ(listed(index({runs() / "one"})), "a");
    EXPECT_EQ(listed(index({runs() / "two", runs() / "absent"})), "b copy of a");
    EXPECT_EQ(index({runs() / "two"}).list(kImportedAt, {}, {})->back().folder,
              (fs::canonical(runs().path()) / "two/copy of a").string());
    EXPECT_EQ(listed(index({})), "c b a"); // of several folders the first by name
}

TEST_P(StoreIndexes, ReconcilingFindsWhatIsNewChangedAndGone)
{
    writeRunFolder(runs(), "a", {.count = 3, .hasEnded = false});
    writeRunFolder(runs(), "b", {.started = kFirstStart + 1});
    StoreIndex index = this->index({runs().path(), runs() / "absent"});
    const VirtualClock clock(kImportedAt);
    EXPECT_EQ(counts(index.reconcile({}, clock, {}, {}).value()), "2 new");
    EXPECT_EQ(counts(index.reconcile({}, clock, {}, {}).value()), "2 unchanged");
    writeRunFolder(runs(), "a");
    writeRunFolder(runs(), "c", {.started = kFirstStart + 2});
    fs::remove_all(runs() / "b");
    const ImportReport report = index.reconcile({}, clock, {}, {}).value();
    EXPECT_EQ(counts(report), "1 new, 1 grown");
    EXPECT_EQ(report.gone.size(), 1U);
    EXPECT_EQ(listed(index), "c a");
}

TEST_P(StoreIndexes, AnswersWhichRunWasGreenLast)
{
    const auto green = [](IterationRecord& record) {
        record.summary.metrics[indexOf(Metric::MakerTakerRatio)] = 0.95;
        record.summary.metrics[indexOf(Metric::NetBps)] = 4;
        if (record.iteration > 1) { // the first step was applied, and none is proposed after it
            record.during = record.next;
            record.tuning.emplace();
            record.tuning->hasProposal = true;
            record.tuning->skip.noDeltas = true;
        }
    };
    writeRunFolder(runs(), "green", {.edit = green});
    writeRunFolder(runs(), "red", {.started = kFirstStart + 1});
    writeRunFolder(runs(), "shown", {.started = kFirstStart + 2});
    StoreIndex index = this->index({runs().path()});
    const VirtualClock clock(kImportedAt);
    ASSERT_TRUE(index.reconcile({}, clock, {}, {}));
    const auto rows = index.list(kImportedAt, {}, {}).value();
    ASSERT_EQ(rows.size(), 3U);
    const auto found = lastGreenRun(index, rows, rows.front(), {});
    ASSERT_TRUE(found) << describe(found.error());
    ASSERT_TRUE(found->has_value())
        << keyOf(rows.back().figures->verdict) << " " << keyOf(rows.back().figures->gateVerdict);
    EXPECT_EQ((*found)->row.name, "green");
}

SOAK_ON_EVERY_DATABASE(StoreIndexes);

} // namespace soak
