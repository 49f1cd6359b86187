// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/iteration_gate.h"
#include "tests/support/builders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::ElementsAre;
using testing::IsEmpty;

namespace
{

MetricValues with(Metric metric, std::optional<double> value)
{
    MetricValues values = goodKpis();
    values[indexOf(metric)] = value;
    return values;
}

} // namespace

TEST(IterationGate, FollowsTheTable)
{
    using enum IterationStatus;

    struct Case {
        Metric metric;
        std::optional<double> value;
        IterationStatus normal;
        IterationStatus warmup;
    };

    const Case cases[] = {
        {Metric::RiskRatio, 0.40, Ok, Ok},
        {Metric::RiskRatio, 0.41, Warn, Warn},
        {Metric::RiskRatio, 0.50, Warn, Warn},
        {Metric::RiskRatio, 0.51, Fail, Warn},
        {Metric::NetBps, 2.0, Ok, Ok},
        {Metric::NetBps, 1.99, Fail, Warn},
        {Metric::AdverseBpsP95, 3.0, Ok, Ok},
        {Metric::AdverseBpsP95, 3.1, Warn, Warn},
        {Metric::P95LatencyMs, 350, Ok, Ok},
        {Metric::P95LatencyMs, 351, Ok, Warn},
        {Metric::P95LatencyMs, std::nullopt, Ok, Warn},
        {Metric::RiskRatio, std::nullopt, Warn, Warn},
        {Metric::NetBps, std::nullopt, Warn, Warn},
        {Metric::AdverseBpsP95, std::nullopt, Warn, Warn},
    };
    for (const Case& c : cases) {
        const MetricValues values = with(c.metric, c.value);
        EXPECT_EQ(iterationGate(1, values, false).status, c.normal)
            << specOf(c.metric).key << " " << c.value.value_or(-1);
        EXPECT_EQ(iterationGate(1, values, true).status, c.warmup)
            << specOf(c.metric).key << " " << c.value.value_or(-1);
    }
}

TEST(IterationGate, GivesItsReasonsOnceEach)
{
    MetricValues values = with(Metric::RiskRatio, 0.68);
    values[indexOf(Metric::NetBps)] = std::nullopt;
    const IterationGate gate = iterationGate(3, values, false);
    EXPECT_THAT(gate.failReasons, ElementsAre("risk_ratio 0.68 > 0.5"));
    EXPECT_THAT(gate.warnReasons, ElementsAre("missing:net_bps"));
    const IterationGate warm = iterationGate(3, values, true);
    EXPECT_THAT(warm.failReasons, IsEmpty());
    EXPECT_THAT(warm.warnReasons, ElementsAre("risk_ratio 0.68 > 0.5", "missing:net_bps"));
}

TEST(IterationGate, OfARunIsThatOfEachOfItsRows)
{
    const PhasePlan plan{.enabled = true, .warmupIterations = 2, .rampdownIterations = 1};
    const SoakRun run =
        aRun().withIterations(5).withMockKpis().missing(2).withWarmup(plan, 10).build();
    const std::vector<IterationGate> gates = iterationGates(run);
    ASSERT_EQ(gates.size(), 4U);
    for (std::size_t row = 0; row < gates.size(); ++row) {
        const int k = run.table.iterations()[row];
        EXPECT_EQ(gates[row], iterationGate(k, run.table.row(row), k <= 2)) << k;
    }
    EXPECT_TRUE(gates[0].warnMode);
    EXPECT_FALSE(gates[1].warnMode);
}

} // namespace soak
