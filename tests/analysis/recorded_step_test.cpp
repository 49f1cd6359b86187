// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/recorded_step.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TuningStep proposing(double tail)
{
    TuningStep step;
    step.hasProposal = true;
    step.proposed["tail_age_ms"] = ParamDelta{tail};
    return step;
}

RunBuilder reporting(std::vector<ReportedTuning> rows)
{
    return aRun()
        .withIterations(3)
        .proposing(2, {{"tail_age_ms", {30}}})
        .editRun([rows](SoakRun& run) {
            run.tuningReport = rows;
            run.hasTuningReport = true;
        });
}

double tailAt(const SoakRun& run, std::size_t row)
{
    const RecordedSteps steps(run);
    const Deltas& proposed = steps.at(row).proposed();
    const auto found = proposed.find("tail_age_ms");
    return found == proposed.end() ? 0 : found->second.amount;
}

} // namespace

TEST(RecordedStep, OfARunOfOursIsThatOfTheSummary)
{
    EXPECT_EQ(tailAt(reporting({{2, proposing(5)}}).build(), 1), 30);
}

TEST(RecordedStep, OfAForeignRunIsThatOfTheReport)
{
    EXPECT_EQ(tailAt(reporting({{2, proposing(5)}}).foreign().build(), 1), 5);
    EXPECT_EQ(tailAt(reporting({{1, proposing(5)}}).foreign().build(), 1),
              30); // the report has no such row
}

TEST(RecordedStep, OtherRecordStandsInForAMissingProposal)
{
    const auto forget = [](TuningStep& step) { step = {}; };
    EXPECT_EQ(tailAt(reporting({{2, proposing(5)}}).editStep(2, forget).build(), 1), 5);
    EXPECT_EQ(tailAt(reporting({{2, TuningStep{}}}).foreign().build(), 1), 30);
}

TEST(RecordedStep, EmptyProposalIsAProposal)
{
    TuningStep emptied;
    emptied.hasProposal = true;
    EXPECT_EQ(tailAt(reporting({{2, emptied}}).foreign().build(), 1), 0);
}

TEST(RecordedStep, LastRowOfAnIterationCounts)
{
    EXPECT_EQ(
        tailAt(
            reporting({{3, proposing(7)}, {2, proposing(5)}, {2, proposing(6)}}).foreign().build(),
            1),
        6);
}

TEST(RecordedStep, DroppedIsTakenFromWhereItIsRecorded)
{
    TuningStep reported = proposing(30);
    reported.dropped = DroppedParams{{"tail_age_ms", DropReason::Velocity}};
    const SoakRun run = reporting({{2, reported}})
                            .editStep(2, [](TuningStep& step) { step.dropped.reset(); })
                            .build();
    const RecordedSteps steps(run);
    ASSERT_NE(steps.at(1).dropped, nullptr);
    EXPECT_TRUE(steps.at(1).dropped->contains("tail_age_ms"));
    EXPECT_EQ(steps.at(1).step, run.tuning.at(1));
}

TEST(RecordedStep, SaysWhetherAnythingIsRecorded)
{
    const auto forget = [](SoakRun& run) {
        run.tuning = {};
        for (std::size_t row = 0; row < run.table.rowCount(); ++row) {
            run.tuning.appendAbsent();
        }
    };
    const SoakRun none = aRun().editRun(forget).build();
    EXPECT_FALSE(RecordedSteps(none).any());
    EXPECT_TRUE(RecordedSteps(none).at(0).proposed().empty());
    const SoakRun some = aRun().build();
    EXPECT_TRUE(RecordedSteps(some).any());
    const SoakRun reported = reporting({{2, proposing(5)}}).editRun(forget).build();
    EXPECT_TRUE(RecordedSteps(reported).any());
}

} // namespace soak
