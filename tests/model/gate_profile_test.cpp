// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/gate_profile.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace soak
{
namespace
{

// "metric aggregate op threshold severity", rows joined by a line break.
std::string rowsOf(const GateProfile& profile)
{
    std::string out;
    for (const GateSpec& gate : profile.gates) {
        char threshold[32];
        std::snprintf(threshold, sizeof threshold, "%g", gate.threshold);
        out += gate.metric + " " + std::string(aggregateText(gate.aggregate)) + " " +
               std::string(keyOf(gate.op)) + " " + threshold + " " +
               std::string(keyOf(gate.severity)) + "\n";
    }
    return out;
}

struct ProfileCase {
    const char* name;
    int window;
    const char* rows;
};

// DOMAIN 2.5.
constexpr ProfileCase kCases[] = {
    {"mission", 8,
     "maker_taker_ratio mean >= 0.83 hard\np95_latency_ms max <= 340 hard\n"
     "risk_ratio median <= 0.4 hard\nnet_bps mean >= 2.5 hard\nfull_apply_ratio last >= 0.95 "
     "hard\n"},
    {"readiness", 8,
     "maker_taker_ratio mean >= 0.83 hard\np95_latency_ms max <= 330 hard\n"
     "risk_ratio median <= 0.4 hard\nnet_bps mean >= 2.9 hard\n"},
    {"iteration-hard", 1,
     "maker_taker_ratio last >= 0.85 hard\np95_latency_ms last <= 400 hard\n"
     "risk_ratio last <= 0.5 hard\nnet_bps last >= 2 hard\n"},
    {"iteration-soft", 1,
     "maker_taker_ratio last >= 0.9 soft\np95_latency_ms last <= 350 soft\n"
     "risk_ratio last <= 0.4 soft\nnet_bps last >= 2.7 soft\n"},
    {"iter", 1,
     "maker_taker_ratio last >= 0.85 hard\np95_latency_ms last <= 350 hard\n"
     "risk_ratio last <= 0.42 hard\nnet_bps last >= 2.7 hard\n"},
    {"weekly", 0,
     "taker_share_pct median <= 15 hard\norder_age_p95_ms median <= 350 hard\n"
     "net_bps median >= 2.7 hard\ntrend_ok last >= 1 soft\n"},
    {"runner-soft-gate", 1,
     "risk_ratio last <= 0.5 hard\nnet_bps last >= 2 hard\nrisk_ratio last <= 0.4 soft\n"
     "adverse_bps_p95 last <= 3 soft\nwarmup_p95_latency_ms last <= 350 soft\n"},
    {"analyzer", 48,
     "maker_taker_ratio median >= 0.7 hard\nmaker_taker_ratio median >= 0.75 soft\n"
     "p95_latency_ms median <= 350 hard\np95_latency_ms median <= 330 soft\n"
     "risk_ratio median < 0.4 hard\nrisk_ratio median <= 0.36 soft\n"
     "net_bps median >= 2.5 hard\nnet_bps median >= 3 soft\n"},
    {"smoke", 0,
     "maker_taker_ratio mean >= 0.5 hard\np95_latency_ms min > 0 hard\nrisk_ratio max <= 0.8 hard\n"
     "net_bps min > -10 hard\niterations_missing last <= 0 hard\n"},
    {"hours-mode", 0,
     "tick_latency_p95_ms last <= 150 hard\nmm_hit_ratio last >= 0.7 hard\n"
     "mm_deadline_miss_rate last <= 0.02 hard\nmm_edge_bps_ema24h last >= 2 hard\n"
     "mm_maker_share_ratio last >= 0.85 soft\nws_lag_max_ms last <= 200 soft\n"},
};

TEST(GateProfile, BuiltinProfilesAreTheTableOfTheSpecification)
{
    ASSERT_EQ(builtinGateProfiles().size(), std::size(kCases));
    for (std::size_t i = 0; i < std::size(kCases); ++i) {
        const GateProfile& profile = builtinGateProfiles()[i];
        EXPECT_EQ(profile.name, kCases[i].name);
        EXPECT_EQ(profile.window, kCases[i].window) << profile.name;
        EXPECT_EQ(rowsOf(profile), kCases[i].rows) << profile.name;
        EXPECT_FALSE(profile.description.empty()) << profile.name;
    }
}

TEST(GateProfile, IdsAreUniqueWithinAProfile)
{
    for (const GateProfile& profile : builtinGateProfiles()) {
        std::set<std::string> ids;
        for (const GateSpec& gate : profile.gates) {
            EXPECT_TRUE(ids.insert(gate.id).second) << profile.name << " " << gate.id;
        }
    }
}

TEST(GateProfile, EveryMetricIsRecordedDerivedOrSaidToHaveNoData)
{
    const std::set<std::string> derived{"full_apply_ratio", "iterations_missing"};
    for (const GateProfile& profile : builtinGateProfiles()) {
        for (const GateSpec& gate : profile.gates) {
            const bool isKnown = metricFromKey(gate.metric) || derived.count(gate.metric) != 0;
            EXPECT_TRUE(isKnown || profile.description.find("no data") != std::string::npos)
                << profile.name << " " << gate.metric;
        }
    }
}

TEST(GateProfile, MissionHasTheFourGoalsUnderTheirSnapshotNames)
{
    std::vector<std::string> ids;
    for (const GateSpec& gate : missionProfile().gates) {
        ids.push_back(gate.id);
    }
    EXPECT_EQ(ids, (std::vector<std::string>{"maker_taker_ok", "p95_latency_ok", "risk_ok",
                                             "net_bps_ok", "full_apply_ok"}));
}

TEST(GateProfile, MissionTakesTheAggregatesOfTheMetricTable)
{
    for (const GateSpec& gate : missionProfile().gates) {
        if (const auto metric = metricFromKey(gate.metric)) {
            EXPECT_EQ(gate.aggregate, specOf(*metric).windowAggregate) << gate.metric;
        }
    }
}

TEST(GateProfile, IsFoundByItsExactName)
{
    EXPECT_EQ(findBuiltinGateProfile("mission"), &missionProfile());
    EXPECT_EQ(findBuiltinGateProfile("Mission"), nullptr);
    EXPECT_EQ(findBuiltinGateProfile(""), nullptr);
}

TEST(GateOp, ReadsTheFourSpellingsOnly)
{
    for (const GateOp op : {GateOp::AtLeast, GateOp::AtMost, GateOp::Above, GateOp::Below}) {
        EXPECT_EQ(gateOpFromKey(keyOf(op)), op);
    }
    EXPECT_EQ(gateOpFromKey("=="), std::nullopt);
    EXPECT_EQ(gateOpFromKey(""), std::nullopt);
}

TEST(GateOp, ComparesInclusivelyAsWritten)
{
    struct {
        double observed;
        GateOp op;
        bool expected;
    } const cases[] = {
        {0.83, GateOp::AtLeast, true}, {0.8299999999999998, GateOp::AtLeast, false},
        {0.83, GateOp::AtMost, true},  {0.8300000000000001, GateOp::AtMost, false},
        {0.83, GateOp::Above, false},  {0.8300000000000001, GateOp::Above, true},
        {0.83, GateOp::Below, false},  {0.8299999999999998, GateOp::Below, true},
    };

    for (const auto& c : cases) {
        EXPECT_EQ(meets(c.observed, c.op, 0.83), c.expected) << c.observed << keyOf(c.op);
    }
}

// The hour-mode tools say "soft" for rows that never decide; the words are those of profile files.
TEST(GateSeverity, HasTheWordsOfProfileFiles)
{
    EXPECT_EQ(keyOf(GateSeverity::Hard), "hard");
    EXPECT_EQ(keyOf(GateSeverity::Soft), "soft");
}

// Defect 51: a verdict that looks at net alone calls a run with 68 % risk good.
TEST(Defect51, MissionAsksForEveryGoalNotForNetAlone)
{
    for (const Metric metric : goalMetrics()) {
        const auto& gates = missionProfile().gates;
        const bool isAsked = std::any_of(gates.begin(), gates.end(), [&](const GateSpec& gate) {
            return gate.metric == specOf(metric).key && gate.severity == GateSeverity::Hard;
        });
        EXPECT_TRUE(isAsked) << specOf(metric).key;
    }
}

} // namespace
} // namespace soak
