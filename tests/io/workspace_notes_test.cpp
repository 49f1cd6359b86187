// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/workspace_notes.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

constexpr std::string_view kWorkspace = R"({
  "schema": "soak.workspace", "version": 1, "folders": ["a"], "mood": 7,
  "runs": {
    "RUN_1:aa": {"alias": "nightly", "colour": 3, "notes": [
      {"text": "spike", "by": "ann", "at_ms": 1767600000123, "from": 33, "to": 33},
      {"text": "whole run", "stars": 5}]},
    "RUN_2:bb": {"alias": "no notes"},
    "RUN_3:cc": {"notes": [{"text": "slow", "by": "", "from": 4, "to": 9}]}
  }})";

Errc refusalOf(std::string_view text)
{
    const auto runs = parseWorkspaceNotes(text, "w.soakws");
    EXPECT_FALSE(runs);
    return runs ? Errc::Internal : runs.error().code;
}

} // namespace

TEST(WorkspaceNotes, AreReadByRun)
{
    const auto runs = parseWorkspaceNotes(kWorkspace, "w.soakws");
    ASSERT_TRUE(runs) << describe(runs.error());
    const std::vector<NotedRun> expected{
        {"RUN_1:aa",
         "nightly",
         {{"spike", "ann", 1767600000123, 33, 33}, {"whole run", "", {}, {}, {}}}},
        {"RUN_3:cc", "", {{"slow", "", {}, 4, 9}}}};
    EXPECT_EQ(*runs, expected);
}

TEST(WorkspaceNotes, WhatIsNoWorkspaceIsRefused)
{
    EXPECT_EQ(refusalOf("{"), Errc::BadInput);
    EXPECT_EQ(refusalOf(R"({"schema": "other"})"), Errc::BadInput);
    EXPECT_EQ(refusalOf(R"({"schema": "soak.workspace", "version": 2})"), Errc::BadInput);
    EXPECT_EQ(refusalOf(R"({"schema": "soak.workspace", "runs": {"a": {"notes": [7]}}})"),
              Errc::BadInput);
    EXPECT_EQ(refusalOf(R"({"schema": "soak.workspace", "runs": {"a": {"notes": [{"text": 7}]}}})"),
              Errc::BadInput);
}

TEST(WorkspaceNotes, AFileThatIsNotThereIsNamed)
{
    const TempDir dir;
    const auto runs = loadWorkspaceNotes(dir / "absent.soakws");
    ASSERT_FALSE(runs);
    EXPECT_EQ(runs.error().code, Errc::NotFound);
    EXPECT_NE(runs.error().where.find("absent.soakws"), std::string::npos);
}

} // namespace soak
