// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/events.h"
#include "tests/analysis/judged.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace soak
{

namespace
{

// "#3 delta_applied: min_interval_ms +5 applied."
std::vector<std::string> told(const std::vector<RunEvent>& events)
{
    std::vector<std::string> lines;
    for (const RunEvent& event : events) {
        lines.push_back("#" + std::to_string(event.iteration) + " " +
                        std::string(keyOf(event.kind)) + ": " + plainText(event.text));
    }
    return lines;
}

using Lines = std::vector<std::string>;

} // namespace

TEST(RunEvents, AQuietRunHasNone)
{
    EXPECT_EQ(told(runEvents(judged(aRun()))), Lines{});
}

TEST(RunEvents, AppliedHeldAndRefusedChangesOfAProposal)
{
    Overrides start = bestCell();
    start.values["tail_age_ms"] = ParamValue{800};
    const auto events =
        runEvents(judged(aRun()
                             .startingFrom(start)
                             .proposing(3, {{"min_interval_ms", {5}},
                                            {"tail_age_ms", {30}},
                                            {"impact_cap_ratio", {-0.005}}})
                             .dropping(3, "impact_cap_ratio", DropReason::PartialFreeze)));
    EXPECT_EQ(told(events), (Lines{"#3 delta_applied: min_interval_ms +5 applied.",
                                   "#3 delta_held: impact_cap_ratio -0.005 held (partial_freeze).",
                                   "#3 delta_refused: tail_age_ms +30 not applied (at_bound)."}));
    EXPECT_EQ(events[1].subject, "partial_freeze");
    EXPECT_EQ(events[1].changes, (std::vector<EventChange>{{"impact_cap_ratio", -0.005}}));
}

TEST(RunEvents, AChangeThatDidNotArriveIsUnverified)
{
    const auto events = runEvents(
        judged(aRun().proposing(3, {{"min_interval_ms", {5}}}).forcing(4, "min_interval_ms", 61)));
    EXPECT_EQ(told(events),
              (Lines{"#3 delta_applied: min_interval_ms +5 applied.",
                     "#3 delta_unverified: min_interval_ms +5 did not arrive as proposed"}));
}

TEST(RunEvents, GuardsAndFreezesBeginAndEnd)
{
    RunBuilder builder = aRun();
    for (const int k : {3, 4}) {
        builder.editStep(k, [](TuningStep& step) {
            step.guards.emplace();
            step.guards->latencyHard.active = true;
            step.guards->partialFreeze = {true, {"rebid"}, "", {}, {}};
        });
    }
    EXPECT_EQ(
        told(runEvents(judged(builder))),
        (Lines{"#3 guard_on: guard latency_hard on", "#3 freeze_begin: rebid frozen",
               "#5 guard_off: guard latency_hard off", "#5 freeze_end: rebid no longer frozen"}));
}

TEST(RunEvents, GapsUnreadableFilesAndFailures)
{
    const auto events = runEvents(
        judged(aRun()
                   .withIterations(10)
                   .missing(4)
                   .missing(5)
                   .unreadable(7)
                   .editRun([](SoakRun& run) {
                       run.gaps = {{4, 5}};
                   })
                   .editNotes(9, [](IterationNotes& notes) { notes.failure = "exit code 3"; })));
    EXPECT_EQ(told(events),
              (Lines{"#4 gap: #4 to #5 have no file", "#7 unreadable: #7 cannot be read",
                     "#9 failed_iteration: the engine failed: exit code 3"}));
    EXPECT_EQ(events.front().lastIteration, 5);
}

TEST(RunEvents, AnomaliesOfTheWindow)
{
    const auto events = runEvents(judged(aRun()
                                             .at(3, Metric::P95LatencyMs, 420)
                                             .at(5, Metric::MakerTakerRatio, 0.7)
                                             .at(6, Metric::RiskRatio, 0.55)));
    EXPECT_EQ(told(events), (Lines{"#3 anomaly: latency spike: 420 ms, more than 400 ms",
                                   "#5 anomaly: maker share dropped to 0.7, below 0.75",
                                   "#6 anomaly: risk jumped by 0.25, more than 0.15"}));
    EXPECT_EQ(events.front().subject, "latency_spike");
}

TEST(RunEvents, ARangeHasTheEventsOfItsIterations)
{
    const Judgement judgement =
        judged(aRun()
                   .withIterations(12)
                   .missing(6)
                   .proposing(3, {{"min_interval_ms", {5}}})
                   .proposing(8, {{"min_interval_ms", {5}}})
                   .editStep(2, [](TuningStep& step) { step.velocityViolation = true; }));
    const auto all = runEvents(judgement);
    for (int first = 1; first <= 12; ++first) {
        for (int last = first; last <= 12; ++last) {
            std::vector<RunEvent> expected;
            std::copy_if(all.begin(), all.end(), std::back_inserter(expected),
                         [first, last](const RunEvent& event) {
                             return event.lastIteration >= first && event.iteration <= last;
                         });
            EXPECT_EQ(runEvents(judgement, first, last), expected) << first << " " << last;
        }
    }
}

TEST(RunEvents, AreInOrderOfIteration)
{
    const auto events = runEvents(judged(aRun()
                                             .withIterations(20)
                                             .withMockKpis()
                                             .missing(7)
                                             .proposing(12, {{"min_interval_ms", {5}}})
                                             .at(15, Metric::P95LatencyMs, 500)));
    EXPECT_TRUE(
        std::is_sorted(events.begin(), events.end(), [](const RunEvent& a, const RunEvent& b) {
            return a.iteration < b.iteration;
        }));
    EXPECT_GE(events.size(), 3U);
}

} // namespace soak
