// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/history_words.h"
#include "core/history/named_run.h"
#include "tests/history/history_fixture.h"

#include <gmock/gmock.h>

#include <filesystem>

namespace soak
{

namespace
{

using testing::HasSubstr;

class NamedRun : public OnEveryDatabase
{
protected:
    // RUN_1760000000000 in "night-1", ...1000 in "night-2", and another tool's "ätna".
    void fill(HistoryStore& store) const
    {
        writeRunFolder(runs(), "night-1");
        writeRunFolder(runs(), "night-2", {.started = kFirstStart + 1000});
        writeRunFolder(runs(), "ätna", {.started = kFirstStart + 2000, .isOurs = false});
        imported(store);
    }

    static HistoryRun one(HistoryStore& store, const std::string& name)
    {
        return page(store, name).runs.at(0);
    }

    static std::string named(HistoryStore& store, const std::string& word)
    {
        const auto run = runNamed(store, word, kImportedAt);
        return run ? run->row.name : std::string(keyOf(run.error().code));
    }

    static std::string_view keyOf(Errc code)
    {
        return code == Errc::NotFound ? "unknown" : code == Errc::Usage ? "several" : "other";
    }
};

} // namespace

TEST_P(NamedRun, AWordIsANumberAnIdANameABeginningATagOrARelease)
{
    HistoryStore store = opened();
    fill(store);
    ASSERT_TRUE(say(store, one(store, "night-2").lineage, WordKind::Tag, {"canary", "", 1}));
    ASSERT_TRUE(say(store, one(store, "night-1").lineage, WordKind::Release, {"v1.4", "", 1}));
    ASSERT_TRUE(say(store, one(store, "night-1").lineage, WordKind::Tag, {"both", "", 1}));
    ASSERT_TRUE(say(store, one(store, "night-2").lineage, WordKind::Tag, {"both", "", 1}));
    const HistoryRun first = one(store, "night-1");

    struct Row {
        std::string word;
        std::string found;
    };

    for (const auto& [word, found] : {
             Row{std::to_string(first.number), "night-1"},
             {"RUN_1760000000000", "night-1"},
             {"night-2", "night-2"},
             {first.row.folder, "night-1"},
             {first.contentHash.substr(0, 12), "night-1"},
             {"RUN_17600000010", "night-2"}, // a beginning of its id alone
             {"RUN_1760000000", "night-1"},
             {"RUN_176000", "several"},
             {"night-", "several"},
             {"ät", "ätna"}, // two characters, three bytes
             {"canary", "night-2"},
             {"v1.4", "night-1"},
             {"both", "several"},
             {"canar", "unknown"}, // a tag is a whole word
             {"999999", "unknown"},
             {"", "unknown"},
             {"%", "unknown"},
             {"_", "unknown"},
             {"' OR 1=1 --", "unknown"},
             {"\xff", "unknown"},
         }) {
        EXPECT_EQ(named(store, word), found) << word;
    }
}

TEST_P(NamedRun, WhatIsNamedExactlyGoesBeforeWhatBeginsSo)
{
    HistoryStore store = opened();
    writeRunFolder(runs(), "night");
    writeRunFolder(runs(), "night-2", {.started = kFirstStart + 1000});
    imported(store);
    ASSERT_TRUE(say(store, one(store, "night-2").lineage, WordKind::Tag, {"night", "", 1}));
    EXPECT_EQ(named(store, "night"), "night");
}

TEST_P(NamedRun, CandidatesAreNamed)
{
    HistoryStore store = opened();
    fill(store);
    const auto several = runNamed(store, "night-", kImportedAt);
    ASSERT_FALSE(several);
    for (const char* name : {"night-1", "night-2"}) {
        EXPECT_THAT(several.error().message, HasSubstr(candidateText(one(store, name))));
    }
    const auto like = runNamed(store, "GHT-2", kImportedAt);
    ASSERT_FALSE(like);
    EXPECT_EQ(like.error().where, "GHT-2");
    EXPECT_THAT(like.error().message, HasSubstr(candidateText(one(store, "night-2"))));
    EXPECT_THAT(runNamed(store, "zz", kImportedAt).error().message,
                HasSubstr("`soak history list` lists them"));
}

TEST_P(NamedRun, LiesWhereItsFolderOrACopyIs)
{
    HistoryStore store = opened();
    const fs::path place = writeRunFolder(runs(), "RUN_1760000000000");
    const fs::path copy = writeRunFolder(runs(), "soak/latest");
    imported(store);
    EXPECT_EQ(*folderOfRun(page(store).runs.at(0), kImportedAt), fs::canonical(place));
    fs::remove_all(place);
    EXPECT_EQ(*folderOfRun(page(store).runs.at(0), kImportedAt), fs::canonical(copy));
    // `latest` is another run every day.
    fs::remove_all(copy);
    writeRunFolder(runs(), "soak/latest", {.started = kFirstStart + 5000});
    const auto gone = folderOfRun(page(store).runs.at(0), kImportedAt);
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().code, Errc::NotFound);
    EXPECT_THAT(gone.error().message, HasSubstr("is gone; it was last known in " + place.string()));
}

TEST_P(NamedRun, AnotherRunInItsFolderIsNotTakenForIt)
{
    HistoryStore store = opened();
    writeRunFolder(runs(), "a");
    imported(store);
    const HistoryRun run = page(store).runs.at(0);
    fs::remove_all(runs() / "a");
    writeRunFolder(runs(), "a", {.started = kFirstStart + 1000});
    const auto folder = folderOfRun(run, kImportedAt);
    ASSERT_FALSE(folder);
    EXPECT_THAT(folder.error().message, HasSubstr("holds something else now"));
}

TEST_P(NamedRun, ASupersededVersionAndOneOfAnotherMachineSaySo)
{
    HistoryStore store = opened();
    writeRunFolder(runs(), "a");
    imported(store);
    HistoryRun run = page(store).runs.at(0);
    run.isSuperseded = true;
    EXPECT_EQ(folderOfRun(run, kImportedAt).error().code, Errc::BadInput);
    run.isSuperseded = false;
    run.row.folder = "//elsewhere/runs/a";
    EXPECT_THAT(folderOfRun(run, kImportedAt).error().message,
                HasSubstr("on another machine, in //elsewhere/runs/a"));
}

SOAK_ON_EVERY_DATABASE(NamedRun);

} // namespace soak
