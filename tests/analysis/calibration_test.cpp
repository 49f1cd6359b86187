// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/calibration.h"
#include "tests/support/builders.h"
#include "tests/support/noise.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

CalibrationRun nightly(std::uint64_t seed, double nightSd)
{
    Noise noise(seed);
    const double night = nightSd * noise.normal();
    CalibrationRun run{"run", "same", {}};
    run.means.push_back(meanVariance(seriesOf(noise.ar1Values(60, .3, night))));
    return run;
}

CompareOptions netAlone()
{
    CompareOptions options;
    options.metrics = {Metric::NetBps};
    options.margins[Metric::NetBps] = 1e-6;
    return options;
}

TEST(Calibration, LikeRunsAreRarelyCalledDifferent)
{
    std::vector<CalibrationRun> runs;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        runs.push_back(nightly(seed, 0));
    }
    const Calibration found = calibrate(runs, netAlone());
    EXPECT_EQ(found.runs, 40U);
    EXPECT_EQ(found.kpis[0].pairs, 780U);
    EXPECT_LT(found.kpis[0].share->low, .05);
    EXPECT_FALSE(found.kpis[0].between);
}

// Nights that differ by more than the noise within a run: the comparison would be wrong, and is
// told by how much.
TEST(Calibration, FindsTheVarianceBetweenNights)
{
    std::vector<CalibrationRun> runs;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        runs.push_back(nightly(seed, 1));
    }
    const Calibration found = calibrate(runs, netAlone());
    EXPECT_GT(found.kpis[0].share->low, .05);
    ASSERT_TRUE(found.kpis[0].between);
    EXPECT_NEAR(found.kpis[0].between->variance, 1, .45);
    EXPECT_EQ(found.kpis[0].between->df, 39);
    CompareOptions corrected = netAlone();
    corrected.between[Metric::NetBps] = *found.kpis[0].between;
    std::size_t alarms = 0;
    for (std::size_t at = 0; at + 1 < runs.size(); at += 2) {
        const auto pair =
            compareMeans(runs[at].means[0], runs[at + 1].means[0], found.kpis[0].between);
        alarms += *pair.p < .05 ? 1 : 0;
    }
    EXPECT_LE(alarms, 3U);
}

TEST(Calibration, OnlyRunsOfOneConfigurationAreHeldAgainstEachOther)
{
    std::vector<CalibrationRun> runs{nightly(1, 0), nightly(2, 0), nightly(3, 0)};
    runs[2].configuration = "another";
    const Calibration found = calibrate(runs, netAlone());
    EXPECT_EQ(found.runs, 2U);
    EXPECT_EQ(found.configurations, 1U);
    EXPECT_EQ(found.kpis[0].pairs, 1U);
    EXPECT_EQ(calibrate({}, netAlone()).kpis[0].pairs, 0U);
    EXPECT_FALSE(calibrate({}, netAlone()).kpis[0].share);
}

TEST(Calibration, ARunWhoseOverridesChangedIsLeftOut)
{
    const std::vector<Metric> metrics{Metric::NetBps};
    EXPECT_TRUE(calibrationRun("a", aRun().withIterations(20).build(), metrics));
    EXPECT_FALSE(calibrationRun(
        "a", aRun().withIterations(20).proposing(9, {{"min_interval_ms", ParamDelta{5}}}).build(),
        metrics));
    EXPECT_FALSE(calibrationRun("a", aRun().withIterations(20).foreign().build(), metrics));
}

} // namespace

} // namespace soak
