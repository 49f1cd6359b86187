// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_files.h"
#include "tests/io/generators.h"
#include "tests/io/io_support.h"
#include "tests/io/records.h"
#include "tests/support/golden.h"
#include "tests/support/property.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

using Json = nlohmann::json;

std::string reportOf(const std::vector<IterationRecord>& records)
{
    return tuningReportText(records);
}

IterationRecord blockedRecord(int iteration, const std::function<void(TuningStep&)>& edit)
{
    IterationRecord record = sampleRecord(iteration);
    TuningStep& step = *record.tuning;
    step.applied = false;
    step.velocityViolation = false;
    step.hasSkipObject = true;
    step.appliedDeltas = Deltas{};
    step.changedKeys.clear();
    edit(step);
    return record;
}

TEST(TuningReportJson, IsTheNewForm)
{
    IterationRecord bare;
    bare.iteration = 2;
    EXPECT_GOLDEN("io/tuning_report.json", reportOf({sampleRecord(1), bare}));
    EXPECT_GOLDEN("io/tuning_report_empty.json", reportOf({}));
}

TEST(TuningReportJson, CountsWhatTheGuardsDid)
{
    const std::string text = reportOf({
        sampleRecord(1), // applied, with a velocity flag
        blockedRecord(2, [](TuningStep& s) { s.oscillationDetected = s.cooldownActive = true; }),
        blockedRecord(3, [](TuningStep& s) { s.freezeTriggered = s.skip.freeze = true; }),
        blockedRecord(4, [](TuningStep& s) { s.skip.noOp = true; }),
        blockedRecord(5, [](TuningStep& s) { s.skip.noDeltas = true; }),
        blockedRecord(6, [](TuningStep& s) { s.skip.lateIteration = s.skip.noDeltas = true; }),
    });
    EXPECT_EQ(Json::parse(text).at("summary"), (Json{{"count", 6},
                                                     {"applied", 1},
                                                     {"blocked_oscillation", 1},
                                                     {"blocked_velocity", 1},
                                                     {"cooldown_skips", 1},
                                                     {"blocked_freeze", 1},
                                                     {"no_op", 1},
                                                     {"no_deltas", 2},
                                                     {"late", 1}}));
}

TEST(TuningReportJson, TheSignatureIsNeverNull)
{
    IterationRecord record = sampleRecord(1);
    record.tuning->signature.reset();
    const auto signature = [&] {
        return Json::parse(reportOf({record})).at("iterations").at(0).at("signature");
    };
    EXPECT_EQ(signature(), *record.tuning->stateHash);
    record.tuning->stateHash.reset();
    EXPECT_EQ(signature(), "na");
}

SOAK_PROPERTY(TuningReportJson, IsReadBack, ())
{
    std::vector<IterationRecord> records;
    const int count = *rc::gen::inRange(0, 4);
    for (int k = 1; k <= count; ++k) {
        records.push_back(generate::drawRecord(k));
    }
    const std::string text = reportOf(records);
    std::vector<Finding> findings;
    const auto reported = parseTuningReport(text, "r.json", findings);
    RC_ASSERT(reported.has_value());
    RC_ASSERT(reported->size() == records.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
        const TuningStep& step = (*reported)[i].step;
        const TuningStep written = records[i].tuning.value_or(TuningStep{});
        RC_ASSERT((*reported)[i].iteration == records[i].iteration);
        RC_ASSERT(step.proposed == written.proposed);
        RC_ASSERT(step.applied == written.applied);
        RC_ASSERT(step.skip == written.skip);
        RC_ASSERT(step.changedKeys == written.changedKeys);
        RC_ASSERT(step.stateHash == written.stateHash);
        RC_ASSERT(step.appliedDeltas == written.appliedDeltas.value_or(Deltas{}));
        RC_ASSERT(step.dropped.value() == written.dropped.value_or(step.dropped.value()));
    }
}

TEST(TuningReportJson, ReadsTheOlderBareList)
{
    std::vector<Finding> findings;
    const auto reported = parseTuningReport(
        R"([{"iteration":2,"suggested_deltas":{"tail_age_ms":30},"applied":true},{"iteration":1}])",
        "r.json", findings);
    ASSERT_TRUE(reported);
    ASSERT_EQ(reported->size(), 2U);
    EXPECT_EQ((*reported)[0].iteration, 1) << "in the order of iterations";
    EXPECT_FALSE((*reported)[0].step.hasProposal);
    EXPECT_EQ((*reported)[1].step.proposed, (Deltas{{"tail_age_ms", {30}}}));
    EXPECT_EQ(kindsOf(findings), std::vector{FindingKind::LegacyForm});
}

TEST(TuningReportJson, OfTwoEntriesOfOneIterationTheLastCounts)
{
    std::vector<Finding> findings;
    const auto reported = parseTuningReport(
        R"({"iterations":[{"iteration":1,"applied":false},{"iteration":1,"applied":true}]})",
        "r.json", findings);
    ASSERT_EQ(reported->size(), 1U);
    EXPECT_TRUE((*reported)[0].step.applied);
}

TEST(TuningReportJson, AnEntryWithoutItsIterationIsLeftOut)
{
    std::vector<Finding> findings;
    const auto reported = parseTuningReport(
        R"({"iterations":[{"iteration":0},{"iteration":2147483648},{},{"iteration":3}]})", "r.json",
        findings);
    ASSERT_EQ(reported->size(), 1U);
    EXPECT_EQ((*reported)[0].iteration, 3);
    EXPECT_EQ(kindsOf(findings), std::vector(3, FindingKind::OutOfRange));
}

TEST(TuningReportJson, WithoutAListItIsRefused)
{
    for (const char* text : {"{}", R"({"iterations":{}})", "7", "", R"({"1":{"guards":{}}})"}) {
        std::vector<Finding> findings;
        EXPECT_FALSE(parseTuningReport(text, "r.json", findings)) << text;
    }
}

TEST(TuningReportJson, ReadsTheReportOfTheReference)
{
    std::vector<Finding> findings;
    const auto reported = parseTuningReport(
        bytesOf(fixturePath("reference-8/artifacts/soak/latest/TUNING_REPORT.json")), "r.json",
        findings);
    ASSERT_TRUE(reported);
    ASSERT_EQ(reported->size(), 8U);
    EXPECT_TRUE((*reported)[2].step.applied);
    EXPECT_EQ((*reported)[2].step.proposed.at("tail_age_ms"), ParamDelta{30});
}

} // namespace
} // namespace soak
