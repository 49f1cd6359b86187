// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/last_green.h"

#include <gtest/gtest.h>

#include <set>

namespace soak
{
namespace
{

constexpr int kPlanned = 8;

RunFigures greenFigures()
{
    RunFigures figures;
    figures.verdict = RunVerdict::Pass;
    figures.gateVerdict = GateResultVerdict::Pass;
    figures.iterationsRead = kPlanned;
    return figures;
}

RunRow rowAt(EpochMs started)
{
    RunRow row;
    row.folder = "/runs/" + std::to_string(started);
    row.identity = "RUN_" + std::to_string(started);
    row.engine = "sim";
    row.scenario = "storm";
    row.profile = "canary";
    row.gateProfile = "mission";
    row.startedMs = started;
    row.files = kPlanned;
    row.planned = kPlanned;
    row.activity.activity = RunActivity::Finished;
    row.figures = greenFigures();
    return row;
}

// Judges what it is asked to as green, and remembers what that was.
class Judging final : public RunIndex
{
public:
    [[nodiscard]] Result<std::vector<RunRow>> list(EpochMs /*now*/, std::stop_token /*stop*/,
                                                   const Progress& /*progress*/) const override
    {
        return std::vector<RunRow>{};
    }

    [[nodiscard]] Result<RunRow> judged(RunRow row, std::stop_token stop) const override
    {
        if (stop.stop_requested()) {
            return Error{Errc::Cancelled, "cancelled", ""};
        }
        asked.insert(row.folder);
        row.figures = greenFigures();
        return row;
    }

    mutable std::set<std::string> asked;
};

std::optional<GreenRun> found(std::vector<RunRow> rows)
{
    const auto green = lastGreenRun(Judging(), std::move(rows), rowAt(100), {});
    EXPECT_TRUE(green);
    return green ? *green : std::nullopt;
}

} // namespace

TEST(LastGreen, IsTheNewestBeforeTheShownRun)
{
    RunRow red = rowAt(90);
    red.figures->verdict = RunVerdict::Fail;
    const auto green = found({rowAt(110), rowAt(100), red, rowAt(70), rowAt(80)});
    ASSERT_TRUE(green);
    EXPECT_EQ(green->row.folder, "/runs/80");
    EXPECT_FALSE(green->relaxed);
}

// It has the id and the start of its source, and was never soaked.
TEST(LastGreen, AWhatIfIsNone)
{
    RunRow branch = rowAt(100);
    branch.isBranch = true;
    const auto green = found({rowAt(110), branch, rowAt(80)});
    ASSERT_TRUE(green);
    EXPECT_EQ(green->row.folder, "/runs/80");
}

TEST(LastGreen, EverythingThatIsNotWholeAndMetIsNotGreen)
{
    EXPECT_TRUE(isGreen(rowAt(1)));
    std::vector<RunRow> rows(7, rowAt(90));
    rows[0].figures->verdict = RunVerdict::Warn;
    rows[1].figures->gateVerdict = GateResultVerdict::Fail;
    rows[2].figures->gateVerdict = GateResultVerdict::NoData;
    rows[3].figures->iterationsRead = kPlanned - 1;
    rows[4].activity.activity = RunActivity::Running;
    rows[5].activity.activity = RunActivity::WriterDead;
    rows[6].figures.reset();
    for (const RunRow& row : rows) {
        EXPECT_FALSE(isGreen(row));
    }
    rows.pop_back(); // it would be judged
    EXPECT_FALSE(found(rows));
}

TEST(LastGreen, OneLikenessMayGoTheProfileFirst)
{
    RunRow engine = rowAt(95);
    engine.engine = "mock";
    RunRow scenario = rowAt(90);
    scenario.scenario = "calm";
    RunRow profile = rowAt(80);
    profile.profile = "";
    RunRow gates = rowAt(70);
    gates.gateProfile = "strict";
    RunRow two = rowAt(99);
    two.engine = "mock";
    two.scenario = "calm";
    EXPECT_EQ(found({two, engine, scenario, profile, gates})->row.folder, "/runs/80");
    EXPECT_EQ(found({two, engine, scenario, profile, gates})->relaxed, Likeness::Profile);
    EXPECT_EQ(found({two, engine, scenario, gates})->relaxed, Likeness::Profile);
    EXPECT_EQ(found({two, engine, scenario})->relaxed, Likeness::Scenario);
    EXPECT_EQ(found({two, engine})->relaxed, Likeness::Engine);
    EXPECT_FALSE(found({two}));
    EXPECT_EQ(found({engine, rowAt(10)})->row.folder, "/runs/10"); // alike in all comes first
}

TEST(LastGreen, JudgesOnlyWhatMayBeTheAnswer)
{
    std::vector<RunRow> rows{rowAt(120), rowAt(90), rowAt(80)};
    for (RunRow& row : rows) {
        row.figures.reset();
    }
    RunRow broken = rowAt(95);
    broken.figures.reset();
    broken.whyUnreadable = "RUN.json: not JSON";
    rows.push_back(broken);
    const Judging index;
    const auto green = lastGreenRun(index, rows, rowAt(100), {});
    ASSERT_TRUE(green && *green);
    EXPECT_EQ((*green)->row.folder, "/runs/90");
    EXPECT_EQ(index.asked, std::set<std::string>{"/runs/90"});
}

TEST(LastGreen, SaysWhatThereIsToLookAt)
{
    RunRow scenario = rowAt(80);
    scenario.scenario = "calm";
    RunRow other = rowAt(70);
    other.engine = "mock";
    other.scenario = "calm";
    RunRow unsaid = rowAt(60);
    unsaid.startedMs.reset();
    const std::vector<RunRow> rows{rowAt(110), rowAt(100), rowAt(90), scenario, other, unsaid};
    EXPECT_EQ(greenCandidates(rows, rowAt(100)), (GreenCandidates{5, 3, 2}));
    EXPECT_EQ(greenCandidates(rows, unsaid), (GreenCandidates{5, 0, 0}));
}

TEST(LastGreen, ARunWithoutAStartHasNothingBeforeIt)
{
    RunRow shown = rowAt(1);
    shown.startedMs.reset();
    const auto green = lastGreenRun(Judging(), {rowAt(5)}, shown, {});
    ASSERT_FALSE(green);
    EXPECT_EQ(green.error().code, Errc::BadInput);
}

TEST(LastGreen, CanBeCancelled)
{
    std::stop_source stop;
    stop.request_stop();
    RunRow row = rowAt(90);
    row.figures.reset();
    const auto green = lastGreenRun(Judging(), {row}, rowAt(100), stop.get_token());
    ASSERT_FALSE(green);
    EXPECT_EQ(green.error().code, Errc::Cancelled);
}

} // namespace soak
