// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/history_words.h"
#include "tests/history/history_fixture.h"

namespace soak
{

namespace
{

class HistoryWordsAbout : public OnEveryDatabase
{
};

} // namespace

TEST_P(HistoryWordsAbout, ARunIsKeptThroughItsVersions)
{
    HistoryStore store = opened();
    writeRunFolder(runs(), "a", {.count = 3, .isOurs = false});
    imported(store);
    const std::string lineage = page(store).runs.at(0).lineage;
    ASSERT_TRUE(say(store, lineage, WordKind::Tag, {"canary", "ann", 1}));
    ASSERT_TRUE(say(store, lineage, WordKind::Tag, {"canary", "bob", 2})); // said already
    ASSERT_TRUE(say(store, lineage, WordKind::Note, {"two\nlines", "", 3}));
    ASSERT_TRUE(say(store, lineage, WordKind::Release, {"v1.4", "ann", 4}));
    ASSERT_TRUE(decide(store, lineage, {"hold", "ann", 5, "p95", "hash"}));
    ASSERT_TRUE(decide(store, lineage, {"ship", "bob", 6, "better", "hash"}));
    writeRunFolder(runs(), "a", {.count = 8, .isOurs = false}); // has another identity now
    imported(store);
    const HistoryRun run = page(store).runs.at(0);
    EXPECT_EQ(run.row.figures->iterationsRead, 8U);
    EXPECT_EQ(run.lineage, lineage);
    EXPECT_EQ(run.row.tags, std::vector<std::string>{"canary"});
    EXPECT_EQ(run.releases, std::vector<std::string>{"v1.4"});
    EXPECT_EQ(run.decision, "ship");
    HistoryWords expected;
    expected.tags = {{"canary", "ann", 1}};
    expected.notes = {{"two\nlines", "", 3}};
    expected.releases = {{"v1.4", "ann", 4}};
    expected.decisions = {{"hold", "ann", 5, "p95", "hash"}, {"ship", "bob", 6, "better", "hash"}};
    EXPECT_EQ(*wordsAbout(store, lineage), expected);
}

TEST_P(HistoryWordsAbout, ADecisionIsNeverChangedOrRemoved)
{
    HistoryStore store = opened();
    ASSERT_TRUE(decide(store, "l", {"ship", "ann", 5, "why", ""}));
    ASSERT_TRUE(keepDecision(store, "l", {"ship", "ann", 5, "why", ""})); // known
    EXPECT_FALSE(store.connection().execute("UPDATE decisions SET decision = 'hold'"));
    EXPECT_FALSE(store.connection().execute("DELETE FROM decisions"));
    EXPECT_EQ(wordsAbout(store, "l")->decisions.size(), 1U);
}

TEST_P(HistoryWordsAbout, TagsAndReleasesAreTakenBack)
{
    HistoryStore store = opened();
    ASSERT_TRUE(say(store, "l", WordKind::Tag, {"a", "", 1}));
    EXPECT_TRUE(*takeBack(store, "l", WordKind::Tag, "a"));
    EXPECT_FALSE(*takeBack(store, "l", WordKind::Tag, "a"));
    EXPECT_FALSE(*takeBack(store, "l", WordKind::Release, "a"));
    EXPECT_EQ(*wordsAbout(store, "l"), HistoryWords());
}

TEST_P(HistoryWordsAbout, WordsThatAreNoneAreRefused)
{
    HistoryStore store = opened();
    for (const std::string& text :
         {std::string(), std::string("  "), std::string("a b"), std::string("a\x1b[2J"),
          std::string("\xFF"), std::string(kMostWordBytes + 1, 'a')}) {
        for (const WordKind kind : {WordKind::Tag, WordKind::Release}) {
            EXPECT_EQ(say(store, "l", kind, {text, "", 1}).error().code, Errc::Usage) << text;
        }
    }
    EXPECT_EQ(
        say(store, "l", WordKind::Note, {std::string(kMostTextBytes + 1, 'a'), "", 1}).error().code,
        Errc::Usage);
    EXPECT_EQ(decide(store, "l", {"perhaps", "ann", 1, "why", ""}).error().code, Errc::Usage);
    EXPECT_EQ(decide(store, "l", {"ship", "", 1, "why", ""}).error().code, Errc::Usage);
    EXPECT_EQ(decide(store, "l", {"ship", "ann", 1, " ", ""}).error().code, Errc::Usage);
    EXPECT_EQ(*wordsAbout(store, "l"), HistoryWords());
    // What looks like SQL is a word like any other.
    ASSERT_TRUE(say(store, "l", WordKind::Note, {"'); DROP TABLE notes; --", "", 1}));
    EXPECT_EQ(wordsAbout(store, "l")->notes.at(0).text, "'); DROP TABLE notes; --");
}

SOAK_ON_EVERY_DATABASE(HistoryWordsAbout);

} // namespace soak
