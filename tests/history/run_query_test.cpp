// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/run_query.h"
#include "tests/support/property.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

constexpr EpochMs kQueriedAt = 1'767'225'600'000; // 2026-01-01T00:00:00Z
constexpr EpochMs kDayMs = 86'400'000;

RunRow aRow()
{
    RunRow row;
    row.folder = "/soaks/nightly/soak/latest";
    row.name = "nightly";
    row.runId = "RUN_1767000000000";
    row.engine = "mock";
    row.scenario = "Storm";
    row.tags = {"canary"};
    row.startedMs = kQueriedAt - 3 * kDayMs;
    row.files = 36;
    row.planned = 36;
    row.activity.activity = RunActivity::Finished;
    row.figures.emplace();
    row.figures->verdict = RunVerdict::Fail;
    row.figures->values = {0.85, 362, 0.3, 4.2};
    row.figures->iterationsRead = 36;
    row.figures->problems = 2;
    row.figures->parameters = {{"impact_cap_ratio", {0.08}}};
    row.figures->stateHash = "3fa0" + std::string(60, '1');
    return row;
}

bool finds(const std::string& text, const RunRow& row = aRow())
{
    const ParsedQuery parsed = parseRunQuery(text);
    EXPECT_FALSE(parsed.problem) << text << ": " << parsed.problem->message;
    return matches(parsed.query, row, kQueriedAt);
}

QueryProblem problemOf(const std::string& text)
{
    return parseRunQuery(text).problem.value_or(QueryProblem{999, 0, "none"});
}

} // namespace

TEST(RunQuery, NothingAsksForEverything)
{
    EXPECT_TRUE(finds(""));
    EXPECT_TRUE(finds(" \t "));
}

TEST(RunQuery, GoalsAreCompared)
{
    EXPECT_TRUE(finds("p95>340"));
    EXPECT_FALSE(finds("p95<340"));
    EXPECT_TRUE(finds("maker>=0.85"));
    EXPECT_FALSE(finds("maker>0.85"));
    EXPECT_TRUE(finds("risk<=0.3 net>4 p95_latency_ms=362"));
    EXPECT_TRUE(finds("iterations>=36 problems<3"));
}

TEST(RunQuery, ParametersAreComparedByAnyOfTheirNames)
{
    EXPECT_TRUE(finds("param:impact_cap_ratio<0.09"));
    EXPECT_FALSE(finds("param:impact_cap_ratio>=0.09"));
    EXPECT_TRUE(finds("-param:impact_cap_ratio>=0.09"));
    EXPECT_TRUE(finds("param:impact.impact_cap_ratio=0.08"));
    EXPECT_TRUE(finds("PARAM:Risk.Impact_Cap_Ratio<=0.08"));
    EXPECT_FALSE(finds("param:tail_age_ms>0")); // the run does not say
    EXPECT_FALSE(finds("-param:tail_age_ms>0"));
}

TEST(RunQuery, AStateIsKnownByHowItsHashBegins)
{
    EXPECT_TRUE(finds("state:3fa0"));
    EXPECT_TRUE(finds("state:3FA01111"));
    EXPECT_FALSE(finds("state:fa0"));
    RunRow row = aRow();
    row.figures->stateHash.clear();
    EXPECT_FALSE(finds("state:3fa0", row));
    EXPECT_FALSE(finds("-state:3fa0", row));
}

TEST(RunQuery, AValueThatIsNotKnownHoldsNever)
{
    RunRow row = aRow();
    row.figures->values[1] = std::nullopt;
    EXPECT_FALSE(finds("p95>340", row));
    EXPECT_FALSE(finds("-p95>340", row));
    row.figures.reset();
    EXPECT_FALSE(finds("verdict:fail", row));
    EXPECT_FALSE(finds("-verdict:fail", row));
    row.startedMs.reset();
    EXPECT_FALSE(finds("since:7d", row));
}

TEST(RunQuery, FieldsAreWholeWordsWhateverTheirCapitals)
{
    EXPECT_TRUE(finds("verdict:FAIL tag:Canary engine:mock scenario:storm is:finished"));
    EXPECT_FALSE(finds("tag:can"));
    EXPECT_FALSE(finds("verdict:pass"));
    EXPECT_FALSE(finds("verdict:partial"));
    EXPECT_FALSE(finds("verdict:unreadable"));
    RunRow row = aRow();
    row.figures->iterationsRead = 30;
    EXPECT_TRUE(finds("verdict:partial", row));
    row.whyUnreadable = "a reason";
    EXPECT_TRUE(finds("verdict:unreadable", row));
}

