// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/run_comparison.h"
#include "tests/support/noisy_run.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace soak
{

namespace
{

RunComparison compared(const std::vector<std::shared_ptr<const SoakRun>>& runs,
                       CompareOptions options = {})
{
    std::vector<Judgement> judgements;
    for (const auto& run : runs) {
        judgements.push_back(judge(run, missionProfile()));
    }
    std::vector<CompareInput> inputs;
    for (std::size_t at = 0; at < runs.size(); ++at) {
        inputs.push_back({"run " + std::to_string(at), &judgements[at]});
    }
    auto found = compareRuns(inputs, std::move(options));
    EXPECT_TRUE(found) << (found ? "" : found.error().message);
    return std::move(*found);
}

const KpiEffect& effectOf(const ComparedPair& pair, Metric metric)
{
    return *std::ranges::find(pair.effects, metric, &KpiEffect::metric);
}

// A row of what is already gone would be read after its end.
const KpiEffect& effectOf(ComparedPair&& pair, Metric metric) = delete;

TEST(RunComparison, ARunWithItselfIsSameOrNotKnown)
{
    for (const int iterations : {1, 7, 8, 36, 120}) {
        const auto run = noisyGoals(iterations, 3, .5).shared();
        const RunComparison found = compared({run, run});
        for (const KpiEffect& effect : found.pairs[0].effects) {
            EXPECT_TRUE(effect.verdict == EffectVerdict::Same ||
                        effect.verdict == EffectVerdict::Inconclusive)
                << iterations;
        }
        EXPECT_TRUE(found.pairs[0].isSameConfiguration);
        EXPECT_EQ(found.overrides.differing, 0U);
    }
}

TEST(RunComparison, VerdictsGoByTheDirectionOfTheKpi)
{
    const auto base = noisyGoals(100, 1).shared();
    const auto other = noisyGoals(100, 2)
                           .editKpis([](int, MetricValues& kpis) {
                               *kpis[indexOf(Metric::NetBps)] += 1;
                               *kpis[indexOf(Metric::P95LatencyMs)] += 60;
                           })
                           .shared();
    const ComparedPair pair = compared({base, other}).pairs[0];
    EXPECT_EQ(effectOf(pair, Metric::NetBps).verdict, EffectVerdict::Better);
    EXPECT_EQ(effectOf(pair, Metric::P95LatencyMs).verdict, EffectVerdict::Worse);
    EXPECT_EQ(pair.counts.better, 1U);
    EXPECT_EQ(pair.counts.worse, 1U);
    EXPECT_NEAR(*effectOf(pair, Metric::NetBps).difference, 1, .15);
    EXPECT_LT(*effectOf(pair, Metric::NetBps).a12, .05); // the baseline is rarely the larger
}

// The power table of STATISTICS 2d (one KPI, so that Holm corrects nothing) by whole runs.
TEST(RunComparison, KnownShiftsAreFoundAsOftenAsTheyCanBe)
{
    struct Cell {
        int n;
        double phi;
        double shift;
        double power;
    };

    constexpr int kPairs = 100;
    constexpr double kFourErrors = .2; // of a share of one half among 100
    for (const Cell& cell : {Cell{36, .5, 1, .54},
                             {36, .5, 2, .96},
                             {36, .5, 3, .98},
                             {100, .5, 1, .95},
                             {100, .5, 2, 1.0},
                             {100, .5, 3, 1.0},
                             {1'000, .8, 1, 1.0}}) {
        const int pairs = cell.n == 1'000 ? 10 : kPairs;
        int found = 0;
        for (int pair = 0; pair < pairs; ++pair) {
            const auto seed = static_cast<std::uint64_t>(cell.n * 1'000 + pair) * 2;
            CompareOptions options;
            options.metrics = {Metric::NetBps};
            options.margins[Metric::NetBps] = 1e-9;
            const RunComparison result =
                compared({noisyGoals(cell.n, seed, cell.phi).shared(),
                          noisyGoals(cell.n, seed + 1, cell.phi, cell.shift).shared()},
                         options);
            found += result.pairs[0].counts.better == 1 ? 1 : 0;
            EXPECT_EQ(result.pairs[0].counts.worse, 0U);
        }
        EXPECT_NEAR(found, cell.power * pairs, kFourErrors * pairs)
            << cell.n << " " << cell.phi << " " << cell.shift;
    }
}

TEST(RunComparison, AShortRunSaysWhatIsTooShort)
{
    const RunComparison found = compared({noisyGoals(7, 1).shared(), noisyGoals(36, 2).shared()});
    for (const KpiEffect& effect : found.pairs[0].effects) {
        EXPECT_EQ(effect.reason, InconclusiveReason::TooFewValues);
        EXPECT_EQ(effect.why, "7 values after the warm-up, at least 8 are needed");
        EXPECT_GE(effect.iterationsNeeded.value_or(0), 24U);
    }
    EXPECT_EQ(found.pairs[0].counts.inconclusive, 4U);
    EXPECT_TRUE(countsText(found.pairs[0].counts).starts_with("0 better, 0 same, 0 worse, 4 not"));
}

TEST(RunComparison, AMetricThatARunLacksIsNotKnown)
{
    const RunComparison found = compared(
        {noisyGoals(36, 1).shared(), noisyGoals(36, 2).without(Metric::RiskRatio).shared()});
    const KpiEffect& risk = effectOf(found.pairs[0], Metric::RiskRatio);
    EXPECT_EQ(risk.reason, InconclusiveReason::NoValues);
    EXPECT_EQ(risk.why, "no values in the run");
    EXPECT_FALSE(risk.other.mean);
    EXPECT_EQ(risk.other.missing, 36U);
    EXPECT_FALSE(risk.difference);
}

TEST(RunComparison, TheExitCodeSaysWhetherAnythingDiffers)
{
    const auto code = [](std::size_t better, std::size_t same, std::size_t unknown) {
        RunComparison comparison;
        comparison.pairs.resize(1);
        comparison.pairs[0].counts = {better, same, 0, unknown, std::nullopt};
        return compareExitCode(comparison);
    };
    EXPECT_EQ(code(1, 3, 0), ExitCode::NegativeVerdict);
    EXPECT_EQ(code(0, 1, 3), ExitCode::Ok);
    EXPECT_EQ(code(0, 0, 4), ExitCode::BadInput);
}

// All runs are cut at the same place: that of the one which settles last.
TEST(RunComparison, TheCutIsTheLargerOne)
{
    PhasePlan plan{.enabled = true, .warmupIterations = 4, .rampdownIterations = 2};
    const RunComparison found =
        compared({noisyGoals(40, 1).shared(), noisyGoals(40, 2).withWarmup(plan, 10).shared()});
    EXPECT_EQ(found.from, 7);
    EXPECT_EQ(found.pairs[0].effects[0].baseline.n, 34U);
    EXPECT_EQ(found.pairs[0].effects[0].other.n, 34U);
    EXPECT_FALSE(found.isExploratory);
}

TEST(RunComparison, ACutByHandIsExploratory)
{
    CompareOptions options;
    options.from = 11;
    const RunComparison found =
        compared({noisyGoals(40, 1).shared(), noisyGoals(40, 2).shared()}, options);
    EXPECT_TRUE(found.isExploratory);
    EXPECT_EQ(found.pairs[0].effects[0].baseline.n, 30U);
    EXPECT_NE(methodText(found).find("exploratory"), std::string::npos);
}

TEST(RunComparison, OtherOverridesAreNotTheSameConfiguration)
{
    Overrides changed = bestCell();
    changed.values["impact_cap_ratio"] = ParamValue{.12};
    const RunComparison found =
        compared({noisyGoals(40, 1).shared(), noisyGoals(40, 2).startingFrom(changed).shared(),
                  noisyGoals(40, 3).proposing(20, {{"tail_age_ms", ParamDelta{10}}}).shared(),
                  noisyGoals(40, 4).foreign().shared()});
    EXPECT_FALSE(found.pairs[0].isSameConfiguration);
    EXPECT_FALSE(found.pairs[1].isSameConfiguration);
    EXPECT_EQ(found.pairs[1].notes[0], "the overrides changed during the compared iterations");
    EXPECT_FALSE(found.pairs[2].isSameConfiguration);
    EXPECT_TRUE(found.pairs[2].notes[0].starts_with("the overrides are not recorded"));
    EXPECT_EQ(found.overrides.differing, 2U);
}

// Else a replay with other overrides than its source is evidence that they do nothing.
TEST(RunComparison, SaysWhichRunsDoNotAnswerToTheirOverrides)
{
    const auto replay = [](SoakRun& run) { run.info->engine = "replay"; };
    const auto measured = noisyGoals(40, 1).shared();
    const auto replayed = noisyGoals(40, 1).editRun(replay).shared();
    const auto isSaid = [](const RunComparison& found, const std::string& note) {
        return std::ranges::find(found.pairs[0].notes, note) != found.pairs[0].notes.end();
    };
    const std::string ofBaseline =
        "the baseline is a replay: its KPIs do not answer to its overrides";
    const std::string ofRun = "the run is a replay: its KPIs do not answer to its overrides";
    const RunComparison second = compared({measured, replayed});
    EXPECT_TRUE(isSaid(second, ofRun));
    EXPECT_FALSE(isSaid(second, ofBaseline));
    const RunComparison first = compared({replayed, measured});
    EXPECT_FALSE(isSaid(first, ofRun));
    EXPECT_TRUE(isSaid(first, ofBaseline));
}

TEST(RunComparison, RefusesWhatCannotBeCompared)
{
    const Judgement judgement = judge(noisyGoals(36, 1).shared(), missionProfile());
    const std::vector<CompareInput> one{{"a", &judgement}};
    const std::vector<CompareInput> two{{"a", &judgement}, {"b", &judgement}};
    EXPECT_EQ(compareRuns(one).error().code, Errc::Usage);
    CompareOptions unknown;
    unknown.metrics = {Metric::CancelRatio};
    EXPECT_EQ(compareRuns(two, unknown).error().code, Errc::Usage);
    unknown.margins[Metric::CancelRatio] = 0;
    EXPECT_EQ(compareRuns(two, unknown).error().code, Errc::Usage);
    unknown.margins[Metric::CancelRatio] = .05;
    EXPECT_TRUE(compareRuns(two, unknown));
    CompareOptions cancelled;
    std::stop_source source;
    source.request_stop();
    cancelled.stop = source.get_token();
    EXPECT_EQ(compareRuns(two, cancelled).error().code, Errc::Cancelled);
}

// The time for change points is bounded; what was not looked at is said.
TEST(RunComparison, SaysWhenTheTimeForChangePointsIsUp)
{
    CompareOptions options;
    options.isTimeUp = [] { return true; };
    const RunComparison found =
        compared({noisyGoals(40, 1).shared(), noisyGoals(40, 2).shared()}, options);
    EXPECT_EQ(found.runs[0].changes[0].end, SearchEnd::OutOfTime);
    EXPECT_EQ(found.pairs[0].effects[0].baseline.n, 40U);
}

} // namespace

} // namespace soak
