// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/artifacts.h"
#include "core/report/live_watch.h"
#include "tests/io/records.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <set>

namespace soak
{

namespace
{

using testing::ElementsAre;
using testing::IsEmpty;

// Long after every file of a test was written, so that what was read is settled.
constexpr EpochMs kStart = 4'000'000'000'000;

std::string rowText(int iteration, double net = 3)
{
    return R"({"iteration":)" + std::to_string(iteration) + R"(,"summary":{"net_bps":)" +
           std::to_string(net) +
           R"(,"p95_latency_ms":200,"risk_ratio":0.3,"maker_taker_ratio":0.9}})";
}

// A folder of another tool, and a watch of it whose clock the test moves.
class Watched
{
public:
    Watched() : m_watch({.given = m_dir / "run"}) {}

    void write(const std::string& name, const std::string& text)
    {
        m_dir.write(fs::path("run") / name, text);
    }

    void writeRow(int iteration, double net = 3)
    {
        write(summaryFileName(iteration), rowText(iteration, net));
    }

    // Without the finding that every run of another tool has.
    LiveLook lookAfter(EpochMs milliseconds)
    {
        m_now += milliseconds;
        LiveLook look = m_watch.look(m_now);
        std::erase_if(look.findings, [](const Finding& finding) {
            return finding.kind == FindingKind::ChainAbsent;
        });
        return look;
    }

    [[nodiscard]] fs::path folder() const { return m_dir / "run"; }

