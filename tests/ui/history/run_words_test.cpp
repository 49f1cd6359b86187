// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/history/remembered_runs.h"
#include "ui/history/run_words.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

class WordsOfRuns : public testing::Test
{
protected:
    void SetUp() override { all.import(); }

    [[nodiscard]] std::vector<SaidRun> runs() const
    {
        std::vector<const HistoryRun*> chosen;
        for (const HistoryRun& run : all.desk.facts()->page.runs) {
            chosen.push_back(&run);
        }
        return saidRunsOf(chosen);
    }

    [[nodiscard]] HistoryWords wordsOf(std::size_t run) const
    {
        const auto words = saidAbout(all.desk.place(), runs()[run].lineage);
        EXPECT_TRUE(words) << describe(words.error());
        return words.value_or(HistoryWords());
    }

    RememberedRuns all{2};
};

} // namespace

TEST_F(WordsOfRuns, EachKindEndsInItsPlace)
{
    const HistoryPlace& place = all.desk.place();
    const std::vector<SaidRun> first{runs().front()};
    EXPECT_TRUE(sayAbout(place, first, {SayingKind::Tag, "canary", {}, "ann"}, 5));
    EXPECT_TRUE(sayAbout(place, first, {SayingKind::Release, "v1.4", {}, "ann"}, 6));
    EXPECT_TRUE(sayAbout(place, first, {SayingKind::Note, "an outage", {}, ""}, 7));
    EXPECT_TRUE(sayAbout(place, first, {SayingKind::Decision, "clean", "ship", "bob"}, 8));
    const HistoryWords words = wordsOf(0);
    EXPECT_EQ(words.tags, (std::vector<SaidWord>{{"canary", "ann", 5}}));
    EXPECT_EQ(words.releases, (std::vector<SaidWord>{{"v1.4", "ann", 6}}));
    EXPECT_EQ(words.notes, (std::vector<SaidWord>{{"an outage", "", 7}}));
    EXPECT_EQ(words.decisions, (std::vector<HistoryDecision>{
                                   {"ship", "bob", 8, "clean", first.front().contentHash}}));
    EXPECT_EQ(wordsOf(1), HistoryWords());
}

// What is refused about one is said about none of them.
TEST_F(WordsOfRuns, AboutAllOrAboutNone)
{
    const Saying bad{SayingKind::Decision, "clean", "maybe", "bob"};
    const Status refused = sayAbout(all.desk.place(), runs(), bad, 5);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::Usage);
    EXPECT_EQ(wordsOf(0), HistoryWords());
    EXPECT_TRUE(sayAbout(all.desk.place(), runs(), {SayingKind::Tag, "both", {}, ""}, 5));
    EXPECT_EQ(wordsOf(0).tags.size(), 1U);
    EXPECT_EQ(wordsOf(1).tags.size(), 1U);
}

TEST_F(WordsOfRuns, AreTakenBackWhereTheyAre)
{
    const HistoryPlace& place = all.desk.place();
    ASSERT_TRUE(sayAbout(place, {runs().front()}, {SayingKind::Tag, "canary", {}, ""}, 5));
    EXPECT_TRUE(takeBackFrom(place, runs(), WordKind::Tag, "canary"));
    EXPECT_TRUE(wordsOf(0).tags.empty());
    const Status again = takeBackFrom(place, runs(), WordKind::Tag, "canary");
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, Errc::NotFound);
}

TEST_F(WordsOfRuns, ADatabaseThatIsNoneRefuses)
{
    const HistoryPlace none{.url = {}, .file = all.home.write("none.db", "no database at all")};
    const Status refused = sayAbout(none, runs(), {SayingKind::Tag, "canary", {}, ""}, 5);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::Environment);
    EXPECT_EQ(refused.error().where, none.file.string());
    EXPECT_FALSE(saidAbout(none, "x"));
}

} // namespace soak::ui
