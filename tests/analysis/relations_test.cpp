// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/relations.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace soak
{

namespace
{

ComparedRun whole(const SoakRun& run)
{
    return {&run, {0, run.table.rowCount()}};
}

// min_interval_ms grows by 5 before every iteration, and net falls with it.
SoakRun falling(int iterations)
{
    RunBuilder builder = aRun().withIterations(iterations);
    for (int k = 1; k <= iterations; ++k) {
        builder.at(k, Metric::NetBps, 10.0 - k);
        if (k > 1) {
            builder.forcing(k, "min_interval_ms", 60 + 5 * (k - 1));
        }
    }
    return builder.build();
}

TEST(Relations, SpearmanIsThatOfTheRanks)
{
    const auto rho = [](std::vector<double> x, std::vector<double> y) { return spearman(x, y); };
    EXPECT_DOUBLE_EQ(*rho({1, 2, 3}, {1, 10, 100}), 1);
    EXPECT_DOUBLE_EQ(*rho({1, 2, 3}, {3, 2, 1}), -1);
    // scipy.stats.spearmanr([1, 2, 2, 3], [1, 3, 2, 4]) = 0.9486832980505138
    EXPECT_NEAR(*rho({1, 2, 2, 3}, {1, 3, 2, 4}), 0.9486832980505138, 1e-12);
    EXPECT_FALSE(rho({1, 2}, {1, 2}));
    EXPECT_FALSE(rho({1, 1, 1}, {1, 2, 3}));
    EXPECT_FALSE(rho({1, 2, 3}, {5, 5, 5}));
}

TEST(Relations, PointsAreWhatWasInForceDuringTheIteration)
{
    const SoakRun run = falling(9);
    const Relation relation =
        relate(std::vector<ComparedRun>{whole(run)}, "min_interval_ms", Metric::NetBps);
    ASSERT_EQ(relation.points.size(), 9U);
    EXPECT_EQ(relation.points[0], (RelationPoint{0, 1, 60, 9}));
    EXPECT_EQ(relation.points[8], (RelationPoint{0, 9, 100, 1}));
    EXPECT_DOUBLE_EQ(*relation.rho, -1);
    EXPECT_TRUE(relation.why.empty());
    ASSERT_EQ(relation.warnings.size(), 1U);
    EXPECT_NE(relation.warnings[0].find("alike"), std::string::npos);
}

TEST(Relations, FewPointsAreWarnedOf)
{
    const SoakRun run = falling(7);
    const Relation relation =
        relate(std::vector<ComparedRun>{whole(run)}, "min_interval_ms", Metric::NetBps);
    ASSERT_EQ(relation.warnings.size(), 2U);
    EXPECT_NE(relation.warnings[0].find("fewer than 8 points"), std::string::npos);
}

TEST(Relations, SayWhyThereIsNone)
{
    const SoakRun run = falling(5);
    const SoakRun foreign = aRun().withIterations(5).foreign().build();
    const auto why = [](const SoakRun& of, const char* parameter, Metric metric) {
        return relate(std::vector<ComparedRun>{whole(of)}, parameter, metric).why;
    };
    EXPECT_EQ(why(run, "tail_age_ms", Metric::NetBps),
              "the parameter has one value in all of them");
    EXPECT_EQ(why(run, "min_interval_ms", Metric::RiskRatio),
              "the metric has one value in all of them");
    EXPECT_EQ(why(foreign, "min_interval_ms", Metric::NetBps), "no iteration has both values");
    EXPECT_EQ(why(falling(2), "min_interval_ms", Metric::NetBps),
              "fewer than three iterations have both values");
    EXPECT_EQ(relate(std::vector<ComparedRun>{whole(foreign)}, "x", Metric::NetBps).missing, 5U);
}

TEST(Relations, ParametersThatVaryAreTold)
{
    const SoakRun run = falling(3);
    const SoakRun other = aRun().withIterations(2).forcing(2, "tail_age_ms", 700).build();
    const RelatedParameters related =
        relatedParameters(std::vector<ComparedRun>{whole(run), whole(other)});
    EXPECT_EQ(related.all.size(), 6U);
    EXPECT_EQ(related.varying, (std::vector<std::string>{"min_interval_ms", "tail_age_ms"}));
}

TEST(Relations, ParallelAxesAreWhatDiffersAndTheGoals)
{
    const SoakRun a = aRun().withIterations(3).with(Metric::NetBps, 3.0).build();
    const SoakRun b = aRun()
                          .withIterations(3)
                          .with(Metric::NetBps, 4.0)
                          .without(Metric::RiskRatio)
                          .forcing(2, "min_interval_ms", 70)
                          .build();
    const ParallelCoordinates parallel =
        parallelCoordinates(std::vector<ComparedRun>{whole(a), whole(b)});
    ASSERT_EQ(parallel.axes.size(), 5U);
    EXPECT_EQ(parallel.axes[0].parameter, "min_interval_ms");
    EXPECT_EQ(parallel.axes[0].low, 60);
    EXPECT_EQ(parallel.axes[0].high, 70);
    EXPECT_EQ(parallel.values[1][0], 70);
    const auto risk = std::ranges::find_if(parallel.axes, [](const ParallelAxis& axis) {
        return axis.parameter.empty() && axis.metric == Metric::RiskRatio;
    });
    ASSERT_NE(risk, parallel.axes.end());
    EXPECT_FALSE(parallel.values[1][static_cast<std::size_t>(risk - parallel.axes.begin())]);
}

TEST(Relations, AnAxisWithoutAValueIsLeftOut)
{
    const SoakRun a = aRun().withIterations(2).without(Metric::NetBps).build();
    const ParallelCoordinates parallel = parallelCoordinates(std::vector<ComparedRun>{whole(a)});
    EXPECT_EQ(parallel.axes.size(), 3U);
    EXPECT_EQ(parallel.values[0].size(), 3U);
}

} // namespace

} // namespace soak
