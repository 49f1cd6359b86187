// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/artifacts.h"
#include "core/runner/tuning_report_file.h"
#include "tests/base/refusal.h"
#include "tests/io/records.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

TEST(TuningReportFile, IsAtEachIterationWhatTheRecordsSay)
{
    const TempDir dir;
    const RunWriter writer(dir.path());
    auto report = TuningReportFile::make(writer);
    ASSERT_TRUE(report);
    std::vector<IterationRecord> records;
    for (int iteration = 1; iteration <= 3; ++iteration) {
        ASSERT_TRUE(report->write());
        EXPECT_EQ(bytesOf(dir / std::string(kTuningReportFile)), tuningReportText(records));
        records.push_back(sampleRecord(iteration));
        ASSERT_TRUE(report->add(records.back()));
    }
    ASSERT_TRUE(report->write());
    EXPECT_EQ(bytesOf(dir / std::string(kTuningReportFile)), tuningReportText(records));
}

TEST(TuningReportFile, IsAnnouncedAndHealsWhatOthersDidToIt)
{
    const TempDir dir;
    std::vector<std::string> said;
    const RunWriter writer(dir.path(), [&](std::string_view what) {
        said.emplace_back(what);
        return Status(Done{});
    });
    auto report = TuningReportFile::make(writer);
    ASSERT_TRUE(report && report->add(sampleRecord(1)) && report->write());
    dir.write(std::string(kTuningReportFile), "somebody else's");
    ASSERT_TRUE(report->write());
    const std::vector<IterationRecord> one{sampleRecord(1)};
    EXPECT_EQ(bytesOf(dir / std::string(kTuningReportFile)), tuningReportText(one));
    EXPECT_EQ(said, (std::vector<std::string>(2, "write TUNING_REPORT.json")));
}

TEST(TuningReportFile, TellsThatItCannotBeMade)
{
    const TempDir dir;
    EXPECT_EQ(codeOf(TuningReportFile::make(RunWriter(dir / "none"))), Errc::NotWritable);
}

} // namespace
} // namespace soak
