// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/history_read.h"
#include "core/history/history_words.h"
#include "tests/history/history_fixture.h"

namespace soak
{

namespace
{

class HistoryRead : public OnEveryDatabase
{
};

} // namespace

TEST_P(HistoryRead, WhatStandsBesideARunIsOfThatRun)
{
    HistoryStore store = opened();
    writeRunFolder(runs(), "a");
    writeRunFolder(runs(), "copy of a");
    writeRunFolder(runs(), "b", {.started = kFirstStart + 1});
    imported(store);
    const std::string a = page(store, "", "-started").runs.at(0).lineage;
    ASSERT_TRUE(say(store, a, WordKind::Tag, {"of-a", "", 1}));
    ASSERT_TRUE(decide(store, a, {"hold", "ann", 2, "why", ""}));
    const auto all = readRuns(store, " FROM runs r WHERE TRUE ORDER BY r.started_ms", {});
    ASSERT_TRUE(all) << describe(all.error());
    ASSERT_EQ(all->size(), 2U);
    EXPECT_EQ(all->at(0).row.tags, std::vector<std::string>{"of-a"});
    EXPECT_EQ(all->at(0).decision, "hold");
    EXPECT_EQ(all->at(0).row.alsoIn.size(), 1U);
    EXPECT_TRUE(all->at(1).row.tags.empty());
    EXPECT_EQ(all->at(1).decision, std::nullopt);
    EXPECT_TRUE(all->at(1).row.alsoIn.empty());
}

SOAK_ON_EVERY_DATABASE(HistoryRead);

} // namespace soak
