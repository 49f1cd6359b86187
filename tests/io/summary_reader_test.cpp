// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/summary_json.h"
#include "tests/io/records.h"

namespace soak
{
namespace
{

// The summary of a foreign file with these members.
IterationSummary summaryOf(const std::string& members, Findings& findings)
{
    return recordOf("{\"summary\":{" + members + "}}", findings).summary;
}

TEST(SummaryReader, KnowsEveryAlias)
{
    for (const KpiSpec& spec : kpiSpecs()) {
        for (const std::string_view alias : spec.aliases) {
            if (!alias.empty()) {
                Findings findings;
                EXPECT_EQ(summaryOf("\"" + std::string(alias) + "\":0.5", findings).at(spec.metric),
                          0.5)
                    << alias;
                EXPECT_TRUE(findings.empty()) << kindsText(findings);
            }
        }
    }
}

TEST(SummaryReader, TakesTheFirstPresentOfAliases)
{
    Findings findings;
    EXPECT_EQ(summaryOf(R"("net_bps":1,"net":2,"edge_bps":3)", findings).at(Metric::NetBps), 1);
    EXPECT_EQ(summaryOf(R"("net_bps":null,"net":2)", findings).at(Metric::NetBps), 2);
    EXPECT_EQ(summaryOf(R"("risk":0.2,"risk_percent":50)", findings).at(Metric::RiskRatio), 0.2);
    EXPECT_EQ(summaryOf(R"("risk_percent":50)", findings).at(Metric::RiskRatio), 0.5);
    EXPECT_TRUE(findings.empty()) << kindsText(findings);
}

TEST(Defect28, APresentZeroCounts)
{
    Findings findings;
    EXPECT_EQ(summaryOf(R"("net_bps":0,"net":5)", findings).at(Metric::NetBps), 0);
    EXPECT_EQ(
        summaryOf(R"("risk_ratio":0,"risk":0.5,"risk_percent":70)", findings).at(Metric::RiskRatio),
        0);
}

TEST(SummaryReader, ReadsARiskOverOneAsPercent)
{
    Findings findings;
    const IterationSummary summary =
        summaryOf(R"("risk_ratio":33,"min_interval_ratio":100,"concurrency_ratio":1)", findings);
    EXPECT_EQ(summary.at(Metric::RiskRatio), 0.33);
    EXPECT_EQ(summary.at(Metric::MinIntervalRatio), 1);
    EXPECT_EQ(summary.at(Metric::ConcurrencyRatio), 1);
    EXPECT_TRUE(hasFinding(findings, FindingKind::NormalisedPercent, "summary.risk_ratio"));
    EXPECT_EQ(findings.size(), 2U);
}

TEST(SummaryReader, CountsValuesOutOfRangeAsMissing)
{
    struct Case {
        const char* member;
        Metric metric;
    };

    for (const Case& c : {Case{R"("risk_ratio":170)", Metric::RiskRatio},
                          Case{R"("risk_ratio":-0.1)", Metric::RiskRatio},
                          Case{R"("maker_taker_ratio":1.7)", Metric::MakerTakerRatio},
                          Case{R"("p95_latency_ms":-5)", Metric::P95LatencyMs},
                          Case{R"("maker_share_pct":107.5)", Metric::MakerSharePct},
                          Case{R"("fills":{"maker_count":-3})", Metric::MakerCount},
                          Case{R"("risk_percent":101)", Metric::RiskRatio}}) {
        Findings findings;
        EXPECT_EQ(summaryOf(c.member, findings).at(c.metric), std::nullopt) << c.member;
        EXPECT_TRUE(hasFinding(findings, FindingKind::OutOfRange)) << c.member;
    }
}

TEST(SummaryReader, TakesNoBoolStringOrNonFiniteForANumber)
{
    for (const char* value : {"true", "\"5\"", "[1]", "{}"}) {
        Findings findings;
        EXPECT_EQ(summaryOf("\"net_bps\":" + std::string(value), findings).at(Metric::NetBps),
                  std::nullopt);
        EXPECT_TRUE(hasFinding(findings, FindingKind::WrongType, "summary.net_bps")) << value;
    }
    for (const char* value : {"1e999", "NaN", "-Infinity"}) {
        Findings findings;
        EXPECT_EQ(summaryOf("\"net_bps\":" + std::string(value), findings).at(Metric::NetBps),
                  std::nullopt);
        EXPECT_TRUE(hasFinding(findings, FindingKind::NonFiniteNumber, "summary.net_bps")) << value;
    }
}

// The ratio is the writer's to compute; a reader never derives it from fills (DOMAIN 2.1).
TEST(SummaryReader, DerivesNoMakerRatioFromFills)
{
    Findings findings;
    const IterationSummary summary =
        summaryOf(R"("fills":{"maker_count":8,"taker_count":2})", findings);
    EXPECT_EQ(summary.at(Metric::MakerTakerRatio), std::nullopt);
    EXPECT_EQ(summary.at(Metric::MakerCount), 8);
    EXPECT_EQ(summaryOf(R"("maker_count":8,"taker_count":2)", findings).at(Metric::MakerTakerRatio),
              0.8);
    EXPECT_EQ(summaryOf(R"("maker_count":0,"taker_count":0)", findings).at(Metric::MakerTakerRatio),
              std::nullopt);
    EXPECT_EQ(summaryOf(R"("maker_count":8,"taker_count":2,"maker_taker_ratio":0.1)", findings)
                  .at(Metric::MakerTakerRatio),
              0.1);
}

TEST(Defect29, ALowMakerRatioIsNotReplaced)
{
    Findings findings;
    for (const double ratio : {0.0, 0.03, 0.05}) {
        EXPECT_EQ(summaryOf("\"maker_taker_ratio\":" + std::to_string(ratio), findings)
                      .at(Metric::MakerTakerRatio),
                  ratio);
    }
    EXPECT_EQ(summaryOf("", findings).at(Metric::MakerTakerRatio), std::nullopt);
}

TEST(SummaryReader, ReadsBlockCounts)
{
    Findings findings;
    const auto summary = summaryOf(
        R"("blocks":{"counts":{"min_interval":1,"concurrency":2,"risk":3,"throttle":4,"allowed":5,"other":6},"total":21,"ratios":{}})",
        findings);
    EXPECT_EQ(summary.blocks, (BlockCounts{1, 2, 3, 4, 5, 6}));
    EXPECT_TRUE(findings.empty()) << kindsText(findings);
    EXPECT_FALSE(summaryOf(R"("blocks":{"counts":{"risk":-1}})", findings).blocks);
    EXPECT_TRUE(hasFinding(findings, FindingKind::OutOfRange, "summary.blocks.counts.risk"));
}

TEST(SummaryReader, BlocksWithoutCountsAreMissingNotZero)
{
    for (const char* blocks :
         {"{}", R"({"total":0})", R"({"counts":7})", R"({"counts":null})", R"({"foo":1})", "7"}) {
        Findings findings;
        const IterationRecord record =
            recordOf(R"({"schema_version":"2.0","summary":{"blocks":)" + std::string(blocks) + "}}",
                     findings);
        EXPECT_EQ(record.summary.blocks, std::nullopt) << blocks;
    }
}

TEST(SummaryReader, TellsAFailedIteration)
{
    Findings findings;
    EXPECT_EQ(summaryOf(R"("failure":"exit 7")", findings).notes.failure, "exit 7");
    ASSERT_TRUE(hasFinding(findings, FindingKind::FailedIteration, "summary.failure"));
    EXPECT_EQ(findings.front().severity, Severity::Error);
}

TEST(SummaryReader, ReadsTimesInBothSpellings)
{
    Findings findings;
    const auto time = parseUtc("2026-01-05T10:20:00Z");
    EXPECT_EQ(summaryOf(R"("runtime_utc":"2026-01-05T10:20:00+00:00")", findings).runtimeUtc, time);
    EXPECT_TRUE(findings.empty());
    EXPECT_EQ(summaryOf(R"("runtime_utc":"yesterday")", findings).runtimeUtc, std::nullopt);
    EXPECT_TRUE(hasFinding(findings, FindingKind::WrongType, "summary.runtime_utc"));
}

TEST(SummaryReader, ReadsNotes)
{
    Findings findings;
    const IterationNotes notes =
        summaryOf(
            R"("phase":"RAMPDOWN","rampdown_active":1,"adverse_bps_p95_source":"mean","gross_imputed":true,"risk_source":"exposure")",
            findings)
            .notes;
    EXPECT_EQ(notes.phase, Phase::Rampdown);
    EXPECT_TRUE(notes.adverseP95FromMean);
    EXPECT_FALSE(notes.slippageP95FromMean);
    EXPECT_TRUE(notes.grossImputed);
    EXPECT_EQ(notes.riskSource, "exposure");
    EXPECT_TRUE(findings.empty()) << kindsText(findings);
    EXPECT_EQ(summaryOf(R"("phase":"LUNCH")", findings).notes.phase, std::nullopt);
    EXPECT_TRUE(hasFinding(findings, FindingKind::WrongType, "summary.phase"));
}

} // namespace
} // namespace soak
