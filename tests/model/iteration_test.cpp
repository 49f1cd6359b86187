// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/iteration.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace soak
{
namespace
{

IterationNotes notes()
{
    IterationNotes value;
    value.version = "sim-3";
    value.kpiVerdict = "PASS";
    value.negEdgeDrivers = {"slippage_bps", "adverse_bps"};
    value.makerTakerSource = "fills_volume";
    value.phase = Phase::Steady;
    return value;
}

TEST(IterationNotes, EqualNotesHashAlike)
{
    EXPECT_EQ(hashOf(notes()), hashOf(notes()));
    EXPECT_EQ(hashOf(IterationNotes{}), hashOf(IterationNotes{}));
}

TEST(IterationNotes, EveryMemberChangesTheHash)
{
    const std::vector<std::function<void(IterationNotes&)>> changes{
        [](IterationNotes& n) { n.version.reset(); },
        [](IterationNotes& n) { n.version = "sim-4"; },
        [](IterationNotes& n) { n.symbol = "ALL"; },
        [](IterationNotes& n) { n.kpiVerdict = "FAIL"; },
        [](IterationNotes& n) { n.kpiReasons = {"EDGE"}; },
        [](IterationNotes& n) {
            n.negEdgeDrivers = {"adverse_bps", "slippage_bps"};
        },
        [](IterationNotes& n) { n.sentinelAdvice = {"EDGE"}; },
        [](IterationNotes& n) { n.makerTakerSource = "existing"; },
        [](IterationNotes& n) { n.riskSource = "exposure"; },
        [](IterationNotes& n) { n.adverseP95FromMean = true; },
        [](IterationNotes& n) { n.slippageP95FromMean = true; },
        [](IterationNotes& n) { n.grossImputed = true; },
        [](IterationNotes& n) { n.phase = Phase::Warmup; },
        [](IterationNotes& n) { n.failure = "exit 3"; },
    };
    std::set<std::size_t> hashes{hashOf(notes())};
    for (const auto& change : changes) {
        IterationNotes changed = notes();
        change(changed);
        EXPECT_FALSE(changed == notes());
        hashes.insert(hashOf(changed));
    }
    EXPECT_EQ(hashes.size(), changes.size() + 1);
}

TEST(IterationSummary, AMetricThatWasNotMeasuredIsAbsent)
{
    IterationSummary summary;
    EXPECT_EQ(summary.at(Metric::P95LatencyMs), std::nullopt);
    summary.metrics[indexOf(Metric::P95LatencyMs)] = 0.0;
    EXPECT_EQ(summary.at(Metric::P95LatencyMs), 0.0);
}

} // namespace
} // namespace soak
