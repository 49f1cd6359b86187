// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/delta_report_words.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(DeltaWords, TellTheDifferenceWithoutBinaryNoise)
{
    ParamCheck param;
    EXPECT_EQ(differenceText(param), "n/a");
    EXPECT_EQ(deltaText(param), "n/a");
    param.expected = 0.3;
    param.observed = 0.1 + 0.2;
    param.delta = 0.1 + 0.2;
    EXPECT_EQ(differenceText(param), "0");
    EXPECT_EQ(deltaText(param), "+0.3");
}

TEST(DeltaWords, NameTheProposedParametersOnly)
{
    PairCheck pair;
    pair.from = 3;
    pair.to = 5;
    EXPECT_EQ(pairName(pair), "3 to 5");
    EXPECT_EQ(proposedNames(pair), "none");
    ParamCheck proposed;
    proposed.name = "tail_age_ms";
    proposed.delta = 30;
    ParamCheck collateral;
    collateral.name = "max_delta_ratio";
    pair.params = {collateral, proposed};
    EXPECT_EQ(proposedNames(pair), "tail_age_ms");
}

TEST(DeltaWords, KnowWhatIsAProblem)
{
    for (const ParamStatus fine :
         {ParamStatus::Match, ParamStatus::UnchangedOk, ParamStatus::NotVerifiable}) {
        EXPECT_FALSE(isProblem(fine));
    }
    for (const ParamStatus bad :
         {ParamStatus::Mismatch, ParamStatus::AppliedAsAbsolute, ParamStatus::WrongPath,
          ParamStatus::Missing, ParamStatus::UnexpectedChange}) {
        EXPECT_TRUE(isProblem(bad));
    }
}

TEST(DeltaWords, OrderProblemsByFrequencyThenName)
{
    Verification verification;
    verification.problemParams = {{"a", 1}, {"b", 3}, {"c", 1}};
    const std::vector<std::pair<std::string, int>> expected{{"b", 3}, {"a", 1}, {"c", 1}};
    EXPECT_EQ(problemsWorstFirst(verification), expected);
}

TEST(DeltaWords, HaveOneWordPerStatus)
{
    EXPECT_EQ(paramsMatchWord(PairStatus::Full), "Y");
    EXPECT_EQ(paramsMatchWord(PairStatus::Fail), "N");
    EXPECT_EQ(paramsMatchWord(PairStatus::PartialOk), "partial_ok");
    EXPECT_EQ(paramsMatchWord(PairStatus::NotApplicable), "N/A");
    EXPECT_EQ(paramsMatchWord(PairStatus::NotVerifiable), "unverified");
    EXPECT_EQ(modeWord(VerifyMode::Strict), "strict");
    EXPECT_EQ(modeWord(VerifyMode::Lenient), "lenient");
}

} // namespace

} // namespace soak
