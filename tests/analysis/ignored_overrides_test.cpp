// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ignored_overrides.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

ComparedOverride row(const char* path, const char* name, bool differs)
{
    ComparedOverride one;
    one.path = path;
    one.name = name;
    one.differs = differs;
    return one;
}

} // namespace

TEST(IgnoredOverrides, AStarIsAnyLettersAndAQuestionMarkOne)
{
    EXPECT_TRUE(matchesGlob("guards.latency.soft_ms", "guards.*"));
    EXPECT_TRUE(matchesGlob("guards.latency.soft_ms", "*.soft_ms"));
    EXPECT_TRUE(matchesGlob("guards.latency.soft_ms", "g*lat*ms"));
    EXPECT_TRUE(matchesGlob("run_id", "run_i?"));
    EXPECT_TRUE(matchesGlob("", "*"));
    EXPECT_TRUE(matchesGlob("a", "a**"));
    EXPECT_TRUE(matchesGlob("aab", "*ab"));
    EXPECT_FALSE(matchesGlob("guards", "guards.*"));
    EXPECT_FALSE(matchesGlob("my.guards.x", "guards.*"));
    EXPECT_FALSE(matchesGlob("run_id", "run_?"));
    EXPECT_FALSE(matchesGlob("Guards.x", "guards.*"));
    EXPECT_FALSE(matchesGlob("a", ""));
}

TEST(IgnoredOverrides, ALineHoldsSeveralPatterns)
{
    EXPECT_EQ(globPatterns("  guards.* , run_id\t*_ms"),
              (std::vector<std::string>{"guards.*", "run_id", "*_ms"}));
    EXPECT_TRUE(globPatterns(" , ").empty());
}

TEST(IgnoredOverrides, WhatIsLeftOutIsCountedWhereItDiffers)
{
    const std::vector<ComparedOverride> rows{
        row("guards.soft_ms", "soft_ms", true), row("guards.hard_ms", "hard_ms", false),
        row("quoting.min_interval_ms", "min_interval_ms", true),
        row("quoting.rate", "rate", false)};
    const OverrideDifferences all = withoutIgnored(rows, {});
    EXPECT_EQ(all.rows, rows);
    EXPECT_EQ(all.differing, 2U);
    EXPECT_EQ(all.leftOut, 0U);
    const OverrideDifferences byPath = withoutIgnored(rows, {"guards.*"});
    EXPECT_EQ(byPath.rows, (std::vector<ComparedOverride>{rows[2], rows[3]}));
    EXPECT_EQ(byPath.differing, 1U);
    EXPECT_EQ(byPath.leftOut, 1U) << "the equal one is not a difference less";
    EXPECT_EQ(withoutIgnored(rows, {"min_interval_ms"}).leftOut, 1U) << "by name, too";
}

} // namespace soak
