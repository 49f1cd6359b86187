// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/judgement.h"

#include <gtest/gtest.h>

namespace soak
{

TEST(AnalysisKeys, AreThoseOfTheFileFormats)
{
    EXPECT_EQ(keyOf(Trend::Flat), "flat");
    EXPECT_EQ(keyOf(Trend::Up), "up");
    EXPECT_EQ(keyOf(Trend::Down), "down");
    EXPECT_EQ(keyOf(RunVerdict::Pass), "PASS");
    EXPECT_EQ(keyOf(RunVerdict::Warn), "WARN");
    EXPECT_EQ(keyOf(RunVerdict::Fail), "FAIL");
    EXPECT_EQ(keyOf(GateOutcome::Pass), "PASS");
    EXPECT_EQ(keyOf(GateOutcome::Fail), "FAIL");
    EXPECT_EQ(keyOf(GateOutcome::NoData), "NO DATA");
    EXPECT_EQ(keyOf(IterationStatus::Ok), "OK");
    EXPECT_EQ(keyOf(IterationStatus::Warn), "WARN");
    EXPECT_EQ(keyOf(IterationStatus::Fail), "FAIL");
}

TEST(AnalysisKeys, OfTheVerificationAreThoseOfItsReport)
{
    EXPECT_EQ(keyOf(ParamStatus::Match), "match");
    EXPECT_EQ(keyOf(ParamStatus::UnchangedOk), "unchanged_ok");
    EXPECT_EQ(keyOf(ParamStatus::Mismatch), "mismatch");
    EXPECT_EQ(keyOf(ParamStatus::AppliedAsAbsolute), "applied_as_absolute");
    EXPECT_EQ(keyOf(ParamStatus::WrongPath), "wrong_path");
    EXPECT_EQ(keyOf(ParamStatus::Missing), "missing");
    EXPECT_EQ(keyOf(ParamStatus::NotVerifiable), "not_verifiable");
    EXPECT_EQ(keyOf(ParamStatus::UnexpectedChange), "unexpected_change");
    EXPECT_EQ(keyOf(PairStatus::NotApplicable), "n/a");
    EXPECT_EQ(keyOf(PairStatus::Full), "full");
    EXPECT_EQ(keyOf(PairStatus::PartialOk), "partial_ok");
    EXPECT_EQ(keyOf(PairStatus::Fail), "fail");
    EXPECT_EQ(keyOf(PairStatus::NotVerifiable), "not_verifiable");
    EXPECT_EQ(keyOf(VerifyVerdict::Pass), "PASS");
    EXPECT_EQ(keyOf(VerifyVerdict::Fail), "FAIL");
    EXPECT_EQ(keyOf(VerifyVerdict::Warn), "WARN");
    EXPECT_EQ(keyOf(VerifyVerdict::Unverified), "UNVERIFIED");
}

} // namespace soak
