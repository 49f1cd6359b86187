// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/start_overrides.h"
#include "tests/control/control_run.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{
ControlPlan warmupPlan(int iterations)
{
    ControlPlan plan = microPlan(iterations);
    plan.phases.enabled = true;
    plan.warmupPreset = *findBuiltinPreset("warmup_conservative_v1");
    return plan;
}

Overrides withMakerBias()
{
    std::vector<Finding> findings;
    return applyPreset(bestCell(), *findBuiltinPreset("maker_bias_uplift_v1"), registry(),
                       findings);
}

double valueAt(const Overrides& overrides, const std::string& name)
{
    return valueOrDefault(overrides, *registry().find(name))->amount;
}

double valueAt(int iteration, const std::string& name, std::optional<double> p95 = std::nullopt)
{
    return valueAt(effectiveOverrides(warmupPlan(10), registry(), withMakerBias(), iteration, p95),
                   name);
}
} // namespace

// best_cell + maker_bias + warm-up preset, no tuner.
TEST(EffectiveOverrides, WorkedValuesOfTheSpecification)
{
    struct Case {
        std::string name;
        double warmup, first, second, steady;
    };

    for (const Case& c :
         {Case{"min_interval_ms", 100, 92, 83, 75},
          Case{"replace_rate_per_min", 203, 225, 248, 270}, Case{"tail_age_ms", 700, 667, 633, 600},
          Case{"impact_cap_ratio", 0.08075, 0.0855, 0.09025, 0.095},
          Case{"rescue_max_ratio", 0.1785, 0.204, 0.2295, 0.255}}) {
        SCOPED_TRACE(c.name);
        for (int iteration = 1; iteration <= 4; ++iteration) {
            EXPECT_DOUBLE_EQ(valueAt(iteration, c.name), c.warmup);
        }
        EXPECT_DOUBLE_EQ(valueAt(5, c.name), c.first);
        EXPECT_DOUBLE_EQ(valueAt(6, c.name), c.second);
        EXPECT_DOUBLE_EQ(valueAt(7, c.name), c.steady);
    }
}

TEST(EffectiveOverrides, WithoutWarmupAreTheBaseline)
{
    EXPECT_EQ(effectiveOverrides(microPlan(8), registry(), bestCell(), 1, 500), bestCell());
}

TEST(EffectiveOverrides, WithoutAPresetWarmupHasTheBaselinesValues)
{
    ControlPlan plan = warmupPlan(8);
    plan.warmupPreset.reset();
    for (int iteration = 1; iteration <= 8; ++iteration) {
        EXPECT_EQ(effectiveOverrides(plan, registry(), bestCell(), iteration, std::nullopt),
                  bestCell());
    }
}

TEST(EffectiveOverrides, SteadyIsTheBaselineToTheBit)
{
    EXPECT_EQ(effectiveOverrides(warmupPlan(8), registry(), bestCell(), 7, 500), bestCell());
}

TEST(EffectiveOverrides, LatencyPreBufferGrowsWithTheP95BeforeInWarmupOnly)
{
    EXPECT_DOUBLE_EQ(valueAt(2, "spread_add_bps", std::nullopt), 0);
    EXPECT_DOUBLE_EQ(valueAt(2, "spread_add_bps", 350), 0);
    EXPECT_DOUBLE_EQ(valueAt(2, "spread_add_bps", 370), 0.02);
    EXPECT_DOUBLE_EQ(valueAt(2, "spread_add_bps", 500), 0.05);
    EXPECT_DOUBLE_EQ(valueAt(5, "spread_add_bps", 500), 0);
    EXPECT_DOUBLE_EQ(valueAt(7, "spread_add_bps", 500), 0);
}

TEST(EffectiveOverrides, LatencyPreBufferStaysInsideSafe)
{
    Overrides baseline = bestCell();
    baseline.values["spread_add_bps"] = ParamValue{4.99};
    EXPECT_DOUBLE_EQ(
        valueAt(effectiveOverrides(warmupPlan(8), registry(), baseline, 2, 500), "spread_add_bps"),
        5);
}

