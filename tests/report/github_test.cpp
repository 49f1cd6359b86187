// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/report/github.h"
#include "tests/report/report_samples.h"
#include "tests/support/golden.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace soak
{

namespace
{

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

std::ptrdiff_t linesWith(const std::string& text, std::string_view start)
{
    const std::vector<std::string> lines = split(text, '\n');
    return std::count_if(lines.begin(), lines.end(),
                         [start](const std::string& line) { return line.starts_with(start); });
}

TEST(GithubSummary, IsAsRecorded)
{
    for (const ReportSample& sample : reportSamples()) {
        EXPECT_GOLDEN("report/" + sample.name + "/github_summary.md",
                      githubSummary(sample.judgement, sampleContext()));
        EXPECT_GOLDEN("report/" + sample.name + "/github_annotations.txt",
                      githubAnnotations(sample.judgement));
    }
}

TEST(GithubSummary, StaysBelowTheLimitAndEndsWithAWholeLine)
{
    Judgement judgement = judged(aTunedRun(8));
    for (int i = 0; i < 20000; ++i) {
        GateResult row = judgement.gates.front();
        row.gate.id = "gate_" + std::to_string(i);
        judgement.gates.push_back(row);
    }
    const std::string summary = githubSummary(judgement, sampleContext());
    EXPECT_LE(summary.size(), kMostSummaryBytes);
    EXPECT_GT(summary.size(), kMostSummaryBytes - 1000);
    EXPECT_THAT(summary, EndsWith("|\n\n*Cut: the whole report is in the uploaded files.*\n"));
}

TEST(GithubAnnotations, AreNoneForARunWithoutFault)
{
    EXPECT_EQ(githubAnnotations(judged(aRun())), "");
}

TEST(GithubAnnotations, ComeWorstFirst)
{
    const std::string text = githubAnnotations(judged(aTroubledRun()));
    EXPECT_LT(text.rfind("::error"), text.find("::warning"));
    EXPECT_LT(text.rfind("::warning title="), text.find("::notice"));
}

TEST(GithubAnnotations, AreAtMostTenOfAKindAndTheLastCountsTheRest)
{
    const std::string text = githubAnnotations(judged(aRun().editRun([](SoakRun& run) {
        for (int i = 0; i < 30; ++i) {
            run.findings.push_back({FindingKind::LoadError, Severity::Error, "f", i, "", "t"});
        }
    })));
    EXPECT_EQ(linesWith(text, "::error"), 10);
    EXPECT_THAT(text, HasSubstr("::error title=soak::21 more are in the report\n"));
}

TEST(GithubAnnotations, CannotBeGivenCommandsByAnArtifact)
{
    const std::string text = githubAnnotations(judged(aTroubledRun()));
    EXPECT_EQ(linesWith(text, "::"), linesWith(text, "") - 1); // the text ends with a line end
    EXPECT_THAT(text, Not(HasSubstr("\n=cmd")));
    EXPECT_THAT(text, Not(HasSubstr("\x1b")));
}

} // namespace

} // namespace soak
