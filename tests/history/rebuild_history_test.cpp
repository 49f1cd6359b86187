// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/rebuild_history.h"
#include "tests/history/history_fixture.h"
#include "tests/support/test_data.h"

#include <fstream>

namespace soak
{

namespace
{

class RebuildHistory : public OnEveryDatabase
{
protected:
    // Two runs, one of which then goes from its folder; each kind of word about the first.
    std::string fill() const
    {
        writeRunFolder(runs(), "a");
        writeRunFolder(runs(), "b", {.started = kFirstStart + 1, .count = 3});
        HistoryStore store = opened();
        imported(store);
        std::string lineage = page(store, "", "name").runs.at(0).lineage;
        EXPECT_TRUE(say(store, lineage, WordKind::Tag, {"canary", "ann", 1}));
        EXPECT_TRUE(say(store, lineage, WordKind::Note, {"a note", "ann", 2}));
        EXPECT_TRUE(say(store, lineage, WordKind::Release, {"v1", "ann", 3}));
        EXPECT_TRUE(decide(store, lineage, {"ship", "ann", 4, "why", "hash"}));
        fs::remove_all(runs() / "b");
        imported(store);
        return lineage;
    }

    RebuildReport rebuilt(std::vector<fs::path> bases = {}) const
    {
        const VirtualClock clock(kImportedAt);
        auto report = rebuildHistory(place(), bases, {}, clock, {}, {});
        EXPECT_TRUE(report) << describe(report.error());
        return report ? std::move(*report) : RebuildReport{};
    }

    // Writes over `count` bytes.
    void damage(std::uintmax_t from, std::uintmax_t count) const
    {
        std::fstream file(place().file, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(static_cast<std::streamoff>(from));
        file << std::string(count, '\xEE');
    }
};

} // namespace

TEST_P(RebuildHistory, HasTheRunsAndWhatWasSaidOfThem)
{
    const std::string lineage = fill();
    const HistoryWords words = [&] {
        HistoryStore store = opened();
        return *wordsAbout(store, lineage);
    }();
    const RebuildReport report = rebuilt();
    EXPECT_TRUE(report.notWhole.empty());
    HistoryStore store = opened();
    EXPECT_EQ(*wordsAbout(store, lineage), words);
    EXPECT_EQ(names(page(store, "", "name")), "a b");
    EXPECT_EQ(page(store, "tag:canary").total, 1U);
    const HistoryRun vanished = page(store, "is:vanished").runs.at(0);
    EXPECT_EQ(vanished.row.name, "b");
    EXPECT_EQ(iterationValues(store, vanished.number, Metric::NetBps)->size(), 3U);
    if (place().url.empty()) {
        EXPECT_EQ(report.words, 4U);
        EXPECT_EQ(report.vanished, 1U);
        EXPECT_TRUE(fs::exists(report.keptAs));
    }
}

SOAK_ON_EVERY_DATABASE(RebuildHistory);

class RebuildFile : public RebuildHistory
{
};

TEST_P(RebuildFile, ADamagedOneIsToldAndMadeAgainAsFarAsItCanBeRead)
{
    const std::string lineage = fill();
    const std::string before = bytesOf(place().file);
    std::size_t whole = 0;
    constexpr std::uintmax_t kPage = 4096;
    for (std::uintmax_t from = 0; from < before.size(); from += kPage) {
        std::ofstream(place().file, std::ios::binary) << before;
        damage(from, kPage);
        const RebuildReport report = rebuilt({runs().path()});
        HistoryStore store = opened();
        // Whatever is damaged: the run that has a folder is there, once, and is whole.
        ASSERT_EQ(page(store, "is:finished").total, 1U) << from;
        EXPECT_EQ(page(store, "is:finished").runs[0].row.figures->iterationsRead, 8U);
        const auto words = wordsAbout(store, lineage);
        ASSERT_TRUE(words);
        const std::size_t count = words->tags.size() + words->notes.size() +
                                  words->releases.size() + words->decisions.size();
        EXPECT_EQ(count, report.words);
        EXPECT_EQ(page(store, "tag:canary").total, words->tags.size());
        if (count < 4) {
            EXPECT_FALSE(report.notWhole.empty()) << from; // and it is said
        }
        whole += count == 4 ? 1 : 0;
        fs::remove(report.keptAs);
    }
    EXPECT_GT(whole, before.size() / kPage / 2); // most pages hold none of the words
}

TEST_P(RebuildFile, OneOfWhichNothingCanBeReadIsMadeFromTheGivenFolders)
{
    fill();
    damage(0, fs::file_size(place().file));
    const auto store = HistoryStore::open(place(), HistoryAccess::Read);
    ASSERT_FALSE(store);
    EXPECT_NE(store.error().message.find("soak history rebuild"), std::string::npos);
    const RebuildReport report = rebuilt({runs().path()});
    EXPECT_EQ(report.notWhole.size(), 7U);
    HistoryStore made = opened();
    EXPECT_EQ(names(page(made)), "a");
}

TEST_P(RebuildFile, OneThatIsNotThereIsMade)
{
    writeRunFolder(runs(), "a");
    EXPECT_EQ(rebuilt({runs().path()}).keptAs, "");
    HistoryStore store = opened();
    EXPECT_EQ(names(page(store)), "a");
}

INSTANTIATE_TEST_SUITE_P(On, RebuildFile, testing::Values("sqlite"), databaseName);

} // namespace soak
