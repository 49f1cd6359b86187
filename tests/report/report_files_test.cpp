// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/report/report_files.h"
#include "tests/report/report_samples.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(ReportFiles, AreAllThatTheLayoutNames)
{
    std::vector<std::string> names;
    for (const ReportFile& file : renderReports(judged(aTunedRun(8)), sampleContext())) {
        names.push_back(file.name);
    }
    EXPECT_EQ(names, (std::vector<std::string>{"DELTA_VERIFY_REPORT.json", "DELTA_VERIFY_REPORT.md",
                                               "FAILURES.md", "POST_SOAK_AUDIT.md",
                                               "POST_SOAK_AUDIT_SUMMARY.json",
                                               "POST_SOAK_AUDIT_SUMMARY.md",
                                               "POST_SOAK_ITER_TABLE.csv", "POST_SOAK_REPORT.html",
                                               "POST_SOAK_SNAPSHOT.json", "RECOMMENDATIONS.md"}));
}

TEST(ReportFiles, AreTheSameBytesForTheSameRun)
{
    EXPECT_EQ(renderReports(judged(aTroubledRun()), sampleContext()),
              renderReports(judged(aTroubledRun()), sampleContext()));
}

TEST(ReportFiles, OfHostileTextHoldNoMarkupOfIts)
{
    for (const ReportFile& file : renderReports(judged(aTroubledRun()), sampleContext())) {
        if (!file.name.ends_with(".json")) { // there `<` is text
            EXPECT_FALSE(hasRawMarkup(file.text)) << file.name;
        }
        EXPECT_EQ(file.text.find('\x1b'), std::string::npos) << file.name;
        EXPECT_TRUE(isValidUtf8(file.text)) << file.name;
    }
}

TEST(WriteReports, MakesTheFolderAndReturnsThePaths)
{
    const TempDir folder;
    const Judgement judgement = judged(aTunedRun(8));
    const auto paths = writeReports(judgement, sampleContext(), folder / "a b" / "reports");
    ASSERT_TRUE(paths) << describe(paths.error());
    const auto files = renderReports(judgement, sampleContext());
    ASSERT_EQ(paths->size(), files.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
        EXPECT_EQ((*paths)[i].filename(), files[i].name);
        EXPECT_EQ(bytesOf((*paths)[i]), files[i].text);
    }
}

TEST(WriteReports, SaysThatItCannotWrite)
{
    const TempDir folder;
    folder.write("taken", "");
    const auto paths = writeReports(judged(aRun()), sampleContext(), folder / "taken" / "reports");
    ASSERT_FALSE(paths);
    EXPECT_EQ(paths.error().code, Errc::NotWritable);
}

} // namespace

} // namespace soak
