// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/iteration_json.h"
#include "tests/io/generators.h"
#include "tests/io/records.h"
#include "tests/support/golden.h"
#include "tests/support/property.h"

namespace soak
{
namespace
{

TEST(IterationText, IsTheNewForm)
{
    IterationRecord record = sampleRecord(4);
    record.chainPrevious = sha256("previous");
    record.extras[{"exchange"}] = "\"bybit\"";
    record.extras[{"summary", "clock_drift_ms"}] = "1.5";
    EXPECT_GOLDEN("io/iteration.json", iterationText(record, builtin()));
}

TEST(IterationText, WritesNullForWhatOldReadersExpectAndIsUnknown)
{
    IterationRecord record;
    record.iteration = 1;
    record.schemaVersion = kSummarySchemaVersion;
    EXPECT_GOLDEN("io/iteration_empty.json", iterationText(record, builtin()));
}

SOAK_PROPERTY(IterationText, IsReadBack, ())
{
    const int iteration = *rc::gen::inRange(1, 2147483647);
    const IterationRecord record = generate::drawRecord(iteration);
    Findings findings;
    const auto again = parseText(iterationText(record, builtin()), findings, iteration);
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == record);
}

TEST(ParseIteration, ReadsTheReferenceForm)
{
    Findings findings;
    const std::string text =
        bytesOf(fixturePath("reference-8/artifacts/soak/latest/ITER_SUMMARY_4.json"));
    const IterationRecord record = recordOf(text, findings, 4);
    EXPECT_TRUE(findings.empty()) << kindsText(findings);
    EXPECT_EQ(record.schemaVersion, "");
    EXPECT_EQ(record.summary.at(Metric::NetBps), 3.0999999999999996);
    EXPECT_EQ(record.summary.at(Metric::MakerTakerRatio), 0.65);
    EXPECT_EQ(record.summary.at(Metric::MakerCount), 650);
    EXPECT_EQ(record.summary.at(Metric::TakerVolume), 17500);
    EXPECT_EQ(record.summary.at(Metric::CancelRatio), std::nullopt);
    EXPECT_EQ(record.summary.at(Metric::GrossBps), std::nullopt);
    EXPECT_FALSE(record.summary.blocks); // zeros: there was no audit log
    ASSERT_TRUE(record.tuning);
    EXPECT_TRUE(record.tuning->skip.velocity);
    EXPECT_EQ(record.tuning->skip.note, "velocity cap exceeded");
    EXPECT_EQ(record.tuning->stateHash, std::nullopt);
    EXPECT_FALSE(record.tuning->dropped);
    EXPECT_FALSE(record.during);
    EXPECT_EQ(recordOf(iterationText(record, builtin()), findings, 4), record);
}

TEST(ParseIteration, ReadsTheBareForm)
{
    Findings findings;
    const IterationRecord record = recordOf(
        R"({"iteration":1,"net":0,"p95":250,"maker_count":3,"taker_count":1,"symbol":"BTC","commit":"abc","tuning":{"deltas":{}}})",
        findings);
    EXPECT_TRUE(findings.empty()) << kindsText(findings);
    EXPECT_EQ(record.summary.at(Metric::NetBps), 0);
    EXPECT_EQ(record.summary.at(Metric::P95LatencyMs), 250);
    EXPECT_EQ(record.summary.at(Metric::MakerTakerRatio), 0.75);
    EXPECT_EQ(record.summary.notes.symbol, "BTC");
    EXPECT_EQ(record.extras, (std::map<JsonPath, std::string>{{{"commit"}, "\"abc\""}}));
    EXPECT_EQ(recordOf(iterationText(record, builtin()), findings), record);
}

TEST(ParseIteration, ReadsTheShadowForm)
{
    Findings findings;
    const IterationRecord record = recordOf(
        R"({"iteration":1,"timestamp":"2026-01-05T10:20:00Z","duration_seconds":60,"exchange":"bybit","symbols":["BTC"],
            "profile":"moderate","mode":"shadow","summary":{"maker_count":830,"taker_count":170,"net_bps":2.5,
            "maker_taker_ratio":0.83,"p95_latency_ms":200,"risk_ratio":0.3,"slippage_bps_p95":1,"adverse_bps_p95":1,"clock_drift_ms":2}})",
        findings);
    EXPECT_TRUE(findings.empty()) << kindsText(findings);
    EXPECT_EQ(record.summary.runtimeUtc, parseUtc("2026-01-05T10:20:00Z"));
    EXPECT_EQ(record.summary.at(Metric::MakerCount), 830);
    EXPECT_EQ(record.extras.at({"summary", "clock_drift_ms"}), "2");
    EXPECT_EQ(record.extras.at({"symbols"}), "[\"BTC\"]");
    EXPECT_EQ(recordOf(iterationText(record, builtin()), findings), record);
}

