// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/tuner.h"
#include "tests/control/control_run.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{
using Lines = std::vector<std::string>;
using Values = std::map<std::string, double>;
using Kpis = std::map<Metric, double>;
using enum Metric;

Proposal microProposal(const Kpis& kpis, const Values& values = {}, bool normalise = false)
{
    const IterationSummary summary = withMetrics(kpis);
    const Overrides baseline = withValues(values);
    const TuningState state;
    return proposeMicro({.iteration = 5,
                         .summary = summary,
                         .baseline = baseline,
                         .effective = baseline,
                         .registry = ParameterRegistry::builtin(),
                         .options = {.normalise = normalise},
                         .state = state});
}

struct MicroCase {
    std::string name;
    Kpis kpis;
    Values values;
    bool normalise;
    Lines deltas;
    std::string rationale;
};

void expectMicroCases(const std::vector<MicroCase>& cases)
{
    for (const MicroCase& c : cases) {
        SCOPED_TRACE(c.name);
        const Proposal proposal = microProposal(c.kpis, c.values, c.normalise);
        EXPECT_EQ(lines(proposal.deltas), c.deltas);
        const std::string reason = proposal.reasons.empty() ? "" : proposal.reasons.front();
        EXPECT_TRUE(reason.starts_with(c.rationale)) << reason;
    }
}

const Lines kAggressive{"impact_cap_ratio -0.01", "min_interval_ms 5.0", "tail_age_ms 30.0"};
const Lines kModerate{"impact_cap_ratio -0.005", "min_interval_ms 5.0"};
const Lines kMakerBoost{"base_spread_bps 0.015", "min_interval_ms 20.0",
                        "replace_rate_per_min -45.0"};
} // namespace

TEST(ProposeMicro, RiskRulesByTheirThresholds)
{
    expectMicroCases({
        {"aggressive from .60",
         {{NetBps, 2}, {RiskRatio, 0.60}},
         {},
         false,
         kAggressive,
         "AGGRESSIVE"},
        {"moderate below .60", {{NetBps, 2}, {RiskRatio, 0.599}}, {}, false, kModerate, "MODERATE"},
        {"moderate from .40", {{NetBps, 2}, {RiskRatio, 0.40}}, {}, false, kModerate, "MODERATE"},
        {"nothing below .40", {{NetBps, 2}, {RiskRatio, 0.399}}, {}, false, {}, "STABLE"},
        {"unknown risk", {{NetBps, 2}, {MakerTakerRatio, 0.2}}, {}, true, {}, "STABLE"},
    });
}

TEST(ProposeMicro, StepsEndAtCapAndFloor)
{
    expectMicroCases({
        {"interval cap 80 under aggressive",
         {{NetBps, 2}, {RiskRatio, 0.7}},
         {{"min_interval_ms", 78}, {"impact_cap_ratio", 0.083}, {"tail_age_ms", 790}},
         false,
         {"impact_cap_ratio -0.003", "min_interval_ms 2.0", "tail_age_ms 10.0"},
         "AGGRESSIVE"},
        {"interval cap 75 under moderate",
         {{NetBps, 2}, {RiskRatio, 0.5}},
         {{"min_interval_ms", 74}, {"impact_cap_ratio", 0.092}},
         false,
         {"impact_cap_ratio -0.002", "min_interval_ms 1.0"},
         "MODERATE"},
    });
}

TEST(ProposeMicro, NamesWhatIsAtItsBound)
{
    const Proposal proposal =
        microProposal({{NetBps, 3.1}, {RiskRatio, 0.5644}}, {{"impact_cap_ratio", 0.09}});
    EXPECT_EQ(proposal.reasons, Lines{"MODERATE min_interval_ms +5, impact_cap_ratio (at bound)"});
}

TEST(ProposeMicro, NormaliseIsAnOptionAndNeedsLowRiskAndGoodNet)
{
    const Lines loosened{"impact_cap_ratio 0.005", "min_interval_ms -3.0"};
    const Values tight{{"impact_cap_ratio", 0.09}};
    expectMicroCases({
        {"off", {{NetBps, 3}, {RiskRatio, 0.34}}, tight, false, {}, "STABLE"},
        {"on", {{NetBps, 3}, {RiskRatio, 0.34}}, tight, true, loosened, "NORMALIZE"},
        {"risk .35", {{NetBps, 3}, {RiskRatio, 0.35}}, tight, true, {}, "STABLE"},
        {"net 2.99", {{NetBps, 2.99}, {RiskRatio, 0.34}}, tight, true, {}, "STABLE"},
        {"bounds",
         {{NetBps, 3}, {RiskRatio, 0.2}},
         {{"impact_cap_ratio", 0.099}, {"min_interval_ms", 51}},
         true,
         {"impact_cap_ratio 0.001", "min_interval_ms -1.0"},
         "NORMALIZE"},
    });
}