TEST(PhaseLimitsOf, AreStricterInWarmup)
{
    EXPECT_EQ(phaseLimits(Phase::Warmup), (PhaseLimits{0.50, 0.80, 0.45, 360}));
    EXPECT_EQ(phaseLimits(Phase::Rampdown), (PhaseLimits{0.60, 1.00, 0.55, 400}));
    EXPECT_EQ(phaseLimits(Phase::Steady), (PhaseLimits{0.60, 1.00, 0.55, 400}));
}

// RI's min_interval reached 152.5 and tail +280 after eight iterations.
TEST(Defect9, TheOverlayIsNeverPersistedNorCompounded)
{
    const std::vector<RunStep> steps =
        runControl({.plan = warmupPlan(10),
                    .start = bestCell(),
                    .summaryOf =
                        [](int) {
                            return withMetrics({{Metric::NetBps, 5}});
                        },
                    .samplesOf = {},
                    .state = {},
                    .iterations = {}});
    for (const RunStep& at : steps) {
        EXPECT_EQ(at.baseline, bestCell()) << at.iteration;
        EXPECT_EQ(valueAt(at.effective, "min_interval_ms"), at.iteration <= 4   ? 85
                                                            : at.iteration == 5 ? 77
                                                            : at.iteration == 6 ? 68
                                                                                : 60);
    }
}

TEST(Defect9, InIteration1EveryKeyIsAvailableAndTwoAreApplied)
{
    const std::vector<RunStep> steps =
        runControl({.plan = warmupPlan(10),
                    .start = bestCell(),
                    .summaryOf =
                        [](int) {
                            return withMetrics({{Metric::NetBps, 1}, {Metric::RiskRatio, 0.7}});
                        },
                    .samplesOf = {},
                    .state = {},
                    .iterations = 1});
    const TuningStep& step = steps.front().outcome.step;
    EXPECT_EQ(step.changedKeys, (std::vector<std::string>{"impact_cap_ratio", "min_interval_ms"}));
    EXPECT_EQ(lines(*step.dropped), std::vector<std::string>{"tail_age_ms micro_steps"});
}

TEST(Defect9, TunerDeltasMoveTheBaselineAndNotTheOverlay)
{
    const std::vector<RunStep> steps =
        runControl({.plan = warmupPlan(10),
                    .start = bestCell(),
                    .summaryOf =
                        [](int) {
                            return withMetrics({{Metric::NetBps, 1}, {Metric::RiskRatio, 0.7}});
                        },
                    .samplesOf = {},
                    .state = {},
                    .iterations = 1});
    EXPECT_EQ(valueAt(steps.front().outcome.baselineNext, "min_interval_ms"), 65);
    EXPECT_EQ(valueAt(steps.front().outcome.effectiveNext, "min_interval_ms"), 90);
}

TEST(Defect60, TheFirstRampStepIsAlreadyOnItsWayBack)
{
    EXPECT_LT(valueAt(5, "min_interval_ms"), valueAt(4, "min_interval_ms"));
    EXPECT_GT(valueAt(6, "min_interval_ms"), valueAt(7, "min_interval_ms"));
}

TEST(Defect60, TheVelocityThresholdOfWarmupIsUsed)
{
    const auto droppedWith = [](bool warmup) {
        ControlPlan plan = warmupPlan(10);
        plan.phases.enabled = warmup;
        // min_interval +20 of 40 in one step: .167 of the range in three iterations.
        const auto summary = [](int) {
            return withMetrics(
                {{Metric::NetBps, 3}, {Metric::RiskRatio, 0.3}, {Metric::MakerTakerRatio, 0.5}});
        };
        return runControl({.plan = plan,
                           .start = bestCell(),
                           .summaryOf = summary,
                           .samplesOf = {},
                           .state = {},
                           .iterations = 1})
            .front()
            .outcome.step.velocityViolation;
    };
    EXPECT_TRUE(droppedWith(false));
    EXPECT_FALSE(droppedWith(true));
}

} // namespace soak
