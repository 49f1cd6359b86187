// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/arm_comparison.h"
#include "tests/support/noisy_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace soak
{

namespace
{

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

// A run of a night of its own: its RUN.json is that of no other one.
RunBuilder night(std::uint64_t seed, double shift = 0, int iterations = 36)
{
    return noisyGoals(iterations, seed, .3, shift).editRun([seed](SoakRun& run) {
        auto& hash = run.otherFiles["RUN.json"].sha256;
        for (std::size_t byte = 0; byte < 8; ++byte) {
            hash[byte] = static_cast<std::uint8_t>(seed >> (8 * byte));
        }
    });
}

using Nights = std::vector<RunBuilder>;

// Nights whose true net edge strays by `between` deviations of an iteration about `shift`.
Nights nights(std::uint64_t seed, std::size_t count, double shift = 0, double between = 1)
{
    Noise noise(seed);
    Nights all;
    for (std::size_t at = 0; at < count; ++at) {
        all.push_back(night(seed * 100 + at, shift + between * noise.normal()));
    }
    return all;
}

std::vector<Judgement> judgedAll(const Nights& runs)
{
    std::vector<Judgement> judgements;
    std::ranges::transform(runs, std::back_inserter(judgements), [](const RunBuilder& run) {
        return judge(run.shared(), missionProfile());
    });
    return judgements;
}

std::vector<CompareInput> inputsOf(const std::vector<Judgement>& judgements)
{
    std::vector<CompareInput> inputs;
    for (const Judgement& judgement : judgements) {
        inputs.push_back({"run", &judgement});
    }
    return inputs;
}

ArmComparison armsOf(const Nights& a, const Nights& b, CompareOptions options = {})
{
    const auto judgedA = judgedAll(a);
    const auto judgedB = judgedAll(b);
    auto found = compareArms(inputsOf(judgedA), inputsOf(judgedB), std::move(options));
    EXPECT_TRUE(found) << (found ? "" : found.error().message);
    return std::move(*found);
}

const ArmEffect& rowOf(const ArmComparison& comparison, Metric metric)
{
    return *std::ranges::find(comparison.effects, metric,
                              [](const ArmEffect& row) { return row.effect.metric; });
}

// A row of what is already gone would be read after its end.
const ArmEffect& rowOf(ArmComparison&& comparison, Metric metric) = delete;

RunBuilder constantNight(std::uint64_t seed, double net)
{
    return night(seed).editKpis(
        [net](int, MetricValues& kpis) { kpis[indexOf(Metric::NetBps)] = net; });
}

TEST(ArmComparison, EachRunIsOneValue)
{
    const ArmComparison found =
        armsOf({constantNight(1, 2.5), constantNight(2, 2.75), constantNight(3, 3.25)},
               {constantNight(4, 3.5), constantNight(5, 3), constantNight(6, 4.25),
                constantNight(7, 4), constantNight(8, 3.75)});
    const ArmEffect& net = rowOf(found, Metric::NetBps);
    ASSERT_EQ(net.values.size(), 8U);
    EXPECT_EQ(net.values[1], (ArmValue{2.75, 36, 0, ""}));
    EXPECT_EQ(net.effect.baseline.n, 3U);
    EXPECT_EQ(net.effect.other.n, 5U);
    EXPECT_FALSE(net.effect.baseline.ess);
    // As tests/statistics/welch_test.cpp has them.
    EXPECT_NEAR(*net.effect.difference, .866666666666667, 1e-12);
    EXPECT_NEAR(*net.df, 5.24308422007986, 1e-9);
    EXPECT_NEAR(*net.effect.p, .0354553203505455, 1e-9);
    EXPECT_NEAR(net.effect.ci95->low, .0858537004305268, 1e-9);
}

TEST(ArmComparison, VerdictsGoByTheDirectionOfTheKpi)
{
    Nights better = nights(2, 5, 4, .3);
    for (RunBuilder& run : better) {
        run.editKpis([](int, MetricValues& kpis) { *kpis[indexOf(Metric::P95LatencyMs)] += 60; });
    }
    const ArmComparison found = armsOf(nights(1, 5, 0, .3), better);
    EXPECT_EQ(rowOf(found, Metric::NetBps).effect.verdict, EffectVerdict::Better);
    EXPECT_EQ(rowOf(found, Metric::P95LatencyMs).effect.verdict, EffectVerdict::Worse);
    EXPECT_EQ(found.counts.better, 1U);
    EXPECT_EQ(found.counts.worse, 1U);
    EXPECT_FALSE(rowOf(found, Metric::NetBps).moreRuns);
    EXPECT_EQ(exitCodeOf(found.counts), ExitCode::NegativeVerdict);
}

TEST(ArmComparison, AnArmIsNeverBetterOrWorseThanItself)
{
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const Nights arm = nights(seed, 3 + seed % 4);
        const ArmComparison found = armsOf(arm, arm);
        EXPECT_EQ(found.counts.better + found.counts.worse, 0U);
        EXPECT_EQ(rowOf(found, Metric::NetBps).effect.difference, 0);
        EXPECT_THAT(found.notes, Contains(HasSubstr(" runs are in both arms")));
    }
}

// Whole runs, all four goals with Holm; the cells with many repeats are in
// tests/statistics/false_alarms_test.cpp. 2 * sqrt(.05 * .95 / 300) = .025.
TEST(ArmComparison, LikeArmsAreRarelyCalledDifferent)
{
    constexpr int kRepeats = 300;
    int alarms = 0;
    for (int repeat = 0; repeat < kRepeats; ++repeat) {
        const auto seed = static_cast<std::uint64_t>(1'000 + 2 * repeat);
        const auto found = armsOf(nights(seed, 3), nights(seed + 1, 3));
        alarms += found.counts.better + found.counts.worse > 0 ? 1 : 0;
    }
    EXPECT_LE(alarms, .055 * kRepeats);
}

TEST(ArmComparison, AShiftIsFoundThoughTheNightsDiffer)
{
    constexpr int kRepeats = 100;
    CompareOptions options;
    options.metrics = {Metric::NetBps};
    int found = 0;
    for (int repeat = 0; repeat < kRepeats; ++repeat) {
        const auto seed = static_cast<std::uint64_t>(5'000 + 2 * repeat);
        const auto comparison = armsOf(nights(seed, 5), nights(seed + 1, 5, 3), options);
        EXPECT_EQ(comparison.counts.worse, 0U);
        found += comparison.counts.better == 1 ? 1 : 0;
    }
    EXPECT_GE(found, 85);
}

TEST(ArmComparison, ARunThatIsTooShortOrLacksTheKpiIsLeftOutAndNamed)
{
    Nights a = nights(1, 4);
    a.push_back(night(50, 0, 7));
    a.push_back(night(51).without(Metric::RiskRatio));
    const ArmComparison found = armsOf(a, nights(2, 3));
    const ArmEffect& risk = rowOf(found, Metric::RiskRatio);
    EXPECT_EQ(risk.values[4].whyLeftOut, "7 values after the warm-up, at least 8 are needed");
    EXPECT_TRUE(risk.values[4].mean);
    EXPECT_EQ(risk.values[5].whyLeftOut, "no values in the run");
    EXPECT_FALSE(risk.values[5].mean);
    EXPECT_EQ(risk.values[5].missing, 36U);
    EXPECT_EQ(risk.effect.baseline.n, 4U);
    EXPECT_EQ(risk.effect.baseline.missing, 2U);
    EXPECT_EQ(rowOf(found, Metric::NetBps).effect.baseline.n, 5U);
    // The mean is that of the others, to the bit.
    const ArmComparison without = armsOf({a[0], a[1], a[2], a[3]}, nights(2, 3));
    EXPECT_EQ(risk.effect.baseline.mean, rowOf(without, Metric::RiskRatio).effect.baseline.mean);
}

TEST(ArmComparison, FewerThanThreeRunsThatCountAreNotEnough)
{
    struct Row {
        std::size_t a;
        std::size_t b;
        std::string why;
        std::size_t more;
    };

    for (const Row& row : {Row{2, 5, "arm A has 2 usable runs, at least 3 are needed", 1},
                           {5, 1, "arm B has 1 usable run, at least 3 are needed", 2},
                           {2, 2, "arm A has 2 usable runs, at least 3 are needed", 1}}) {
        const ArmComparison found = armsOf(nights(1, row.a), nights(2, row.b, 9));
        const ArmEffect& net = rowOf(found, Metric::NetBps);
        EXPECT_EQ(net.effect.verdict, EffectVerdict::Inconclusive);
        EXPECT_EQ(net.effect.reason, InconclusiveReason::TooFewRuns);
        EXPECT_EQ(net.effect.why, row.why);
        EXPECT_FALSE(net.effect.p);
        EXPECT_FALSE(net.effect.ci95);
        EXPECT_TRUE(net.effect.difference);
        EXPECT_GE(net.moreRuns, row.more);
        EXPECT_EQ(exitCodeOf(found.counts), ExitCode::BadInput);
    }
}

// A copy of a run in another folder is no other night.
TEST(ArmComparison, ARunThatStandsInAnArmTwiceCountsOnce)
{
    Nights a = nights(1, 3);
    a.push_back(a[1]);
    const ArmComparison found = armsOf(a, nights(2, 3));
    for (const ArmEffect& row : found.effects) {
        EXPECT_EQ(row.values[3].whyLeftOut, "the same run as A2");
        EXPECT_EQ(row.effect.baseline.n, 3U);
    }
    EXPECT_EQ(armRunLabel(found, 3), "A4");
    EXPECT_EQ(armRunLabel(found, 4), "B1");
}

// Another tool's runs that begin alike are several all the same.
TEST(ArmComparison, RunsOfAnotherToolAreToldApartByTheirFiles)
{
    const auto foreign = [](std::uint64_t seed, std::uint8_t lastFile) {
        return noisyGoals(36, seed).foreign().editRun(
            [lastFile](SoakRun& run) { run.summaryFiles.back().sha256[0] = lastFile; });
    };
    const ArmComparison found =
        armsOf({foreign(1, 1), foreign(2, 2), foreign(3, 3), foreign(1, 1)}, nights(2, 3));
    const ArmEffect& net = rowOf(found, Metric::NetBps);
    EXPECT_EQ(net.effect.baseline.n, 3U);
    EXPECT_EQ(net.values[3].whyLeftOut, "the same run as A1");
}

TEST(ArmComparison, InconclusiveSaysHowManyRunsAreLacking)
{
    CompareOptions options;
    options.metrics = {Metric::NetBps};
    const ArmComparison found = armsOf(nights(1, 3, 0, 2), nights(2, 3, 1, 2), options);
    const ArmEffect& net = rowOf(found, Metric::NetBps);
    ASSERT_EQ(net.effect.verdict, EffectVerdict::Inconclusive) << net.effect.why;
    const double shift = std::max(std::abs(*net.effect.difference), net.effect.margin);
    const double sd = std::max(*net.effect.baseline.sd, *net.effect.other.sd);
    EXPECT_EQ(net.moreRuns, *runsNeeded(shift, sd, 3) - 3);
    EXPECT_EQ(found.counts.needed, net.moreRuns);
    EXPECT_THAT(countsText(found), HasSubstr("more runs an arm needed)"));
    EXPECT_FALSE(net.effect.iterationsNeeded);
}

TEST(ArmComparison, RunsWithoutNoiseAreDeterministic)
{
    Nights a;
    Nights b;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        a.push_back(constantNight(seed, .83));
        b.push_back(constantNight(seed + 10, 1.83));
    }
    const ArmComparison found = armsOf(a, b);
    const KpiEffect& net = rowOf(found, Metric::NetBps).effect;
    EXPECT_TRUE(net.isDeterministic);
    EXPECT_EQ(net.verdict, EffectVerdict::Better);
    EXPECT_EQ(net.why, "both are constant, the difference is 1.00 bps, the margin 0.10 bps");
    EXPECT_FALSE(net.holmP);
}

TEST(ArmComparison, SaysWhichConfigurationsItCompares)
{
    Overrides changed = bestCell();
    changed.values["impact_cap_ratio"] = ParamValue{.12};
    Nights other = nights(2, 3);
    const ArmComparison same = armsOf(nights(1, 3), other);
    EXPECT_TRUE(same.isSameConfiguration);
    EXPECT_THAT(same.notes, Contains(HasSubstr("includes the differences between nights")));
    EXPECT_THAT(same.notes, Contains("same configuration: a difference here is not the overrides"));
    other[1].startingFrom(changed);
    const ArmComparison mixed = armsOf(nights(1, 3), other);
    EXPECT_FALSE(mixed.isSameConfiguration);
    EXPECT_THAT(mixed.notes, Contains("the runs of arm B are not known to have one configuration"));
    EXPECT_EQ(mixed.overrides.differing, 1U);
}

TEST(ArmComparison, SaysHowManyRunsDoNotAnswerToTheirOverrides)
{
    Nights other = nights(2, 3);
    for (const std::size_t at : {0U, 2U}) {
        other[at].editRun([](SoakRun& run) { run.info->engine = "replay"; });
    }
    EXPECT_THAT(
        armsOf(nights(1, 3), other).notes,
        Contains("2 runs are replays: the KPIs of a replay do not answer to its overrides"));
    EXPECT_THAT(armsOf(nights(1, 3), nights(2, 3)).notes,
                Not(Contains(HasSubstr("do not answer to"))));
}

// All runs are cut at the same place, as in a pair.
TEST(ArmComparison, TheCutIsTheLargestOne)
{
    PhasePlan plan{.enabled = true, .warmupIterations = 4, .rampdownIterations = 2};
    Nights b = nights(2, 3);
    b[2].withWarmup(plan, 10);
    const ArmComparison found = armsOf(nights(1, 3), b);
    EXPECT_EQ(found.from, 7);
    EXPECT_EQ(found.effects[0].values[0].n, 30U);
    CompareOptions options;
    options.from = 20;
    const ArmComparison byHand = armsOf(nights(1, 3), b, options);
    EXPECT_EQ(byHand.effects[0].values[0].n, 17U);
    EXPECT_EQ(methodText(byHand), "Welch's t of the means of runs, Holm over 4 KPIs, alpha 0.05, "
                                  "exploratory: the cut was chosen by hand");
}

TEST(ArmComparison, RefusesWhatCannotBeCompared)
{
    const auto judgements = judgedAll(nights(1, 3));
    const auto arm = inputsOf(judgements);
    EXPECT_EQ(compareArms(arm, {}).error().code, Errc::Usage);
    EXPECT_EQ(compareArms({}, arm).error().code, Errc::Usage);
    CompareOptions options;
    options.between[Metric::NetBps] = {1, 3};
    EXPECT_EQ(compareArms(arm, arm, options).error().code, Errc::Usage);
    options = {};
    options.metrics = {Metric::CancelRatio};
    EXPECT_EQ(compareArms(arm, arm, options).error().code, Errc::Usage);
    options = {};
    std::stop_source source;
    source.request_stop();
    options.stop = source.get_token();
    EXPECT_EQ(compareArms(arm, arm, options).error().code, Errc::Cancelled);
}

} // namespace

} // namespace soak
