// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/tuner.h"
#include "tests/control/control_run.h"

#include <gtest/gtest.h>

namespace soak
{

TEST(Propose, AnIterationWithoutAnyMetricProposesNothing)
{
    IterationSummary failed;
    failed.notes.negEdgeDrivers = {"slippage_bps"};
    failed.notes.failure = "exit code 3";
    const Overrides baseline = bestCell();
    const TuningState state;
    for (const char* engine : {"micro", "driver"}) {
        const Proposal proposal = propose(engine, {.iteration = 1,
                                                   .summary = failed,
                                                   .baseline = baseline,
                                                   .registry = ParameterRegistry::builtin(),
                                                   .options = {},
                                                   .state = state});
        EXPECT_TRUE(proposal.deltas.empty()) << engine;
        EXPECT_EQ(proposal.reasons, std::vector<std::string>{"NO_DATA failed iteration"}) << engine;
    }
}

TEST(Propose, KnowsTheTwoEngines)
{
    EXPECT_TRUE(isKnownTuner("micro"));
    EXPECT_TRUE(isKnownTuner("driver"));
    EXPECT_FALSE(isKnownTuner("rules+"));
    EXPECT_FALSE(isKnownTuner(""));
}

} // namespace soak
