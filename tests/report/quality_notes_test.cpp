// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/replay_record.h"
#include "core/report/quality_notes.h"
#include "tests/report/report_samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

namespace
{

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(QualityNotes, CompleteRunHasNone)
{
    EXPECT_THAT(qualityNotes(judged(aRun())), IsEmpty());
}

TEST(QualityNotes, EachDefectIsOneSentence)
{
    EXPECT_THAT(qualityNotes(judged(aRun().missing(3))),
                ElementsAre("iterations without a file: 3"));
    EXPECT_THAT(qualityNotes(judged(aRun().withIterations(12).unreadable(9))),
                Contains("iterations that cannot be read: 9"));
    EXPECT_THAT(qualityNotes(judged(aRun().without(Metric::RiskRatio))),
                ElementsAre("risk_ratio is missing in iterations 1-8 of the window"));
    const auto broken = [](SoakRun& run) { run.chain = ChainState::Broken; };
    EXPECT_THAT(qualityNotes(judged(aRun().editRun(broken))),
                ElementsAre(HasSubstr("hash chain is broken")));
    const auto unended = [](SoakRun& run) { run.end.reset(); };
    EXPECT_THAT(qualityNotes(judged(aRun().editRun(unended))),
                ElementsAre("the run has not ended: 8 of 8 iterations are there"));
    const auto failed = [](IterationNotes& notes) { notes.failure = "exit status 1"; };
    EXPECT_THAT(qualityNotes(judged(aRun().editNotes(2, failed))),
                ElementsAre("the engine failed in iterations 2"));
}

// Its verdict is not one about its overrides.
TEST(QualityNotes, AReplaySaysWhoseMeasurementsItJudges)
{
    const auto replay = [](SoakRun& run) {
        ReplayRecord record;
        record.runId = "RUN_7";
        record.identity = "RUN_7:ab";
        record.iterations = 8;
        setReplayRecord(*run.info, record);
    };
    EXPECT_THAT(qualityNotes(judged(aRun().editRun(replay))),
                ElementsAre(HasSubstr("those of RUN_7: KPIs do not answer to the overrides")));
}

} // namespace

} // namespace soak
