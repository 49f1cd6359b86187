// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/replay_source.h"
#include "tests/runner/run_support.h"

#include <sys/stat.h>

#include <fstream>

namespace soak
{

namespace
{

// A finished run of four iterations, the third of which failed.
fs::path madeRun(const fs::path& base)
{
    const auto result = runIt(scriptedRequest(
        base, scriptOf({{.netBps = 1}, {.netBps = 2}, {.failure = "no link"}, {.netBps = 4}})));
    EXPECT_TRUE(result);
    return result ? result->folder : fs::path();
}

std::string failureAt(const ReplaySource& source, int iteration)
{
    std::vector<Finding> findings;
    const auto summary = replayedSummary(source, iteration, findings);
    EXPECT_TRUE(summary) << describe(summary.error());
    EXPECT_EQ(summary->notes.failure.has_value(), summary->metrics == MetricValues{});
    return summary->notes.failure.value_or("none");
}

TEST(ReplaySource, NamesTheRunAndEveryFileByItsHash)
{
    const TempDir base;
    const fs::path folder = madeRun(base.path());
    const auto source = readReplaySource(base.path()); // the base is as good as the folder
    ASSERT_TRUE(source) << describe(source.error());
    EXPECT_TRUE(fs::equivalent(source->folder, folder));
    EXPECT_EQ(source->record.iterations, 4);
    EXPECT_EQ(source->record.engine, "scripted");
    EXPECT_EQ(source->record.files.size(), 5U);
    for (const auto& [name, hash] : source->record.files) {
        EXPECT_EQ(hash, sha256Hex(bytesOf(folder / name))) << name;
    }
    EXPECT_EQ(source->record.identity,
              source->record.runId + ":" + source->record.files.at("RUN.json"));
    ASSERT_TRUE(source->start);
    EXPECT_FALSE(source->start->values.empty());
}

TEST(ReplaySource, MeasuredIterationsAreTakenAndFailedOnesStayFailed)
{
    const TempDir base;
    madeRun(base.path());
    const auto source = readReplaySource(base.path());
    ASSERT_TRUE(source);
    std::vector<Finding> findings;
    EXPECT_EQ(replayedSummary(*source, 4, findings)->at(Metric::NetBps), 4);
    EXPECT_TRUE(findings.empty());
    EXPECT_EQ(failureAt(*source, 3), "the run replayed failed here: no link");
}

TEST(ReplaySource, WhatIsMissingOrUnreadableIsAFailureThatSaysWhy)
{
    const TempDir base;
    const fs::path folder = madeRun(base.path());
    fs::remove(folder / "ITER_SUMMARY_1.json");
    std::ofstream(folder / "ITER_SUMMARY_2.json") << "{\"iteration\": 2, \"summ";
    fs::create_symlink("/dev/zero", folder / "ITER_SUMMARY_6.json");
    ASSERT_EQ(::mkfifo((folder / "ITER_SUMMARY_7.json").c_str(), 0600), 0);
    fs::create_directory(folder / "ITER_SUMMARY_8.json");
    std::string other = bytesOf(folder / "ITER_SUMMARY_4.json");
    const std::string runId = recordIn(folder, 4).runId;
    other.replace(other.find(runId), runId.size(), "RUN_7");
    std::ofstream(folder / "ITER_SUMMARY_9.json") << other;
    const auto source = readReplaySource(folder);
    ASSERT_TRUE(source) << describe(source.error());
    EXPECT_EQ(source->record.iterations, 9);
    EXPECT_EQ(failureAt(*source, 1), "the run replayed has no file of iteration 1");
    EXPECT_EQ(failureAt(*source, 2), "ITER_SUMMARY_2.json of the run replayed cannot be read: not "
                                     "JSON: it ends too early");
    EXPECT_EQ(failureAt(*source, 4), "none");
    EXPECT_EQ(failureAt(*source, 5), "the run replayed has no file of iteration 5");
    EXPECT_EQ(failureAt(*source, 6), "ITER_SUMMARY_6.json of the run replayed cannot be read: is a "
                                     "link, which is not followed here");
    EXPECT_NE(failureAt(*source, 7).find("not a regular file"), std::string::npos);
    EXPECT_NE(failureAt(*source, 8).find("is a folder"), std::string::npos);
    EXPECT_EQ(failureAt(*source, 9),
              "ITER_SUMMARY_9.json of the run replayed is of another run, RUN_7");
}

TEST(ReplaySource, AForeignRunIsTakenToo)
{
    const TempDir dir;
    dir.write("ITER_SUMMARY_2.json",
              R"({"iteration":2,"summary":{"net_bps":3.0,"p95_latency_ms":200}})");
    const auto source = readReplaySource(dir.path());
    ASSERT_TRUE(source) << describe(source.error());
    EXPECT_EQ(source->record.runId, "");
    EXPECT_EQ(source->record.identity, "foreign:" + source->record.files.at("ITER_SUMMARY_2.json"));
    EXPECT_EQ(source->record.iterations, 2);
    EXPECT_EQ(failureAt(*source, 1), "the run replayed has no file of iteration 1");
    EXPECT_EQ(failureAt(*source, 2), "none");
}

TEST(ReplaySource, WhatHoldsNoIterationIsRefused)
{
    const TempDir dir;
    EXPECT_EQ(readReplaySource(dir / "none").error().code, Errc::NotFound);
    EXPECT_EQ(readReplaySource(dir.path()).error().code, Errc::NotFound);
    dir.write("ITER_SUMMARY_1.json", "nothing");
    const auto refused = readReplaySource(dir.path());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::BadInput);
    EXPECT_NE(refused.error().message.find("ITER_SUMMARY_1.json"), std::string::npos);
    dir.write("ITER_SUMMARY_100001.json", R"({"iteration":100001,"summary":{}})");
    EXPECT_EQ(readReplaySource(dir.path()).error().code, Errc::TooLarge);
    std::stop_source stop;
    stop.request_stop();
    const TempDir base;
    madeRun(base.path());
    EXPECT_EQ(readReplaySource(base.path(), stop.get_token()).error().code, Errc::Cancelled);
}

TEST(ReplaySource, EveryChangeIsSeen)
{
    const TempDir base;
    const fs::path folder = madeRun(base.path());
    const auto before = readReplaySource(folder);
    ASSERT_TRUE(before);
    EXPECT_TRUE(checkUnchanged(before->record, before->record));
    const auto expectChange = [&](const std::string& name) {
        const auto after = readReplaySource(folder);
        ASSERT_TRUE(after) << name;
        const Status status = checkUnchanged(before->record, after->record);
        ASSERT_FALSE(status) << name;
        EXPECT_EQ(status.error().code, Errc::Integrity);
        EXPECT_EQ(status.error().where, name);
    };
    const std::string second = bytesOf(folder / "ITER_SUMMARY_2.json");
    std::ofstream(folder / "ITER_SUMMARY_2.json") << second << " ";
    expectChange("ITER_SUMMARY_2.json");
    std::vector<Finding> findings;
    EXPECT_EQ(replayedSummary(*before, 2, findings).error().code, Errc::Integrity);
    std::ofstream(folder / "ITER_SUMMARY_2.json") << second;
    EXPECT_TRUE(replayedSummary(*before, 2, findings));

    std::ofstream(folder / "ITER_SUMMARY_5.json") << second;
    expectChange("ITER_SUMMARY_5.json");
    EXPECT_EQ(replayedSummary(*before, 5, findings).error().code, Errc::Integrity);
    fs::remove(folder / "ITER_SUMMARY_5.json");

    fs::remove(folder / "ITER_SUMMARY_4.json");
    expectChange("ITER_SUMMARY_4.json");
    EXPECT_EQ(replayedSummary(*before, 4, findings).error().code, Errc::Integrity);
}

} // namespace

} // namespace soak