    [[nodiscard]] const TempDir& dir() const { return m_dir; }

private:
    TempDir m_dir;
    LiveWatch m_watch;
    EpochMs m_now = kStart;
};

TEST(LiveWatch, AFolderThatIsNotThereIsARefusalUntilItComes)
{
    Watched watched;
    const LiveLook before = watched.lookAfter(0);
    ASSERT_TRUE(before.refusal);
    EXPECT_EQ(before.refusal->code, Errc::NotFound);
    EXPECT_EQ(before.run, nullptr);
    EXPECT_EQ(before.judgement, nullptr);
    watched.writeRow(1);
    const LiveLook after = watched.lookAfter(100);
    EXPECT_FALSE(after.refusal);
    EXPECT_TRUE(after.isAnotherRun);
    EXPECT_THAT(after.landed, ElementsAre(1));
    ASSERT_NE(after.judgement, nullptr);
    EXPECT_EQ(after.judgement->run, after.run);
}

TEST(LiveWatch, EachIterationLandsOnceAlsoALateOne)
{
    Watched watched;
    watched.writeRow(1);
    watched.writeRow(3);
    EXPECT_THAT(watched.lookAfter(0).landed, ElementsAre(1, 3));
    EXPECT_THAT(watched.lookAfter(3000).landed, IsEmpty());
    watched.writeRow(4);
    watched.writeRow(2);
    const LiveLook look = watched.lookAfter(3000);
    EXPECT_THAT(look.landed, ElementsAre(2, 4));
    EXPECT_THAT(look.changed, IsEmpty());
    EXPECT_FALSE(look.isAnotherRun);
    EXPECT_EQ(look.judgement->windowIterations, (std::vector<int>{1, 2, 3, 4}));
}

// A run of another tool is known by its first file.
TEST(LiveWatch, AFirstFileThatComesLateOrChangesMakesNoOtherRun)
{
    Watched watched;
    watched.writeRow(2);
    EXPECT_TRUE(watched.lookAfter(0).isAnotherRun);
    watched.writeRow(1);
    const LiveLook late = watched.lookAfter(3000);
    EXPECT_FALSE(late.isAnotherRun);
    EXPECT_THAT(late.landed, ElementsAre(1));
    watched.writeRow(1, 2.5);
    const LiveLook changed = watched.lookAfter(3000);
    EXPECT_FALSE(changed.isAnotherRun);
    EXPECT_THAT(changed.landed, IsEmpty());
    EXPECT_THAT(changed.changed, ElementsAre(1));
    for (const int iteration : {1, 2}) {
        watched.writeRow(iteration, 7);
    }
    const LiveLook other = watched.lookAfter(3000);
    EXPECT_TRUE(other.isAnotherRun);
    EXPECT_THAT(other.landed, ElementsAre(1, 2));
}

TEST(LiveWatch, HalfAFileIsTriedForTwoSecondsBeforeAnybodyIsTold)
{
    Watched watched;
    watched.writeRow(1);
    watched.write("ITER_SUMMARY_2.json", rowText(2).substr(0, 30));
    const LiveLook first = watched.lookAfter(0);
    EXPECT_THAT(first.landed, ElementsAre(1));
    EXPECT_THAT(first.findings, IsEmpty());
    EXPECT_TRUE(first.lookAgain);
    EXPECT_THAT(watched.lookAfter(1900).findings, IsEmpty());
    watched.writeRow(2);
    const LiveLook whole = watched.lookAfter(50);
    EXPECT_THAT(whole.landed, ElementsAre(2));
    EXPECT_THAT(watched.lookAfter(5000).findings, IsEmpty());

    watched.write("ITER_SUMMARY_3.json", rowText(3).substr(0, 30));
    EXPECT_THAT(watched.lookAfter(5000).findings, IsEmpty());
    std::vector<Finding> told;
    for (int i = 0; i < 12; ++i) {
        for (const Finding& finding : watched.lookAfter(500).findings) {
            told.push_back(finding);
        }
    }
    ASSERT_EQ(told.size(), 1U); // and only once
    EXPECT_EQ(told.front().kind, FindingKind::LoadError);
    EXPECT_EQ(told.front().file, "ITER_SUMMARY_3.json");
}

TEST(LiveWatch, AFirstFileThatIsHalfWrittenIsNotBlamedBeforeItsTime)
{
    Watched watched;
    watched.write("ITER_SUMMARY_1.json", "{\"iter");
    const LiveLook young = watched.lookAfter(0);
    ASSERT_TRUE(young.refusal);
    EXPECT_EQ(young.refusal->message, "no iteration that can be read yet");
    EXPECT_TRUE(young.lookAgain);
    const LiveLook old = watched.lookAfter(2500);
    ASSERT_TRUE(old.refusal);
    EXPECT_NE(old.refusal->message.find("ITER_SUMMARY_1.json"), std::string::npos);
    EXPECT_FALSE(old.lookAgain);
    watched.writeRow(1);
    EXPECT_THAT(watched.lookAfter(100).landed, ElementsAre(1));
}

// The temporary file of a writer that is at it is no leftover of one that was killed.
TEST(LiveWatch, WhatPassesIsNoDefect)
{
    Watched watched;
    watched.writeRow(1);
    watched.write(".ITER_SUMMARY_2.json.tmp.123.0", "{");
    EXPECT_THAT(watched.lookAfter(0).findings, IsEmpty());
    fs::rename(watched.folder() / ".ITER_SUMMARY_2.json.tmp.123.0",
               watched.folder() / "ITER_SUMMARY_3.json"); // a gap, for a moment
    watched.writeRow(3);
    EXPECT_THAT(watched.lookAfter(1000).findings, IsEmpty());
    watched.writeRow(2);
    EXPECT_THAT(watched.lookAfter(1000).findings, IsEmpty());
    EXPECT_THAT(watched.lookAfter(10000).findings, IsEmpty());
}

TEST(LiveWatch, ADefectThatStandsIsToldOnceAndAgainWhenItCameBack)
{
    Watched watched;
    watched.writeRow(1);
    watched.writeRow(3);
    const auto gapsIn = [](const LiveLook& look) {
        return std::count_if(look.findings.begin(), look.findings.end(),
                             [](const Finding& one) { return one.kind == FindingKind::Gap; });
    };
    EXPECT_EQ(gapsIn(watched.lookAfter(0)), 0);
    EXPECT_EQ(gapsIn(watched.lookAfter(2000)), 1);
    EXPECT_EQ(gapsIn(watched.lookAfter(2000)), 0);
    watched.writeRow(2);
    EXPECT_EQ(gapsIn(watched.lookAfter(2000)), 0);
    fs::remove(watched.folder() / "ITER_SUMMARY_2.json");
    EXPECT_EQ(gapsIn(watched.lookAfter(2000)), 0);
    EXPECT_EQ(gapsIn(watched.lookAfter(2000)), 1);
}

TEST(LiveWatch, AFolderThatVanishedAndCameBackGoesOn)
{
    Watched watched;
    watched.writeRow(1);
    watched.lookAfter(0);
    fs::rename(watched.folder(), watched.dir() / "aside");
    const LiveLook gone = watched.lookAfter(3000);
    EXPECT_TRUE(gone.refusal);
    ASSERT_NE(gone.judgement, nullptr); // what was seen stands
    EXPECT_EQ(gone.judgement->windowIterations, (std::vector<int>{1}));
    fs::rename(watched.dir() / "aside", watched.folder());
    watched.writeRow(2);
    const LiveLook back = watched.lookAfter(3000);
    EXPECT_FALSE(back.refusal);
    EXPECT_FALSE(back.isAnotherRun);
    EXPECT_THAT(back.landed, ElementsAre(2));
}

TEST(LiveWatch, HostileThingsInTheFolderAreFindingsAndStopNothing)
{
    Watched watched;
    watched.writeRow(1);
    ASSERT_EQ(::mkfifo((watched.folder() / "ITER_SUMMARY_2.json").c_str(), 0600), 0);
    fs::create_symlink("/dev/zero", watched.folder() / "ITER_SUMMARY_3.json");
    fs::create_directory(watched.folder() / "ITER_SUMMARY_4.json");
    watched.write("ITER_SUMMARY_5.json", std::string(4096, '\0'));
    watched.writeRow(6);
    EXPECT_THAT(watched.lookAfter(0).landed, ElementsAre(1, 6));
    std::set<std::string> files;
    for (int i = 0; i < 10; ++i) {
        for (const Finding& finding : watched.lookAfter(500).findings) {
            files.insert(finding.file);
        }
    }
    for (const char* name : {"ITER_SUMMARY_2.json", "ITER_SUMMARY_3.json", "ITER_SUMMARY_4.json",
                             "ITER_SUMMARY_5.json"}) {
        EXPECT_TRUE(files.contains(name)) << name;
    }
}

TEST(LiveWatch, ARunOfOursEndsByItsLastFileAndThenEveryDefectIsTold)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 3);
    dir.write("run/.ITER_SUMMARY_4.json.tmp.1.0", "{");
    fs::rename(folder / kRunEndFile, dir / "end");
    LiveWatch watch({.given = folder});
    const LiveLook running = watch.look(kStart);
    EXPECT_FALSE(running.hasEnded);
    EXPECT_THAT(running.landed, ElementsAre(1, 2, 3));
    EXPECT_THAT(running.findings, IsEmpty());
    fs::rename(dir / "end", folder / kRunEndFile);
    const LiveLook ended = watch.look(kStart + 100);
    EXPECT_TRUE(ended.hasEnded);
    EXPECT_THAT(ended.landed, IsEmpty());
    EXPECT_FALSE(ended.findings.empty());
    EXPECT_FALSE(ended.lookAgain);
}

