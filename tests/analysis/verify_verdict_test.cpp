// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/verify_verdict.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::HasSubstr;

namespace
{

struct Counts {
    int full = 0;
    int partial = 0;
    int fail = 0;
    int unknown = 0;
    int stuck = 0;
    std::optional<ParamStatus> odd = std::nullopt; // one parameter of this status
};

Verification concluded(const Counts& counts, VerifyMode mode = VerifyMode::Strict)
{
    Verification v;
    v.mode = mode;
    v.threshold = mode == VerifyMode::Strict ? kStrictThreshold : kLenientThreshold;
    v.fullApplyCount = counts.full;
    v.partialOkCount = counts.partial;
    v.failCount = counts.fail;
    v.notVerifiableCount = counts.unknown;
    v.proposedCount = counts.full + counts.partial + counts.fail + counts.unknown;
    v.signatureStuckCount = counts.stuck;
    if (counts.odd) {
        PairCheck pair;
        pair.params.emplace_back();
        pair.params.back().status = *counts.odd;
        v.pairs.push_back(pair);
    }
    concludeVerification(v, true);
    return v;
}

} // namespace

TEST(VerifyVerdict, FollowsTheTableOfModes)
{
    using enum VerifyVerdict;

    struct Case {
        Counts counts;
        VerifyVerdict strict;
        VerifyVerdict lenient;
    };

    const Case cases[] = {
        {{}, Pass, Pass},
        {{.full = 5}, Pass, Pass},
        {{.partial = 5}, Pass, Pass},
        {{.full = 19, .fail = 1}, Pass, Pass},
        {{.full = 18, .fail = 1}, Fail, Pass}, // 0.947
        {{.full = 3, .fail = 2}, Fail, Pass},
        {{.full = 2, .fail = 2}, Fail, Warn},
        {{.fail = 1}, Fail, Warn},
        {{.unknown = 1}, Unverified, Unverified},
        {{.full = 5, .unknown = 1}, Unverified, Unverified},
        {{.full = 30, .fail = 1, .unknown = 1}, Fail, Pass},
        {{.full = 5, .stuck = 1}, Fail, Pass},
        {{.full = 30, .fail = 1, .odd = ParamStatus::UnexpectedChange}, Fail, Pass},
        {{.full = 30, .fail = 1, .odd = ParamStatus::AppliedAsAbsolute}, Fail, Pass},
        {{.full = 30, .fail = 1, .odd = ParamStatus::Mismatch}, Pass, Pass},
    };
    for (const Case& c : cases) {
        const Verification strict = concluded(c.counts);
        EXPECT_EQ(strict.verdict, c.strict) << strict.reason;
        EXPECT_EQ(passesStrictly(strict), c.strict == Pass) << strict.reason;
        const Verification lenient = concluded(c.counts, VerifyMode::Lenient);
        EXPECT_EQ(lenient.verdict, c.lenient) << lenient.reason;
        EXPECT_EQ(passesStrictly(lenient), c.strict == Pass) << lenient.reason;
    }
}

TEST(VerifyVerdict, RatiosHaveThreeDecimals)
{
    const Verification v = concluded({.full = 2, .partial = 3, .fail = 1, .unknown = 1});
    EXPECT_EQ(v.fullApplyRatio, 0.833);
    EXPECT_EQ(v.effectiveApplyRatio, 0.286);
    EXPECT_EQ(concluded({.unknown = 2}).fullApplyRatio, std::nullopt);
    EXPECT_EQ(concluded({.unknown = 2}).effectiveApplyRatio, std::nullopt);
}

TEST(VerifyVerdict, ReasonGivesRuleAndValues)
{
    EXPECT_EQ(concluded({.full = 4, .partial = 3}).reason,
              "7 proposals: 4 arrived in full, 3 held back with a reason, 0 failed (ratio 1, "
              "threshold 0.95)");
    EXPECT_EQ(concluded({}).reason,
              "no iteration that another follows proposed anything, and nothing changed");
    EXPECT_THAT(concluded({.full = 1, .unknown = 2}).reason,
                HasSubstr("2 of 3 proposals cannot be verified"));
    EXPECT_THAT(concluded({.full = 1, .stuck = 1}).reason,
                HasSubstr("1 claimed change left the state"));
}

TEST(VerifyVerdict, WithoutARecordNothingIsVerified)
{
    Verification v;
    concludeVerification(v, false);
    EXPECT_EQ(v.verdict, VerifyVerdict::Unverified);
    EXPECT_EQ(v.fullApplyRatio, std::nullopt);
    EXPECT_FALSE(v.nothingToVerify);
    EXPECT_FALSE(passesStrictly(v));
}

} // namespace soak
