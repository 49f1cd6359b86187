// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/suspects.h"
#include "tests/analysis/verification_cases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::ElementsAre;
using testing::IsEmpty;

namespace
{

std::vector<AbsoluteDeltaSuspect> suspectsOf(const RunBuilder& builder)
{
    const SoakRun run = builder.build();
    return findAbsoluteDeltas(run, ParameterRegistry::builtin(), RecordedSteps(run),
                              ConflictIndex(run.findings, ParameterRegistry::builtin()));
}

LegacyVerification legacyOf(const RunBuilder& builder)
{
    const SoakRun run = builder.build();
    return legacyVerification(run, RecordedSteps(run));
}

RunBuilder withConflict(const std::string& text)
{
    return aRun().foreign().editRun([text](SoakRun& run) {
        run.finalOverrides = bestCell();
        run.findings.push_back({FindingKind::OverrideConflict, Severity::Warning,
                                "runtime_overrides.json", std::nullopt, "", text});
    });
}

RunBuilder endingAt(const std::string& name, double value)
{
    return aRun().foreign().editRun([=](SoakRun& run) {
        run.finalOverrides = bestCell();
        run.finalOverrides->values[name] = ParamValue{value};
    });
}

const SkipReason kNoOp = [] {
    SkipReason skip;
    skip.noOp = true;
    skip.note = "no effective change";
    return skip;
}();

} // namespace

TEST(Suspects, AreValuesThatEqualAProposedChange)
{
    const auto found = suspectsOf(
        withConflict("impact_cap_ratio = 0.1 (used), risk.impact_cap_ratio = -0.009999999999999995")
            .proposing(1, {{"impact_cap_ratio", {-0.01}}})
            .proposing(2, {{"impact_cap_ratio", {-0.01}}})
            .proposing(3, {{"impact_cap_ratio", {-0.005}}}));
    EXPECT_THAT(found,
                ElementsAre(AbsoluteDeltaSuspect{
                    "impact_cap_ratio", "risk.impact_cap_ratio", -0.009999999999999995, {1, 2}}));
}

TEST(Suspects, SpellingInConflictIsOneEvenInsideTheSafeLimits)
{
    const auto found = suspectsOf(
        withConflict("base_spread_bps_delta = 0.05 (used), risk.base_spread_bps_delta = 0.02")
            .proposing(1, {{"base_spread_bps_delta", {0.02}}}));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].path, "risk.base_spread_bps_delta");
}

TEST(Suspects, ParametersOwnValueIsOneOnlyOutsideItsSafeLimits)
{
    EXPECT_THAT(suspectsOf(endingAt("tail_age_ms", 30).proposing(1, {{"tail_age_ms", {30}}})),
                ElementsAre(AbsoluteDeltaSuspect{"tail_age_ms", "engine.tail_age_ms", 30, {1}}));
    EXPECT_THAT(suspectsOf(endingAt("tail_age_ms", 500).proposing(1, {{"tail_age_ms", {500}}})),
                IsEmpty());
    EXPECT_THAT(suspectsOf(endingAt("tail_age_ms", 31).proposing(1, {{"tail_age_ms", {30}}})),
                IsEmpty());
}

TEST(Suspects, AreSoughtOnlyWhereOverridesAreNotRecorded)
{
    const auto store = [](SoakRun& run) {
        run.finalOverrides->values["tail_age_ms"] = ParamValue{30};
    };
    EXPECT_THAT(suspectsOf(aProposal().editRun(store)), IsEmpty());
    EXPECT_EQ(suspectsOf(aProposal().foreign().editRun(store)).size(), 1U);
    EXPECT_THAT(
        suspectsOf(aProposal().foreign().editRun([](SoakRun& run) { run.finalOverrides.reset(); })),
        IsEmpty());
}

TEST(Suspects, LegacyNumbersLookAtExistenceOnly)
{
    const LegacyVerification legacy =
        legacyOf(aRun()
                     .foreign()
                     .proposing(1, {{"tail_age_ms", {30}}})
                     .forcing(2, "tail_age_ms", 7) // a wrong value exists as well
                     .proposing(2, {{"tail_age_ms", {30}}})
                     .skipping(2, kNoOp)
                     .proposing(3, {{"rescue_max_ratio", {0.1}}})
                     .editOverrides(4, [](Overrides& o) { o.values.erase("rescue_max_ratio"); }));
    EXPECT_EQ(legacy.proposedCount, 3);
    EXPECT_EQ(legacy.fullApplyCount, 1);
    EXPECT_EQ(legacy.partialOkCount, 1);
    EXPECT_EQ(legacy.failCount, 1);
    EXPECT_EQ(legacy.fullApplyRatio, 0.667);
}

TEST(Suspects, LegacyRatioOfNothingIsZeroAsTheReferenceSays)
{
    EXPECT_EQ(legacyOf(aRun()), LegacyVerification{});
}

} // namespace soak