TEST(ParseIteration, ReadsTheSymbolBesideOrInTheSummary)
{
    Findings findings;
    EXPECT_EQ(recordOf(R"({"symbol":"BTC","summary":{}})", findings).summary.notes.symbol, "BTC");
    EXPECT_EQ(
        recordOf(R"({"symbol":"BTC","summary":{"symbol":"ETH"}})", findings).summary.notes.symbol,
        "ETH");
}

TEST(ParseIteration, NamesAFieldThatContradictsTheFileName)
{
    Findings findings;
    EXPECT_EQ(recordOf(R"({"iteration":8,"summary":{}})", findings, 7).iteration, 7);
    ASSERT_TRUE(hasFinding(findings, FindingKind::IterationMismatch, "iteration"));
    EXPECT_EQ(findings.front().text, "the file name says 7, the field says 8");
}

TEST(ParseIteration, TakesTheNumberFromTheFieldWithoutAFileName)
{
    Findings findings;
    EXPECT_EQ(recordOf(R"({"iteration":8,"summary":{}})", findings, 0).iteration, 8);
}

TEST(ParseIteration, ReadsOverridesAndChain)
{
    Findings findings;
    const std::string hash = sha256Hex("x");
    const IterationRecord record = recordOf(
        R"({"summary":{},"runtime_overrides":{"min_interval_ms":60},"baseline_overrides":{},"chain":{"prev_sha256":")" +
            hash + R"(","note":1}})",
        findings);
    ASSERT_TRUE(record.during);
    EXPECT_EQ(record.during->values.at("min_interval_ms").amount, 60);
    EXPECT_FALSE(record.next);
    EXPECT_EQ(record.baseline, Overrides{});
    EXPECT_EQ(record.chainPrevious, sha256("x"));
    EXPECT_EQ(record.extras, (std::map<JsonPath, std::string>{{{"chain", "note"}, "1"}}));
    EXPECT_TRUE(findings.empty()) << kindsText(findings);
    recordOf(R"({"summary":{},"chain":{"prev_sha256":"zz"}})", findings);
    EXPECT_TRUE(hasFinding(findings, FindingKind::WrongType, "chain.prev_sha256"));
}

TEST(ParseIteration, NamesProposalsForNoParameter)
{
    Findings findings;
    const IterationRecord record = recordOf(
        R"({"summary":{},"tuning":{"deltas":{"warp_factor":1,"latency_spread_add_bps":0.1,"tail_age_ms":30}}})",
        findings);
    EXPECT_EQ(record.tuning->proposed.size(), 3U);
    ASSERT_EQ(findings.size(), 1U) << kindsText(findings);
    EXPECT_EQ(findings[0].kind, FindingKind::UnknownParameter);
    EXPECT_EQ(findings[0].text, "no parameter is called warp_factor");
}

TEST(ParseIteration, SurvivesMembersOfWrongTypes)
{
    Findings findings;
    const IterationRecord record = recordOf(
        R"({"iteration":"1","schema_version":2,"run_id":[],"summary":7,"tuning":"no","runtime_overrides":[1],"chain":3})",
        findings);
    EXPECT_EQ(record.summary, IterationSummary{});
    EXPECT_FALSE(record.tuning);
    EXPECT_EQ(findings.size(), 7U) << kindsText(findings);
    for (const Finding& finding : findings) {
        EXPECT_EQ(finding.kind, FindingKind::WrongType);
    }
}

TEST(ParseIteration, RefusesWhatIsNoObject)
{
    Findings findings;
    for (const char* text : {"[]", "1", "null", "\"x\"", "", "{"}) {
        const auto record = parseText(text, findings);
        ASSERT_FALSE(record) << text;
        EXPECT_EQ(record.error().code, Errc::BadInput);
        EXPECT_EQ(record.error().where, "ITER_SUMMARY_1.json");
    }
}

} // namespace
} // namespace soak