TEST(LiveWatch, AnotherRunInThePlaceOfTheLastBeginsAgain)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 3);
    LiveWatch watch({.given = folder});
    EXPECT_TRUE(watch.look(kStart).hasEnded);
    std::string text = bytesOf(folder / kRunFile);
    const std::string runId = sampleInfo().runId;
    while (text.find(runId) != std::string::npos) {
        text.replace(text.find(runId), runId.size(), "RUN_1760000009999");
    }
    dir.write("run/RUN.json", text);
    const LiveLook other = watch.look(kStart + 3000);
    EXPECT_TRUE(other.isAnotherRun);
    EXPECT_FALSE(other.hasEnded); // RUN_END.json is still of the run before
}

TEST(LiveWatch, IsJudgedByTheProfileAndTheWindowThatAreAskedFor)
{
    const TempDir dir;
    for (int k = 1; k <= 5; ++k) {
        dir.write(summaryFileName(k), rowText(k));
    }
    GateProfile profile = missionProfile();
    profile.gates.front().severity = GateSeverity::Soft;
    LiveWatch watch({.given = dir.path(), .profile = profile, .window = 3, .strict = true});
    const LiveLook look = watch.look(kStart);
    EXPECT_EQ(look.judgement->windowIterations, (std::vector<int>{3, 4, 5}));
    EXPECT_EQ(look.judgement->profile.gates.front().severity, GateSeverity::Hard);
}

} // namespace

} // namespace soak
