// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/gate_profile.h"
#include "core/report/compare_csv.h"
#include "tests/support/builders.h"

#include <gmock/gmock.h>

namespace soak
{
namespace
{

using testing::HasSubstr;
using testing::StartsWith;

TEST(CompareCsv, HasALineForEachRunAndKpiAndEmptyCellsForWhatIsAbsent)
{
    ComparedMean known;
    known.metric = Metric::NetBps;
    known.n = 3;
    known.missing = 1;
    known.mean = 2.5;
    known.delta = -0.125;
    known.relative = -0.05;
    known.leaning = Leaning::Worse;
    known.median = 2;
    known.p95 = 4;
    known.min = 1;
    known.max = 4.5;
    ComparedMean absent;
    absent.metric = Metric::RiskRatio;
    absent.missing = 4;
    const std::vector<NamedMeans> runs{{"night, \"one\"", {known, absent}}, {"=1+1", {}}};
    EXPECT_EQ(compareCsv(runs), "run,kpi,n,missing,mean,difference,relative,leaning,median,p95,min,"
                                "max,last\r\n"
                                "\"night, \"\"one\"\"\",net_bps,3,1,2.5,-0.125,-0.05,worse,2,4,1,"
                                "4.5,\r\n"
                                "\"night, \"\"one\"\"\",risk_ratio,0,4,,,,,,,,,\r\n");
}

TEST(CompareCsv, OfAComparisonTheBaselineHasNoDifference)
{
    const auto run = [](double net) {
        return judge(aRun().withIterations(12).with(Metric::NetBps, net).shared(),
                     missionProfile());
    };
    const Judgement a = run(3);
    const Judgement b = run(4);
    CompareOptions options;
    options.metrics = {Metric::NetBps};
    const auto comparison =
        compareRuns(std::vector<CompareInput>{{"a", &a}, {"=b", &b}}, std::move(options));
    ASSERT_TRUE(comparison);
    const std::string text = compareCsv(*comparison);
    EXPECT_THAT(text, HasSubstr("\r\na,net_bps,12,0,3,,,,3,3,3,3,3\r\n"));
    EXPECT_THAT(text, HasSubstr("\r\n'=b,net_bps,12,0,4,1,"))
        << "a name that a spreadsheet would take for a formula is defused";
}

} // namespace
} // namespace soak