TEST(ProposeMicro, MakerBoostNeedsAKnownLowMakerShareAndNet)
{
    expectMicroCases({
        {"boost",
         {{NetBps, 2.7}, {RiskRatio, 0.3}, {MakerTakerRatio, 0.84}},
         {},
         false,
         kMakerBoost,
         "MAKER_BOOST"},
        {"maker .85",
         {{NetBps, 2.7}, {RiskRatio, 0.3}, {MakerTakerRatio, 0.85}},
         {},
         false,
         {},
         "STABLE"},
        {"maker unknown", {{NetBps, 2.7}, {RiskRatio, 0.3}}, {}, false, {}, "STABLE"},
        {"net 2.69",
         {{NetBps, 2.69}, {RiskRatio, 0.3}, {MakerTakerRatio, 0.5}},
         {},
         false,
         {},
         "STABLE"},
        {"risk .401",
         {{NetBps, 2.7}, {RiskRatio, 0.401}, {MakerTakerRatio, 0.5}},
         {},
         false,
         kModerate,
         "MODERATE"},
        {"replace floor 200",
         {{NetBps, 2.7}, {RiskRatio, 0.3}, {MakerTakerRatio, 0.5}},
         {{"replace_rate_per_min", 210}, {"min_interval_ms", 80}},
         false,
         {"base_spread_bps 0.015", "replace_rate_per_min -10.0"},
         "MAKER_BOOST"},
    });
}

// At a risk of exactly .40 rules 2 and 4 both hold; a key of the first stays as it is.
TEST(ProposeMicro, AKeyAlreadyProposedIsNotOverwritten)
{
    const Proposal proposal =
        microProposal({{NetBps, 2.7}, {RiskRatio, 0.40}, {MakerTakerRatio, 0.5}});
    EXPECT_EQ(lines(proposal.deltas), (Lines{"base_spread_bps 0.015", "impact_cap_ratio -0.005",
                                             "min_interval_ms 5.0", "replace_rate_per_min -45.0"}));
    EXPECT_TRUE(proposal.conflicts.empty());
}

TEST(ProposeMicro, TheEarlierOfTwoOppositeRulesWinsAndTheLoserIsRecorded)
{
    const Proposal proposal =
        microProposal({{NetBps, 3}, {RiskRatio, 0.30}, {MakerTakerRatio, 0.5}}, {}, true);
    EXPECT_EQ(lines(proposal.deltas), (Lines{"base_spread_bps 0.015", "min_interval_ms -3.0",
                                             "replace_rate_per_min -45.0"}));
    EXPECT_EQ(lines(proposal.conflicts), Lines{"min_interval_ms conflict"});
    EXPECT_NE(proposal.reasons.back().find("min_interval_ms +20 (conflict)"), std::string::npos);
}

TEST(ProposeMicro, LatencyRulesByTheirThresholds)
{
    const Lines soft{"concurrency_limit -1.0", "tail_age_ms 50.0"};
    const Lines hard{"concurrency_limit -2.0", "tail_age_ms 75.0"};
    expectMicroCases({
        {"329.9", {{NetBps, 2}, {P95LatencyMs, 329.9}}, {}, false, {}, "STABLE"},
        {"330", {{NetBps, 2}, {P95LatencyMs, 330}}, {}, false, soft, "LATENCY_BUFFER"},
        {"359.9", {{NetBps, 2}, {P95LatencyMs, 359.9}}, {}, false, soft, "LATENCY_BUFFER"},
        {"360", {{NetBps, 2}, {P95LatencyMs, 360}}, {}, false, hard, "LATENCY_HARD"},
        {"concurrency stays above 0",
         {{NetBps, 2}, {P95LatencyMs, 400}},
         {{"concurrency_limit", 1}, {"tail_age_ms", 800}},
         false,
         {},
         "LATENCY_HARD"},
        {"20 x .85 is 17",
         {{NetBps, 2}, {P95LatencyMs, 400}},
         {{"concurrency_limit", 20}, {"tail_age_ms", 800}},
         false,
         {"concurrency_limit -3.0"},
         "LATENCY_HARD"},
    });
}

