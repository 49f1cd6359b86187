// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/notes_report.h"
#include "tests/report/report_samples.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

const std::vector<NotedRun> kRuns{
    {"RUN_1:aa",
     "nightly",
     {{"spike *here*", "ann", 1767600000123, 33, 33}, {"all", "", {}, {}, {}}}},
    {"RUN_3:cc", "", {{"slow", "bob", {}, 4, 9}}}};

} // namespace

TEST(NotesReport, MarkdownSaysWhereWhoAndWhen)
{
    EXPECT_EQ(notesMarkdown(kRuns), "## nightly\n"
                                    "\n"
                                    "RUN_1:aa\n"
                                    "\n"
                                    "- **#33:** spike \\*here\\* (ann, 2026-01-05T08:00:00.123Z)\n"
                                    "- **the run:** all\n"
                                    "\n"
                                    "## RUN_3:cc\n"
                                    "\n"
                                    "- **#4 to #9:** slow (bob)\n");
    EXPECT_EQ(notesMarkdown({}), "No notes.\n");
}

TEST(NotesReport, TextOfPeopleStaysInItsLine)
{
    const std::vector<NotedRun> runs{
        {"RUN_1", "", {{std::string(kHostileText), std::string(kHostileText), {}, {}, {}}}}};
    const std::string text = notesMarkdown(runs);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3) << text;
    EXPECT_EQ(text.find("<script>"), std::string::npos) << text;
}

TEST(NotesReport, JsonHasEveryFieldAndNullForWhatIsNotKnown)
{
    const auto json = nlohmann::json::parse(notesJson(kRuns, "0.1.0"));
    EXPECT_EQ(json.at("schema"), "soak-notes/1");
    const auto& runs = json.at("runs");
    ASSERT_EQ(runs.size(), 2U);
    EXPECT_EQ(runs[0].at("alias"), "nightly");
    EXPECT_EQ(runs[0].at("notes")[0].at("from"), 33);
    EXPECT_EQ(runs[0].at("notes")[0].at("at_utc"), "2026-01-05T08:00:00.123Z");
    EXPECT_TRUE(runs[0].at("notes")[1].at("by").is_null());
    EXPECT_TRUE(runs[0].at("notes")[1].at("from").is_null());
    EXPECT_TRUE(runs[1].at("alias").is_null());
    EXPECT_EQ(runs[1].at("notes")[0].at("to"), 9);
}

} // namespace soak