TEST(RunQuery, TimesAreAgesOrDays)
{
    EXPECT_TRUE(finds("since:7d"));
    EXPECT_TRUE(finds("since:72h"));
    EXPECT_FALSE(finds("since:71h"));
    EXPECT_TRUE(finds("until:2d"));
    EXPECT_TRUE(finds("since:2025-12-29 until:2025-12-30"));
    EXPECT_FALSE(finds("since:2025-12-30"));
    EXPECT_TRUE(finds("since:2025-12-28T23:59:59Z"));
}

TEST(RunQuery, TextIsPartOfNameIdOrFolder)
{
    EXPECT_TRUE(finds("NIGHT"));
    EXPECT_TRUE(finds("run_1767"));
    EXPECT_TRUE(finds("soaks"));
    EXPECT_FALSE(finds("spread"));
    EXPECT_TRUE(finds("-spread"));
    EXPECT_FALSE(finds("-night"));
    EXPECT_TRUE(finds("\"soak/latest\""));
}

TEST(RunQuery, QuotesKeepATextTogether)
{
    RunRow row = aRow();
    row.name = "spread test B";
    EXPECT_TRUE(finds("\"test b\"", row));
    EXPECT_FALSE(finds("\"b test\"", row));
    row.scenario = "flash crash";
    EXPECT_TRUE(finds("scenario:\"flash crash\"", row));
    row.name = "a:b";
    EXPECT_TRUE(finds("\"a:b\"", row));
}

TEST(RunQuery, ProblemsSayWhereAndWhat)
{
    EXPECT_EQ(problemOf("p95<340 colour:red").position, 8U);
    EXPECT_EQ(problemOf("p95<340 colour:red").length, 6U);
    EXPECT_EQ(problemOf("p95<abc").position, 4U);
    EXPECT_EQ(problemOf("p95<abc").length, 3U);
    EXPECT_EQ(problemOf("verdict:great").position, 8U);
    EXPECT_EQ(problemOf("is:asleep").position, 3U);
    EXPECT_EQ(problemOf("since:yesterday").position, 6U);
    EXPECT_EQ(problemOf("since:9999999d").position, 6U);
    EXPECT_EQ(problemOf("x \"open").position, 2U);
    EXPECT_EQ(problemOf("<340").position, 0U);
    EXPECT_EQ(problemOf("tag:").position, 4U);
    EXPECT_EQ(problemOf("latency<340").position, 0U);
    EXPECT_EQ(problemOf("-p95<x").position, 5U);
    EXPECT_EQ(problemOf("param:tail_age_ms").position, 6U);
    EXPECT_EQ(problemOf("param:colour<3").position, 6U);
    EXPECT_EQ(problemOf("param:colour<3").length, 6U);
    EXPECT_EQ(problemOf("param:tail_age_ms<x").position, 18U);
}

TEST(RunQuery, PartsBeforeAProblemAreKept)
{
    EXPECT_EQ(parseRunQuery("verdict:fail p95<").query.parts.size(), 1U);
}

TEST(RunQuery, OnlySomeQueriesNeedJudging)
{
    EXPECT_FALSE(needsFigures(parseRunQuery("tag:x since:7d is:running text").query));
    for (const char* text : {"p95<340", "verdict:fail", "problems>0", "iterations>3",
                             "param:tail_age_ms<1", "state:3f"}) {
        EXPECT_TRUE(needsFigures(parseRunQuery(text).query)) << text;
    }
}

SOAK_PROPERTY(RunQueryLaws, AnyTextIsAQueryOrHasAProblemInsideIt, ())
{
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "p95", "<", ">=", "=", "340", "verdict:", "fail", "-", "\"", " ", "since:", "7d",
        "param:", "tail_age_ms", "state:", "x", ":", "é", "\t"));
    std::string text;
    for (const std::string& piece : pieces) {
        text += piece;
    }
    const ParsedQuery parsed = parseRunQuery(text);
    if (parsed.problem) {
        RC_ASSERT(parsed.problem->position + parsed.problem->length <= text.size());
        RC_ASSERT(!parsed.problem->message.empty());
        // What stands before it is understood.
        RC_ASSERT(parseRunQuery(text.substr(0, parsed.problem->position)).query.parts.size() >=
                  parsed.query.parts.size());
    }
    matches(parsed.query, aRow(), kQueriedAt);
}

} // namespace soak
