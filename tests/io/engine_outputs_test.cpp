// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/engine_outputs.h"
#include "tests/io/io_support.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

struct ReadOutputs {
    IterationSummary summary;
    std::vector<Finding> findings;

    [[nodiscard]] std::optional<double> at(Metric metric) const { return summary.at(metric); }
};

ReadOutputs summaryOf(const EngineOutputs& outputs)
{
    ReadOutputs read;
    auto summary = summaryFromOutputs(outputs, 4, read.findings);
    EXPECT_TRUE(summary);
    read.summary = summary.value_or({});
    return read;
}

EngineOutputs withReport(const char* totals = R"({"net_bps":1})")
{
    EngineOutputs outputs;
    outputs.edgeReport = std::string(R"({"totals":)") + totals + "}";
    return outputs;
}

TEST(EngineOutputs, WithoutAUsableEdgeReportThereIsNoSummary)
{
    struct Case {
        std::optional<std::string> report;
        const char* message;
    };

    const Case cases[] = {
        {std::nullopt, "the engine left none"},
        {"", "the file is empty"},
        {"[]", "no JSON object"},
        {"{}", "no `totals` and no `total`"},
    };
    for (const Case& c : cases) {
        EngineOutputs outputs;
        outputs.edgeReport = c.report;
        std::vector<Finding> findings;
        const auto summary = summaryFromOutputs(outputs, 4, findings);
        ASSERT_FALSE(summary) << c.message;
        EXPECT_EQ(describe(summary.error()), std::string("EDGE_REPORT.json: ") + c.message);
    }
}

TEST(EngineOutputs, TheOtherFilesAddWhatTheySay)
{
    EngineOutputs outputs = withReport();
    outputs.kpiGate = R"({"verdict":"FAIL","reasons":["EDGE"]})";
    outputs.edgeSentinel = R"({"advice":["slow down"]})";
    const ReadOutputs read = summaryOf(outputs);
    EXPECT_EQ(read.at(Metric::NetBps), 1.0);
    EXPECT_EQ(read.summary.notes.kpiVerdict, "FAIL");
    EXPECT_EQ(read.summary.notes.kpiReasons, std::vector<std::string>{"EDGE"});
    EXPECT_EQ(read.summary.notes.sentinelAdvice, std::vector<std::string>{"slow down"});
    EXPECT_TRUE(read.findings.empty());
}

TEST(EngineOutputs, AFileBesideTheReportThatIsBrokenCostsOnlyItself)
{
    EngineOutputs outputs = withReport();
    outputs.kpiGate = "{";
    outputs.edgeSentinel = R"({"advice":"slow down"})";
    outputs.weeklyRollup = "[]";
    const ReadOutputs read = summaryOf(outputs);
    EXPECT_EQ(read.at(Metric::NetBps), 1.0);
    EXPECT_EQ(read.summary.notes.kpiVerdict, std::nullopt);
    EXPECT_TRUE(read.summary.notes.sentinelAdvice.empty());
    ASSERT_EQ(kindsOf(read.findings), (std::vector{FindingKind::FileError, FindingKind::WrongType,
                                                   FindingKind::FileError}));
    EXPECT_EQ(read.findings[0].file, "KPI_GATE.json");
    EXPECT_EQ(read.findings[0].iteration, 4);
    EXPECT_EQ(read.findings[2].file, "WEEKLY_ROLLUP.json");
}

TEST(EngineOutputs, TheAuditLogFillsWhatTheReportLeftOut)
{
    EngineOutputs outputs = withReport(R"({"net_bps":1,"cancel_ratio":0.9})");
    outputs.auditLog = R"({"action":"PLACE","blocked_reason":"risk"}
{"action":"CANCEL","blocked_reason":"throttle"}
{"action":"REPLACE"}
{"action":"REPLACE","blocked_reason":"elsewhere"})";
    const ReadOutputs read = summaryOf(outputs);
    EXPECT_EQ(read.summary.blocks,
              (BlockCounts{.risk = 1, .throttle = 1, .allowed = 1, .other = 1}));
    EXPECT_EQ(read.at(Metric::CancelRatio), 0.9) << "the report outranks the log";
    EXPECT_EQ(read.at(Metric::ReplaceRatio), 0.5);
    EXPECT_EQ(read.at(Metric::RiskRatio), 1.0 / 3) << "of the blocked ones";
    EXPECT_EQ(read.at(Metric::MinIntervalRatio), 0.0);
}

