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
    for (const char* engine : {"micro", "driver", "rules+", "model"}) {
        const Proposal proposal = propose(engine, {.iteration = 1,
                                                   .summary = failed,
                                                   .baseline = baseline,
                                                   .effective = baseline,
                                                   .registry = ParameterRegistry::builtin(),
                                                   .options = {},
                                                   .state = state});
        EXPECT_TRUE(proposal.deltas.empty()) << engine;
        EXPECT_EQ(proposal.reasons, std::vector<std::string>{"NO_DATA failed iteration"}) << engine;
    }
}

TEST(Propose, KnowsItsEngines)
{
    for (const char* engine : {"micro", "driver", "rules+", "model"}) {
        EXPECT_TRUE(isKnownTuner(engine)) << engine;
    }
    EXPECT_FALSE(isKnownTuner("rules"));
    EXPECT_FALSE(isKnownTuner(""));
}

} // namespace soak
