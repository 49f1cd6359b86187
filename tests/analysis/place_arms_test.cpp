// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/place_arms.h"
#include "core/analysis/recorded_profile.h"
#include "tests/support/noisy_run.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

// A night of its own, with the cap of the impact at `cap`.
ArmInput nightWith(std::uint64_t seed, double cap, Arm chosen = Arm::None)
{
    Overrides overrides = bestCell();
    overrides.values["impact_cap_ratio"] = ParamValue{cap};
    const auto run = noisyGoals(36, seed, .3)
                         .startingFrom(overrides)
                         .editRun([seed](SoakRun& one) {
                             one.otherFiles["RUN.json"].sha256[0] = static_cast<std::uint8_t>(seed);
                         })
                         .shared();
    return {"night " + std::to_string(seed),
            std::make_shared<const Judgement>(judge(run, recordedProfileOf(*run).profile)), chosen};
}

constexpr double kOld = .1;
constexpr double kNew = .12;

using Places = std::vector<std::size_t>;

} // namespace

TEST(ComparedArms, RunsMadeLikeTheBaselineAndLikeTheCandidateAreTheArms)
{
    const std::vector<ArmInput> runs{nightWith(1, kOld), nightWith(2, kNew), nightWith(3, kNew),
                                     nightWith(4, kOld), nightWith(5, .09),  nightWith(6, kOld),
                                     nightWith(7, kNew)};
    const ComparedArms arms = comparedArms(runs, {});
    EXPECT_FALSE(arms.isChosen);
    EXPECT_EQ(arms.lack, ArmsLack::Nothing);
    EXPECT_EQ(arms.a, (Places{0, 3, 5}));
    EXPECT_EQ(arms.b, (Places{1, 2, 6}));
    ASSERT_TRUE(arms.comparison);
    EXPECT_EQ(arms.comparison->runsOfA, 3U);
    EXPECT_EQ(arms.comparison->runs[1].name, "night 4");
    EXPECT_EQ(arms.comparison->runs[5].name, "night 7");
}

// The same call as that of the command line: there is one computation.
TEST(ComparedArms, TheAnswerIsThatOfTheCore)
{
    const std::vector<ArmInput> runs{nightWith(1, kOld), nightWith(2, kNew), nightWith(3, kNew),
                                     nightWith(4, kOld), nightWith(6, kOld), nightWith(7, kNew)};
    CompareOptions options;
    options.window = ComparedWindow::All;
    const auto input = [&](std::size_t at) {
        return CompareInput{runs[at].name, runs[at].judgement.get()};
    };
    const auto wanted = compareArms(std::array{input(0), input(3), input(4)},
                                    std::array{input(1), input(2), input(5)}, options);
    ASSERT_TRUE(wanted);
    const ComparedArms arms = comparedArms(runs, options);
    ASSERT_TRUE(arms.comparison);
    EXPECT_EQ(arms.comparison->effects, wanted->effects);
    EXPECT_EQ(arms.comparison->counts, wanted->counts);
}

TEST(ComparedArms, AsSoonAsOneIsChosenTheChosenOnesCountAlone)
{
    std::vector<ArmInput> runs{nightWith(1, kOld, Arm::B), nightWith(2, kNew, Arm::B),
                               nightWith(3, kNew), nightWith(4, kOld)};
    EXPECT_EQ(comparedArms(runs, {}).lack, ArmsLack::ArmA);
    runs[3].chosen = Arm::A;
    const ComparedArms arms = comparedArms(runs, {});
    EXPECT_TRUE(arms.isChosen);
    EXPECT_EQ(arms.a, Places{3});
    EXPECT_EQ(arms.b, (Places{0, 1}));
    ASSERT_TRUE(arms.comparison) << "that it is too little is an answer";
    EXPECT_EQ(arms.comparison->effects[0].effect.reason, InconclusiveReason::TooFewRuns);
    runs[0].chosen = Arm::None;
    runs[1].chosen = Arm::None;
    EXPECT_EQ(comparedArms(runs, {}).lack, ArmsLack::ArmB);
}

TEST(ComparedArms, WhatLacksIsSaid)
{
    const auto lackOf = [](const std::vector<ArmInput>& runs) {
        const ComparedArms arms = comparedArms(runs, {});
        EXPECT_FALSE(arms.comparison);
        return arms.lack;
    };
    EXPECT_EQ(lackOf({}), ArmsLack::Candidate);
    EXPECT_EQ(lackOf({nightWith(1, kOld)}), ArmsLack::Candidate);
    EXPECT_EQ(lackOf({nightWith(1, kOld), nightWith(2, kOld)}), ArmsLack::OneConfiguration);
    EXPECT_EQ(lackOf({nightWith(1, kOld), nightWith(2, kNew), nightWith(3, kNew),
                      nightWith(4, kNew), nightWith(5, kOld)}),
              ArmsLack::Runs);
    const auto foreign = noisyGoals(36, 9).foreign().shared();
    const ArmInput unknown{"foreign", std::make_shared<const Judgement>(
                                          judge(foreign, recordedProfileOf(*foreign).profile))};
    EXPECT_EQ(lackOf({unknown, nightWith(1, kOld)}), ArmsLack::ConfigurationOfA);
    EXPECT_EQ(lackOf({nightWith(1, kOld), unknown}), ArmsLack::ConfigurationOfB);
}

TEST(ComparedArms, WhatWasStoppedHasNoComparison)
{
    std::stop_source stop;
    stop.request_stop();
    CompareOptions options;
    options.stop = stop.get_token();
    const std::vector<ArmInput> runs{nightWith(1, kOld, Arm::A), nightWith(2, kNew, Arm::B)};
    EXPECT_FALSE(comparedArms(runs, options).comparison);
}

} // namespace soak
