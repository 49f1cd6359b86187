// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/iteration_table_csv.h"
#include "tests/report/report_samples.h"
#include "tests/support/golden.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

namespace
{

using testing::HasSubstr;

TEST(IterationTableCsv, IsAsRecorded)
{
    for (const ReportSample& sample : reportSamples()) {
        EXPECT_GOLDEN("report/" + sample.name + "/POST_SOAK_ITER_TABLE.csv",
                      iterationTableCsv(sample.judgement));
    }
}

TEST(IterationTableCsv, HasAnEmptyCellWhereThereIsNoValue)
{
    const std::string csv = iterationTableCsv(
        judged(aRun().withIterations(2).without(Metric::GrossBps).at(2, Metric::P95LatencyMs, {})));
    EXPECT_THAT(csv, HasSubstr("\r\n1,6.3,0.3,1,1.5,180,0.92,,2,\r\n"));
    EXPECT_THAT(csv, HasSubstr("\r\n2,6.3,0.3,1,1.5,,0.92,,2,\r\n"));
}

TEST(IterationTableCsv, SaysWhereGrossWasImputed)
{
    const std::string csv = iterationTableCsv(judged(aRun().withIterations(2).editNotes(
        2, [](IterationNotes& notes) { notes.grossImputed = true; })));
    EXPECT_THAT(csv, HasSubstr(",false\r\n2,"));
    EXPECT_THAT(csv, testing::EndsWith(",true\r\n"));
}

} // namespace

} // namespace soak
