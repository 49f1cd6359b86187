// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/judgement.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

Verification verification(VerifyVerdict verdict, VerifyMode mode, int proposed = 1)
{
    Verification v;
    v.verdict = verdict;
    v.mode = mode;
    v.proposedCount = proposed;
    return v;
}

} // namespace

TEST(VerdictExitCode, OfAReportIsThatOfTheRunVerdict)
{
    Judgement j;
    j.run = std::make_shared<SoakRun>();
    j.windowIterations = {1};
    j.verdict = RunVerdict::Pass;
    EXPECT_EQ(reportExitCode(j), ExitCode::Ok);
    j.verdict = RunVerdict::Warn;
    EXPECT_EQ(reportExitCode(j), ExitCode::Ok);
    j.verdict = RunVerdict::Fail;
    EXPECT_EQ(reportExitCode(j), ExitCode::NegativeVerdict);
    j.windowIterations.clear();
    EXPECT_EQ(reportExitCode(j), ExitCode::BadInput);
}

TEST(VerdictExitCode, OfAGateIsThatOfItsHardRows)
{
    Judgement j;
    j.run = std::make_shared<SoakRun>();
    j.gateVerdict = GateResultVerdict::Pass;
    EXPECT_EQ(gateExitCode(j), ExitCode::Ok);
    j.gateVerdict = GateResultVerdict::Warn;
    EXPECT_EQ(gateExitCode(j), ExitCode::Ok);
    j.gateVerdict = GateResultVerdict::Fail;
    EXPECT_EQ(gateExitCode(j), ExitCode::NegativeVerdict);
    j.gateVerdict = GateResultVerdict::NoData;
    EXPECT_EQ(gateExitCode(j), ExitCode::BadInput);
}

TEST(VerdictExitCode, BrokenChainIsIntegrityWhateverTheVerdict)
{
    SoakRun run;
    run.chain = ChainState::Broken;
    Judgement j;
    j.run = std::make_shared<SoakRun>(run);
    j.windowIterations = {1};
    j.verdict = RunVerdict::Pass;
    j.gateVerdict = GateResultVerdict::Fail;
    EXPECT_EQ(reportExitCode(j), ExitCode::Integrity);
    EXPECT_EQ(gateExitCode(j), ExitCode::Integrity);
    EXPECT_EQ(withIntegrity(ExitCode::BadInput, run), ExitCode::Integrity);
    EXPECT_EQ(withIntegrity(ExitCode::BadInput, SoakRun{}), ExitCode::BadInput);
}

TEST(VerdictExitCode, OfAVerificationDependsOnItsMode)
{
    using enum VerifyVerdict;
    using enum VerifyMode;
    EXPECT_EQ(verifyExitCode(verification(Pass, Strict)), ExitCode::Ok);
    EXPECT_EQ(verifyExitCode(verification(Fail, Strict)), ExitCode::NegativeVerdict);
    EXPECT_EQ(verifyExitCode(verification(Unverified, Strict)), ExitCode::BadInput);
    EXPECT_EQ(verifyExitCode(verification(Pass, Lenient)), ExitCode::Ok);
    EXPECT_EQ(verifyExitCode(verification(Warn, Lenient)), ExitCode::Ok);
    EXPECT_EQ(verifyExitCode(verification(Unverified, Lenient)), ExitCode::Ok);
}

TEST(VerdictExitCode, NothingReadableIsBadInputInEitherMode)
{
    using enum VerifyMode;
    EXPECT_EQ(verifyExitCode(verification(VerifyVerdict::Unverified, Strict, 0)),
              ExitCode::BadInput);
    EXPECT_EQ(verifyExitCode(verification(VerifyVerdict::Unverified, Lenient, 0)),
              ExitCode::BadInput);
}

} // namespace soak