TEST(EngineOutputs, AnEmptyAuditLogTellsNothing)
{
    EngineOutputs outputs = withReport();
    outputs.auditLog = "";
    const ReadOutputs read = summaryOf(outputs);
    EXPECT_EQ(read.summary.blocks, std::nullopt);
    EXPECT_EQ(read.at(Metric::RiskRatio), std::nullopt);
}

TEST(EngineOutputs, TheRollupIsTheLastSourceOfTheMakerShare)
{
    EngineOutputs outputs = withReport();
    outputs.weeklyRollup = R"({"taker_share_pct":{"median":15}})";
    const ReadOutputs read = summaryOf(outputs);
    EXPECT_EQ(read.at(Metric::MakerTakerRatio), 0.85);
    EXPECT_EQ(read.summary.notes.makerTakerSource, "weekly_rollup");
    EXPECT_EQ(read.at(Metric::MakerSharePct), std::nullopt);

    outputs.weeklyRollup = R"({"taker_share_pct":{"median":130}})";
    EXPECT_EQ(summaryOf(outputs).at(Metric::MakerTakerRatio), 0.0);

    outputs.edgeReport = R"({"totals":{"fills":{"maker_count":1,"taker_count":1}}})";
    EXPECT_EQ(summaryOf(outputs).summary.notes.makerTakerSource, "fills_count");
}

TEST(Defect29, WhereNothingTellsTheMakerShareThereIsNone)
{
    const ReadOutputs read = summaryOf(withReport());
    EXPECT_EQ(read.at(Metric::MakerTakerRatio), std::nullopt);
    EXPECT_EQ(read.summary.notes.makerTakerSource, "none");
}

TEST(SummaryFromFields, ReadsFieldsOfASummary)
{
    std::vector<Finding> findings;
    const auto summary = summaryFromFields(R"({"net_bps":2.5,"risk_ratio":0.3,
        "fills":{"maker_count":3,"taker_count":1},"gross_bps":-1})",
                                           1, findings);
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->at(Metric::NetBps), 2.5);
    EXPECT_EQ(summary->at(Metric::GrossBps), -1.0);
    EXPECT_EQ(summary->at(Metric::MakerCount), 3.0);
    EXPECT_EQ(summary->at(Metric::P95LatencyMs), std::nullopt);
    EXPECT_TRUE(findings.empty());
    EXPECT_FALSE(summaryFromFields("[]", 1, findings));
    EXPECT_FALSE(summaryFromFields("{", 1, findings));
}

TEST(ElapsedFromOutputs, IsATimeOrAFinding)
{
    struct Case {
        const char* report;
        std::optional<Millis> elapsed;
        std::size_t findings;
    };

    for (const Case& one : {Case{R"({"elapsed_ms":1500.5})", Millis{1500.5}, 0},
                            Case{R"({"elapsed_ms":86400000})", Millis{86400000}, 0},
                            Case{R"({"totals":{}})", std::nullopt, 0},
                            Case{R"({"elapsed_ms":null})", std::nullopt, 0},
                            Case{R"({"elapsed_ms":0})", std::nullopt, 1},
                            Case{R"({"elapsed_ms":-1})", std::nullopt, 1},
                            Case{R"({"elapsed_ms":86400001})", std::nullopt, 1},
                            Case{R"({"elapsed_ms":"1"})", std::nullopt, 1},
                            Case{R"([1])", std::nullopt, 0}, // told by the summary
                            Case{R"({)", std::nullopt, 0}}) {
        std::vector<Finding> findings;
        EngineOutputs outputs;
        outputs.edgeReport = one.report;
        EXPECT_EQ(elapsedFromOutputs(outputs, 3, findings), one.elapsed) << one.report;
        EXPECT_EQ(findings.size(), one.findings) << one.report;
    }
    std::vector<Finding> findings;
    EXPECT_EQ(elapsedFromOutputs({}, 3, findings), std::nullopt);
}

} // namespace
} // namespace soak
