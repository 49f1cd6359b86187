// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/sim_support.h"
#include "tests/sim/stylised_facts.h"

#include <gmock/gmock.h>

namespace soak
{

namespace
{

using testing::AllOf;
using testing::Gt;
using testing::Lt;

struct MidFacts {
    double deviation1s = 0;
    double deviation10s = 0;
    double kurtosis100ms = 0;
    double kurtosis1s = 0;
    double kurtosis10s = 0;
    std::vector<double> absoluteCorrelations; // at lags 1, 5, 10
    double correlation1 = 0;
    double correlation2 = 0;
    double ratio1s = 0;  // to 100 ms
    double ratio10s = 0; // to 1 s
};

// Five times the iterations that the bands were set for: a fifth of the variance.
MidFacts factsOf(std::string_view scenario, int iterations = 60)
{
    std::vector<MidPath> paths;
    for (int iteration = 1; iteration <= iterations; ++iteration) {
        SimInput input = simInput(scenario, iteration, {}, 777);
        input.keepMids = KeepMids::Yes;
        paths.push_back(std::move(*simulateIteration(input).mids));
    }
    const ReturnSeries fast = returnsOver(paths, 10);
    const ReturnSeries second = returnsOver(paths, 100);
    const ReturnSeries slow = returnsOver(paths, 1000);
    MidFacts facts;
    facts.deviation1s = deviationOfReturns(second);
    facts.deviation10s = deviationOfReturns(slow);
    facts.kurtosis100ms = kurtosisOfReturns(fast);
    facts.kurtosis1s = kurtosisOfReturns(second);
    facts.kurtosis10s = kurtosisOfReturns(slow);
    for (const std::size_t lag : {1U, 5U, 10U}) {
        facts.absoluteCorrelations.push_back(autocorrelation(second, lag, ReturnForm::Absolute));
    }
    facts.correlation1 = autocorrelation(second, 1, ReturnForm::Signed);
    facts.correlation2 = autocorrelation(second, 2, ReturnForm::Signed);
    facts.ratio1s = varianceRatio(second, fast, 10);
    facts.ratio10s = varianceRatio(slow, second, 10);
    return facts;
}

MidPath pathOf(const std::vector<double>& returnsBps)
{
    MidPath path{kReferencePrice};
    for (const double change : returnsBps) {
        path.push_back(path.back() + static_cast<PriceUnits>(change * 100));
    }
    return path;
}

} // namespace

// The measures themselves, on paths whose facts are known.
TEST(StylisedFacts, MeasuresAreThoseOfKnownPaths)
{
    std::vector<double> alternating;
    for (int i = 0; i < 1000; ++i) {
        alternating.push_back(i % 2 == 0 ? 2 : -2);
    }
    const std::vector<MidPath> paths{pathOf(alternating)};
    const ReturnSeries one = returnsOver(paths, 1);
    EXPECT_EQ(one.front().size(), 1000U);
    EXPECT_DOUBLE_EQ(deviationOfReturns(one), 2);
    EXPECT_DOUBLE_EQ(kurtosisOfReturns(one), 1);
    EXPECT_NEAR(autocorrelation(one, 1, ReturnForm::Signed), -1, 1e-9);
    EXPECT_NEAR(autocorrelation(one, 2, ReturnForm::Signed), 1, 1e-9);
    EXPECT_DOUBLE_EQ(varianceRatio(returnsOver(paths, 2), one, 2), 0);

    SimRandom random = streamsOf(1, 1).flow;
    std::vector<double> independent;
    for (int i = 0; i < 100'000; ++i) {
        independent.push_back(random.chance(1, 2) ? 1 : -1);
    }
    const std::vector<MidPath> walk{pathOf(independent)};
    EXPECT_NEAR(autocorrelation(returnsOver(walk, 1), 1, ReturnForm::Signed), 0, 0.015);
    EXPECT_NEAR(varianceRatio(returnsOver(walk, 10), returnsOver(walk, 1), 10), 1, 0.07);
    EXPECT_NEAR(kurtosisOfReturns(returnsOver(walk, 100)), 3, 0.5);
}

// The bands of SIMULATOR 10.
TEST(LongStylisedFacts, CalmIsWithinItsBands)
{
    const MidFacts facts = factsOf("calm");
    EXPECT_THAT(facts.deviation1s, AllOf(Gt(0.8), Lt(2)));
    EXPECT_THAT(facts.deviation10s, AllOf(Gt(3), Lt(7)));
    EXPECT_GT(facts.kurtosis100ms, facts.kurtosis1s) << "aggregational normality";
    EXPECT_GT(facts.kurtosis1s, facts.kurtosis10s);
    EXPECT_GT(facts.kurtosis1s, 5) << "heavy tails";
    EXPECT_THAT(facts.absoluteCorrelations, testing::Each(Gt(0))) << "volatility comes in clusters";
    EXPECT_LT(std::fabs(facts.correlation1), 0.20);
    EXPECT_LT(std::fabs(facts.correlation2), 0.20);
    EXPECT_THAT(facts.ratio1s, AllOf(Gt(0.8), Lt(1.6)));
    EXPECT_THAT(facts.ratio10s, AllOf(Gt(0.8), Lt(1.6)));
}

TEST(LongStylisedFacts, ScenariosDifferAsTheySay)
{
    const MidFacts calm = factsOf("calm");
    const MidFacts wild = factsOf("volatile");
    EXPECT_THAT(wild.deviation1s, AllOf(Gt(2.6), Lt(3.8)));   // 3.2 expected
    EXPECT_THAT(wild.deviation10s, AllOf(Gt(9.5), Lt(13.5))); // 11.7
    EXPECT_LT(wild.kurtosis1s, calm.kurtosis1s);
    EXPECT_GT(factsOf("trending").ratio10s, calm.ratio10s + 0.4);
    EXPECT_LT(factsOf("thin").deviation1s, calm.deviation1s);
    const MidFacts news = factsOf("news");
    EXPECT_GT(news.deviation10s, calm.deviation10s * 1.3);
    EXPECT_GT(news.kurtosis10s, calm.kurtosis10s);
}

} // namespace soak
