// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_follower.h"
#include "tests/io/records.h"
#include "tests/support/property.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace soak
{

using testing::ElementsAre;
using testing::IsEmpty;

namespace
{

// Long after every file of a test was written.
constexpr EpochMs kLater = 4'000'000'000'000;

template <typename T>
bool haveSame(const InternedColumn<T>& a, const InternedColumn<T>& b)
{
    if (a.rowCount() != b.rowCount() || a.distinct() != b.distinct()) {
        return false;
    }
    for (std::size_t row = 0; row < a.rowCount(); ++row) {
        if (a.idAt(row) != b.idAt(row)) {
            return false;
        }
    }
    return true;
}

// Everything that a run has.
bool isSame(const SoakRun& a, const SoakRun& b)
{
    return a.folder == b.folder && a.info == b.info && a.end == b.end && a.table == b.table &&
           haveSame(a.notes, b.notes) && haveSame(a.tuning, b.tuning) &&
           haveSame(a.during, b.during) && haveSame(a.next, b.next) &&
           haveSame(a.baseline, b.baseline) && haveSame(a.baselineNext, b.baselineNext) &&
           a.guardClocks == b.guardClocks && a.frozenUntil == b.frozenUntil &&
           a.summaryFiles == b.summaryFiles && a.tuningReport == b.tuningReport &&
           a.hasTuningReport == b.hasTuningReport && a.finalOverrides == b.finalOverrides &&
           a.finalOverridesFile == b.finalOverridesFile && a.state == b.state &&
           a.otherFiles == b.otherFiles && a.unreadable == b.unreadable && a.gaps == b.gaps &&
           a.chain == b.chain && a.findings == b.findings && a.identity() == b.identity();
}

std::string textOf(int iteration, double net = 3)
{
    IterationRecord record = sampleRecord(iteration);
    record.summary.metrics[indexOf(Metric::NetBps)] = net;
    return iterationText(record, builtin());
}

void writeRow(const TempDir& dir, int iteration, double net = 3)
{
    dir.write(fs::path("run") / summaryFileName(iteration), textOf(iteration, net));
}

FollowedRun polled(RunFollower& follower, EpochMs now)
{
    auto followed = follower.poll(now);
    EXPECT_TRUE(followed) << (followed ? "" : describe(followed.error()));
    return followed ? std::move(*followed) : FollowedRun{};
}

} // namespace

TEST(RunFollower, GivesWhatLoadRunGives)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 8);
    RunFollower follower(folder);
    const FollowedRun followed = polled(follower, kLater);
    EXPECT_TRUE(followed.isChanged);
    EXPECT_FALSE(followed.isReplaced);
    EXPECT_TRUE(isSame(*followed.run, *loaded(folder)));
    EXPECT_TRUE(isSame(*loaded(folder), *loaded(folder)));
}

TEST(RunFollower, ReadsOnlyNewFiles)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 8);
    RunFollower follower(folder);
    EXPECT_EQ(polled(follower, kLater).filesRead, 8U);
    writeRow(dir, 9);
    const FollowedRun followed = polled(follower, kLater + 1);
    EXPECT_EQ(followed.filesRead, 1U);
    EXPECT_EQ(followed.run->table.rowCount(), 9U);
    EXPECT_TRUE(isSame(*followed.run, *loaded(folder)));
}

TEST(RunFollower, NothingNewIsTheSameObject)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 3);
    RunFollower follower(folder);
    const auto first = polled(follower, kLater).run;
    const FollowedRun again = polled(follower, kLater + 300);
    EXPECT_EQ(again.run, first);
    EXPECT_FALSE(again.isChanged);
    EXPECT_EQ(again.filesRead, 0U);
}

TEST(RunFollower, AFileOfTheSameSizeThatWasReplacedIsSeen)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 3);
    writeRow(dir, 2, 3.125);
    RunFollower follower(folder);
    polled(follower, kLater);
    ASSERT_TRUE(writeFileAtomically(folder / summaryFileName(2), textOf(2, 4.125)));
    const FollowedRun followed = polled(follower, kLater + 1);
    EXPECT_EQ(followed.run->table.at(Metric::NetBps, 1), 4.125);
    EXPECT_EQ(followed.filesRead, 1U);
}

