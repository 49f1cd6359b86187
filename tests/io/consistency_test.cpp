// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/io/records.h"

namespace soak
{
namespace
{

IterationSummary read(const std::string& members, Findings& findings,
                      const std::string& version = "")
{
    const std::string schema = version.empty() ? "" : "\"schema_version\":\"" + version + "\",";
    return recordOf("{" + schema + "\"summary\":{" + members + "}}", findings).summary;
}

constexpr const char* kSigned =
    R"("gross_bps":-10,"adverse_bps":10,"fees_eff_bps":-0.5,"slippage_bps":0,"inventory_bps":0,"net_bps":-10.5)";

// One buy 10 bps below the mid, the mid then up: earned, and not against us.
TEST(Defect25, SignsOfTheTradeAuditAreTurned)
{
    Findings findings;
    const IterationSummary summary = read(kSigned, findings);
    EXPECT_EQ(summary.at(Metric::GrossBps), 10);
    EXPECT_EQ(summary.at(Metric::AdverseBps), -10);
    EXPECT_EQ(summary.at(Metric::FeesEffBps), 0.5);
    EXPECT_EQ(summary.at(Metric::NetBps), -10.5);
    EXPECT_TRUE(hasFinding(findings, FindingKind::SignedForm));
}

TEST(SignedForm, IsNeverSeenInFilesOfOurs)
{
    Findings findings;
    EXPECT_EQ(read(kSigned, findings, "2.0").at(Metric::GrossBps), -10);
    EXPECT_FALSE(hasFinding(findings, FindingKind::SignedForm));
}

// A rebate and half as much slippage meet the signed sum by chance: 10 - (-0.5) - 0.5 = 10 = 10 +
// (-0.5) + 0.5.
TEST(SignedForm, IsNotSeenWhereTheUsualFormHolds)
{
    Findings findings;
    const IterationSummary summary = read(
        R"("gross_bps":10,"adverse_bps":0,"fees_eff_bps":-0.5,"slippage_bps":0.5,"inventory_bps":0,"net_bps":10)",
        findings);
    EXPECT_EQ(summary.at(Metric::GrossBps), 10);
    EXPECT_TRUE(findings.empty()) << kindsText(findings);
}

TEST(SignedForm, IsTurnedOnce)
{
    Findings findings;
    const IterationRecord record =
        recordOf("{\"summary\":{" + std::string(kSigned) + "}}", findings);
    EXPECT_EQ(recordOf(iterationText(record, builtin()), findings), record);
}

TEST(Decomposition, MustHoldWithinHalfATenth)
{
    const std::string costs =
        R"("gross_bps":8,"fees_eff_bps":2,"slippage_bps":1,"adverse_bps":1,"inventory_bps":1,"net_bps":)";
    Findings good;
    read(costs + "3.04", good);
    EXPECT_TRUE(good.empty()) << kindsText(good);
    Findings bad;
    read(costs + "3.06", bad);
    ASSERT_TRUE(hasFinding(bad, FindingKind::DecompositionMismatch));
    EXPECT_EQ(bad.front().text, "net differs from gross less costs by 0.060 bps");
}

TEST(Gross, IsImputedFromMeansInForeignFiles)
{
    const std::string members =
        R"("fees_eff_bps":2,"slippage_bps":1,"adverse_bps":1,"inventory_bps":1,"net_bps":3)";
    Findings findings;
    const IterationSummary foreign = read(members, findings);
    EXPECT_EQ(foreign.at(Metric::GrossBps), 8);
    EXPECT_TRUE(foreign.notes.grossImputed);
    const IterationSummary ours = read(members, findings, "2.0");
    EXPECT_EQ(ours.at(Metric::GrossBps), std::nullopt);
    // Never from quantiles.
    EXPECT_EQ(
        read(
            R"("fees_eff_bps":2,"slippage_bps_p95":1,"adverse_bps_p95":1,"inventory_bps":1,"net_bps":3)",
            findings)
            .at(Metric::GrossBps),
        std::nullopt);
}

TEST(BlockRatios, OfTheFourReasonsAddToOne)
{
    const std::string three =
        R"("min_interval_ratio":0.2,"concurrency_ratio":0.12,"risk_ratio":0.3)";
    Findings good;
    read(three, good);
    read(three + R"(,"throttle_ratio":0.38)", good);
    read(R"("min_interval_ratio":0,"concurrency_ratio":0,"risk_ratio":0,"throttle_ratio":0)", good);
    read(three + R"(,"throttle_ratio":0.9,"risk_source":"exposure")", good);
    EXPECT_TRUE(good.empty()) << kindsText(good);
    Findings bad;
    read(three + R"(,"throttle_ratio":0)", bad);
    EXPECT_TRUE(hasFinding(bad, FindingKind::BlockRatioSum));
}

} // namespace
} // namespace soak