TEST(ProposeMicro, DriverRulesByTheirThresholdsUnlessStable)
{
    const Lines adverse{"impact_cap_ratio -0.01", "max_delta_ratio -0.01"};
    const Lines slippage{"base_spread_bps_delta 0.02", "tail_age_ms 30.0"};
    expectMicroCases({
        {"adverse 3.5", {{NetBps, 2}, {AdverseBpsP95, 3.5}}, {}, false, {}, "STABLE"},
        {"adverse 3.51",
         {{NetBps, 2}, {AdverseBpsP95, 3.51}},
         {},
         false,
         adverse,
         "DRIVER adverse"},
        {"slippage 2.5", {{NetBps, 2}, {SlippageBpsP95, 2.5}}, {}, false, {}, "STABLE"},
        {"slippage 2.51",
         {{NetBps, 2}, {SlippageBpsP95, 2.51}},
         {},
         false,
         slippage,
         "DRIVER slippage"},
        {"stable",
         {{NetBps, 3}, {RiskRatio, 0.39}, {AdverseBpsP95, 9}, {SlippageBpsP95, 9}},
         {},
         false,
         {},
         "STABLE"},
        {"net too low for stable",
         {{NetBps, 2.99}, {RiskRatio, 0.39}, {AdverseBpsP95, 9}},
         {},
         false,
         adverse,
         "DRIVER adverse"},
        {"risk unknown is not stable",
         {{NetBps, 9}, {AdverseBpsP95, 9}},
         {},
         false,
         adverse,
         "DRIVER adverse"},
    });
}

TEST(ProposeMicro, UnknownNetProposesNothing)
{
    const Proposal proposal = microProposal({{RiskRatio, 0.9}, {P95LatencyMs, 500}});
    EXPECT_TRUE(proposal.deltas.empty());
    EXPECT_EQ(proposal.reasons, Lines{"NO_DATA net_bps"});
}

TEST(Defect7, RulesOtherThanTheDriversActInAStableIteration)
{
    const Lines loosened{"impact_cap_ratio 0.005", "min_interval_ms -3.0"};
    const Lines late{"concurrency_limit -2.0", "tail_age_ms 75.0"};
    expectMicroCases({
        {"latency",
         {{NetBps, 4}, {RiskRatio, 0.2}, {P95LatencyMs, 500}},
         {},
         false,
         late,
         "LATENCY_HARD"},
        {"normalise",
         {{NetBps, 4}, {RiskRatio, 0.2}},
         {{"impact_cap_ratio", 0.09}},
         true,
         loosened,
         "NORMALIZE"},
        {"maker",
         {{NetBps, 4}, {RiskRatio, 0.2}, {MakerTakerRatio, 0.5}},
         {},
         false,
         kMakerBoost,
         "MAKER_BOOST"},
    });
}

TEST(Defect8, ModerateNeverLoosensWhatIsAlreadyBeyondItsBound)
{
    const Proposal proposal = microProposal({{NetBps, 2}, {RiskRatio, 0.45}},
                                            {{"impact_cap_ratio", 0.08}, {"min_interval_ms", 80}});
    EXPECT_TRUE(proposal.deltas.empty());
    EXPECT_EQ(proposal.reasons.front(),
              "MODERATE min_interval_ms (at bound), impact_cap_ratio (at bound)");
}

TEST(Defect11, AnAbsentReplaceRateIsTheRegistrysDefault)
{
    const Proposal proposal =
        microProposal({{NetBps, 2.7}, {RiskRatio, 0.3}, {MakerTakerRatio, 0.5}}, {});
    EXPECT_DOUBLE_EQ(proposal.deltas.at("replace_rate_per_min").amount, -45);
}

TEST(Defect58, TheMakerRuleRaisesTheIntervalToTheApplyBoundAtMost)
{
    const Proposal proposal = microProposal(
        {{NetBps, 2.7}, {RiskRatio, 0.3}, {MakerTakerRatio, 0.5}}, {{"min_interval_ms", 70}});
    EXPECT_DOUBLE_EQ(proposal.deltas.at("min_interval_ms").amount, 10);
}

TEST(Defect59, HardLatencyBeginsAtExactly360)
{
    expectMicroCases({{"360",
                       {{NetBps, 2}, {P95LatencyMs, 360}},
                       {},
                       false,
                       {"concurrency_limit -2.0", "tail_age_ms 75.0"},
                       "LATENCY_HARD"}});
}

} // namespace soak