TEST(RunFollower, AFileThatIsNotWholeIsTriedAgainForTwoSeconds)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 3);
    const std::string whole = textOf(4);
    dir.write(fs::path("run") / summaryFileName(4), whole.substr(0, whole.size() / 2));
    RunFollower follower(folder);
    const FollowedRun early = polled(follower, kLater);
    EXPECT_THAT(early.pending, ElementsAre(4));
    EXPECT_EQ(early.run->table.rowCount(), 3U);
    EXPECT_THAT(early.run->unreadable, IsEmpty());
    EXPECT_THAT(polled(follower, kLater + kPartialGraceMs - 1).pending, ElementsAre(4));
    writeRow(dir, 4);
    const FollowedRun whole4 = polled(follower, kLater + kPartialGraceMs);
    EXPECT_THAT(whole4.pending, IsEmpty());
    EXPECT_TRUE(isSame(*whole4.run, *loaded(folder)));
}

TEST(RunFollower, AFileThatStaysBrokenIsToldAfterTwoSecondsAndNotReadAgain)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 3);
    RunFollower follower(folder);
    polled(follower, kLater);
    dir.write(fs::path("run") / summaryFileName(2), "{");
    const FollowedRun early = polled(follower, kLater + 10);
    EXPECT_THAT(early.pending, ElementsAre(2));
    EXPECT_EQ(early.run->table.rowCount(), 3U); // as it was
    const FollowedRun late = polled(follower, kLater + 10 + kPartialGraceMs);
    EXPECT_THAT(late.pending, IsEmpty());
    EXPECT_THAT(late.run->unreadable, ElementsAre(2));
    EXPECT_TRUE(isSame(*late.run, *loaded(folder)));
    EXPECT_EQ(polled(follower, kLater + 20 + kPartialGraceMs).filesRead, 0U);
}

TEST(RunFollower, AnotherRunInTheFolderIsSaid)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 3);
    RunFollower follower(folder);
    polled(follower, kLater);
    RunInfo other = sampleInfo();
    other.runId = "RUN_1770000000000";
    dir.write(fs::path("run") / kRunFile, runInfoText(other, builtin()));
    const FollowedRun followed = polled(follower, kLater + 1);
    EXPECT_TRUE(followed.isReplaced);
    EXPECT_TRUE(isSame(*followed.run, *loaded(folder)));
    EXPECT_FALSE(polled(follower, kLater + 2).isReplaced);
}

TEST(RunFollower, AFolderThatVanishesAndComesBackGoesOn)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 3);
    RunFollower follower(folder);
    polled(follower, kLater);
    fs::rename(folder, dir / "away");
    EXPECT_EQ(follower.poll(kLater + 1).error().code, Errc::NotFound);
    fs::rename(dir / "away", folder);
    EXPECT_TRUE(isSame(*polled(follower, kLater + 2).run, *loaded(folder)));
}

TEST(RunFollower, AStoppedLookReadsTheRestTheNextTime)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 6);
    RunFollower follower(folder);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(follower.poll(kLater, stop.get_token()).error().code, Errc::Cancelled);
    EXPECT_TRUE(isSame(*polled(follower, kLater + 1).run, *loaded(folder)));
}

// Whatever happens to the files between two looks, the next one is what a fresh load would be.
SOAK_PROPERTY(RunFollowerLaws, EveryLookIsAsAFreshLoad, ())
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, *rc::gen::inRange(1, 12));
    RunFollower follower(folder);
    EpochMs now = kLater;
    for (int look = 0; look < 4; ++look) {
        std::set<int> touched; // once each: an inode that is used again in a tick tells nothing
        for (int step = *rc::gen::inRange(0, 4); step > 0; --step) {
            const int iteration = *rc::gen::inRange(1, *rc::gen::element(14, 300));
            if (!touched.insert(iteration).second) {
                continue;
            }
            const fs::path file = folder / summaryFileName(iteration);
            switch (*rc::gen::inRange(0, 6)) {
            case 0:
                fs::remove(file);
                break;
            case 1:
                RC_ASSERT(writeFileAtomically(folder / kRunEndFile, "{}").has_value());
                break;
            case 2:
                RC_ASSERT(writeFileAtomically(file, "{\"iteration\":").has_value());
                break;
            case 3:
                fs::remove(folder / kTuningReportFile);
                break;
            default:
                RC_ASSERT(writeFileAtomically(file, textOf(iteration, 0.5 * look)).has_value());
                break;
            }
        }
        // Past the grace of what is broken: then a fresh load says the same.
        const auto first = follower.poll(now);
        now += kPartialGraceMs;
        const auto followed = follower.poll(now);
        const auto fresh = loadRun(folder);
        RC_ASSERT(followed.has_value() == fresh.has_value());
        if (followed) {
            RC_ASSERT(followed->pending.empty());
            RC_ASSERT(isSame(*followed->run, **fresh));
        }
        now += 10;
    }
}

} // namespace soak
