// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/load_run.h"
#include "core/io/run_files.h"
#include "core/model/preset.h"
#include "core/runner/run_soak.h"
#include "tests/runner/run_support.h"

#include <fstream>

namespace soak
{

namespace
{

constexpr std::string_view kGoldenStateHash =
    "083d8133e080af1c96caddf3fcefdca120ace4c38bc9284476ca7442a1a75b6e";

using Names = std::vector<std::string>;

struct GoldenStep {
    int iteration;
    Names proposed;
    Names applied;
    std::map<std::string, DropReason, std::less<>> dropped;
};

Names namesOf(const Deltas& deltas)
{
    Names names;
    for (const auto& [name, delta] : deltas) {
        names.push_back(name);
    }
    return names;
}

// DOMAIN 8, "our golden tuning trajectory".
const std::vector<GoldenStep>& goldenSteps()
{
    static const Names kFour{"base_spread_bps_delta", "impact_cap_ratio", "max_delta_ratio",
                             "tail_age_ms"};
    static const std::vector<GoldenStep> steps{
        {1, kFour, kFour, {}},
        {2,
         kFour,
         {"base_spread_bps_delta", "max_delta_ratio", "tail_age_ms"},
         {{"impact_cap_ratio", DropReason::Velocity}}},
        {3,
         {"impact_cap_ratio", "min_interval_ms", "tail_age_ms"},
         {"min_interval_ms", "tail_age_ms"},
         {{"impact_cap_ratio", DropReason::Velocity}}},
        {4, {"min_interval_ms"}, {"min_interval_ms"}, {}},
        {5, {"min_interval_ms"}, {"min_interval_ms"}, {}},
        {6,
         {"base_spread_bps", "min_interval_ms", "replace_rate_per_min"},
         {"base_spread_bps", "min_interval_ms", "replace_rate_per_min"},
         {}},
        {7,
         {"base_spread_bps", "replace_rate_per_min"},
         {"base_spread_bps"},
         {{"replace_rate_per_min", DropReason::Velocity}}},
        {8, {}, {}, {}},
    };
    return steps;
}

class GoldenRun : public testing::TestWithParam<int>
{
};

TEST_P(GoldenRun, WalksTheTrajectoryOfTheSpecificationThroughItsFiles)
{
    const TempDir base;
    const auto result = runIt(mockRequest(base.path(), GetParam()));
    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_EQ(result->iterationsCompleted, GetParam());
    EXPECT_EQ(result->status, RunStatus::Completed);
    for (const GoldenStep& golden : goldenSteps()) {
        SCOPED_TRACE(golden.iteration);
        const IterationRecord record = recordIn(result->folder, golden.iteration);
        ASSERT_TRUE(record.tuning);
        EXPECT_EQ(namesOf(record.tuning->proposed), golden.proposed);
        EXPECT_EQ(namesOf(record.tuning->appliedDeltas.value_or(Deltas{})), golden.applied);
        EXPECT_EQ(record.tuning->dropped, golden.dropped);
    }
    const IterationRecord last = recordIn(result->folder, GetParam());
    EXPECT_EQ(last.tuning->stateHash, kGoldenStateHash);
    const ParamValues expected{{"base_spread_bps", {0.15}},  {"base_spread_bps_delta", {0.09}},
                               {"impact_cap_ratio", {0.09}}, {"max_delta_ratio", {0.13}},
                               {"min_interval_ms", {80}},    {"replace_rate_per_min", {255}},
                               {"tail_age_ms", {690}}};
    EXPECT_EQ(last.next->values, expected);
}

INSTANTIATE_TEST_SUITE_P(Lengths, GoldenRun, testing::Values(8, 36));

TEST(RunSoak, LeavesARunThatTheReaderFindsWithoutADefect)
{
    const TempDir base;
    ASSERT_TRUE(runIt(mockRequest(base.path(), 8)));
    const auto run = loadRun(base / "soak/latest");
    ASSERT_TRUE(run) << describe(run.error());
    EXPECT_EQ((*run)->chain, ChainState::Intact);
    EXPECT_EQ((*run)->table.rowCount(), 8U);
    EXPECT_TRUE((*run)->findings.empty()) << (*run)->findings.front().text;
    ASSERT_TRUE((*run)->finalOverrides);
    EXPECT_EQ(stateHash(*(*run)->finalOverrides, ParameterRegistry::builtin()), kGoldenStateHash);
    ASSERT_TRUE((*run)->end);
    EXPECT_EQ((*run)->end->iterationsCompleted, 8);
    ASSERT_TRUE((*run)->state);
    EXPECT_EQ((*run)->state->lastIteration, 8);
    EXPECT_EQ((*run)->state->frozenUntilIter, 12);
}

TEST(RunSoak, WritesExactlyTheFilesOfTheDesign)
{
    const TempDir base;
    ASSERT_TRUE(runIt(mockRequest(base.path(), 2)));
    Names names;
    for (const auto& [name, bytes] : contentsOf(base.path())) {
        names.push_back(name);
    }
    EXPECT_EQ(names, (Names{"soak/", "soak/latest/", "soak/latest/ITER_SUMMARY_1.json",
                            "soak/latest/ITER_SUMMARY_2.json", "soak/latest/OVERRIDE_SOURCES.json",
                            "soak/latest/RUN.json", "soak/latest/RUN_END.json",
                            "soak/latest/TUNING_REPORT.json", "soak/latest/TUNING_STATE.json",
                            "soak/latest/artifacts/", "soak/latest/artifacts/EDGE_REPORT.json",
                            "soak/latest/artifacts/KPI_GATE.json",
                            "soak/latest/runtime_overrides.json", "soak/latest/summary.txt"}));
    EXPECT_EQ(bytesOf(base / "soak/latest/summary.txt"),
              "duration: 0:10:00\niterations completed: 2\n");
}

TEST(RunSoak, IsTheSameToTheByteWhereverItIs)
{
    const TempDir one;
    const TempDir other;
    RunRequest request = mockRequest(one.path(), 12);
    ASSERT_TRUE(runIt(request));
    request.base = other.path();
    request.out = other / "else where/ü";
    ASSERT_TRUE(runIt(request));
    EXPECT_TRUE(sameContents(contentsOf(one / "soak/latest"), contentsOf(other / "else where/ü")));
}

TEST(RunSoak, SaysNothingOfTheMachineInAnyFile)
{
    const TempDir base;
    ASSERT_TRUE(runIt(mockRequest(base.path(), 3)));
    for (const auto& [name, bytes] : contentsOf(base / "soak/latest")) {
        EXPECT_EQ(bytes.find(base.path().native()), std::string::npos) << name;
        EXPECT_EQ(bytes.find("\"pid\""), std::string::npos) << name;
    }
}

TEST(RunSoak, RecordsWhereEachValueCameFrom)
{
    const TempDir base;
    ASSERT_TRUE(runIt(mockRequest(base.path(), 8)));
    const std::string sources = bytesOf(base / "soak/latest/OVERRIDE_SOURCES.json");
    EXPECT_NE(sources.find("\"impact_cap_ratio\": \"tuner:1\""), std::string::npos) << sources;
    EXPECT_NE(sources.find("\"min_interval_ms\": \"tuner:6\""), std::string::npos) << sources;
}

TEST(RunSoak, AFreshRunReplacesTheOldOneAndTouchesNothingElse)
{
    const TempDir base;
    ASSERT_TRUE(runIt(mockRequest(base.path(), 8)));
    base.write("soak/latest/notes.txt", "mine");
    base.write("soak/latest/reports/analysis/x.md", "mine");
    base.write("soak/latest/artifacts/core.dump", "mine");
    base.write("soak/latest/RUN_123/RUN.json", "mine");
    ASSERT_TRUE(runIt(mockRequest(base.path(), 3)));
    const TempDir fresh;
    ASSERT_TRUE(runIt(mockRequest(fresh.path(), 3)));
    auto expected = contentsOf(fresh / "soak/latest");
    for (const char* name :
         {"notes.txt", "reports/analysis/x.md", "artifacts/core.dump", "RUN_123/RUN.json"}) {
        expected[name] = "mine";
    }
    expected["reports/"] = expected["reports/analysis/"] = expected["RUN_123/"] = "";
    EXPECT_TRUE(sameContents(expected, contentsOf(base / "soak/latest")));
}

TEST(RunSoak, RefusesAFolderOfOtherThings)
{
    const TempDir base;
    base.write("soak/latest/thesis.tex", "mine");
    const auto refused = runIt(mockRequest(base.path(), 1));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::NotWritable);
    EXPECT_NE(refused.error().message.find("thesis.tex"), std::string::npos);
    EXPECT_EQ(contentsOf(base / "soak/latest").size(), 1U);

    RunRequest forced = mockRequest(base.path(), 1);
    forced.force = true;
    EXPECT_TRUE(runIt(forced));
    EXPECT_EQ(bytesOf(base / "soak/latest/thesis.tex"), "mine");
}

struct Refusal {
    std::string name;
    std::function<void(RunRequest&)> spoil;
    Errc code;
};

TEST(RunSoak, RefusesWhatMakesNoSenseAndWritesNothing)
{
    const std::vector<Refusal> table{
        {"no iteration", [](RunRequest& r) { r.info.iterations = 0; }, Errc::Usage},
        {"negative", [](RunRequest& r) { r.info.iterations = -3; }, Errc::Usage},
        {"out and isolated",
         [](RunRequest& r) {
             r.isolated = true;
             r.out = r.base / "x";
         },
         Errc::Usage},
        {"unknown engine", [](RunRequest& r) { r.info.engine = "magic"; }, Errc::Usage},
        {"engine to come", [](RunRequest& r) { r.info.engine = "replay"; }, Errc::Usage},
        {"no such market",
         [](RunRequest& r) {
             r.info.engine = "sim";
             r.info.scenario = "storm";
         },
         Errc::Usage},
        {"unknown tuner", [](RunRequest& r) { r.info.tuner = "magic"; }, Errc::Usage},
        {"sleep", [](RunRequest& r) { r.info.sleepSeconds = -1; }, Errc::Usage},
        {"no sleep",
         [](RunRequest& r) { r.info.sleepSeconds = std::numeric_limits<double>::quiet_NaN(); },
         Errc::Usage},
        {"outside safe",
         [](RunRequest& r) { r.info.initialOverrides.values["min_interval_ms"] = {39}; },
         Errc::BadInput},
        {"resume of nothing", [](RunRequest& r) { r.resume = true; }, Errc::BadInput},
        {"isolated resume of nothing", [](RunRequest& r) { r.resume = r.isolated = true; },
         Errc::BadInput},
    };
    for (const Refusal& refusal : table) {
        SCOPED_TRACE(refusal.name);
        const TempDir base;
        RunRequest request = mockRequest(base.path(), 3);
        refusal.spoil(request);
        const auto result = runIt(request);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, refusal.code) << describe(result.error());
        EXPECT_TRUE(fs::is_empty(base.path()));
    }
}

TEST(RunSoak, AScriptIsTheLimitOfItsIterations)
{
    const TempDir base;
    RunRequest request = scriptedRequest(base.path(), scriptOf({{}, {}, {}}));
    const auto all = runIt(request);
    ASSERT_TRUE(all) << describe(all.error());
    EXPECT_EQ(all->iterationsCompleted, 3);
    request.info.iterations = 2;
    EXPECT_EQ(runIt(request)->iterationsCompleted, 2);
    request.info.iterations = 4;
    EXPECT_EQ(runIt(request).error().code, Errc::Usage);
}

TEST(RunSoak, ASecondWriterIsToldWhoTheFirstIs)
{
    const TempDir base;
    RunRequest request = mockRequest(base.path(), 2);
    Result<RunResult> second = Error{};
    request.onIteration = [&](const IterationRecord& record) {
        if (record.iteration == 1) {
            second = runIt(mockRequest(base.path(), 1));
        }
    };
    ASSERT_TRUE(runIt(request));
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, Errc::Locked);
    EXPECT_NE(second.error().message.find(std::to_string(::getpid())), std::string::npos);
    EXPECT_EQ(contentsOf(base / "soak/latest").count("ITER_SUMMARY_2.json"), 1U);
}

TEST(RunSoak, TellsEachIterationAfterItsFilesAreWritten)
{
    const TempDir base;
    RunRequest request = mockRequest(base.path(), 3);
    std::vector<int> told;
    request.onIteration = [&](const IterationRecord& record) {
        EXPECT_EQ(recordIn(base / "soak/latest", record.iteration), record);
        told.push_back(record.iteration);
    };
    ASSERT_TRUE(runIt(request));
    EXPECT_EQ(told, (std::vector<int>{1, 2, 3}));
}

TEST(RunSoak, WithoutAutoTuneNothingMoves)
{
    const TempDir base;
    RunRequest request = mockRequest(base.path(), 4);
    request.info.autoTune = false;
    const auto result = runIt(request);
    ASSERT_TRUE(result);
    EXPECT_EQ(recordIn(result->folder, 4).next, request.info.initialOverrides);
}

TEST(RunSoak, DisabledApplyRecordsProposalsAndAppliesNone)
{
    const TempDir base;
    RunRequest request = mockRequest(base.path(), 4);
    request.applyDisabled = true;
    const auto result = runIt(request);
    ASSERT_TRUE(result);
    EXPECT_EQ(recordIn(result->folder, 1).tuning->proposed.size(), 4U);
    EXPECT_EQ(recordIn(result->folder, 4).next, request.info.initialOverrides);
}

TEST(RunSoak, WarmupRunsOnAnOverlayThatIsNeverPersisted)
{
    const TempDir base;
    RunRequest request = mockRequest(base.path(), 8);
    request.info.autoTune = false;
    request.info.phases.enabled = true;
    request.info.warmupPreset = *findBuiltinPreset("warmup_conservative_v1");
    const auto result = runIt(request);
    ASSERT_TRUE(result);
    const IterationRecord warm = recordIn(result->folder, 1);
    EXPECT_EQ(warm.during->values.at("min_interval_ms").amount, 85);
    EXPECT_EQ(warm.baseline, request.info.initialOverrides);
    EXPECT_EQ(warm.summary.notes.phase, Phase::Warmup);
    const IterationRecord steady = recordIn(result->folder, 7);
    EXPECT_EQ(steady.during, request.info.initialOverrides);
    EXPECT_EQ(steady.baseline, std::nullopt);
}

TEST(RunSoak, AFullDiskEndsTheRunAndWhatWasThereStaysValid)
{
    const TempDir base;
    RunRequest request = mockRequest(base.path(), 5);
    request.onIteration = [&](const IterationRecord& record) {
        if (record.iteration == 3) {
            fs::permissions(base / "soak/latest", fs::perms::owner_read | fs::perms::owner_exec);
        }
    };
    const auto result = runIt(request);
    fs::permissions(base / "soak/latest", fs::perms::owner_all);
    if (::geteuid() != 0) { // permissions do not stop root
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, Errc::NotWritable);
        EXPECT_EQ(recordIn(base / "soak/latest", 3).iteration, 3);
    }
    request = mockRequest(base.path(), 5);
    request.resume = true;
    const auto resumed = runIt(request);
    ASSERT_TRUE(resumed) << describe(resumed.error());
    EXPECT_EQ(resumed->iterationsCompleted, 5);
}

TEST(RunSoak, ProgressIsToldFromNothingToAll)
{
    const TempDir base;
    const VirtualClock clock(kTestStart);
    std::vector<std::uint64_t> done;
    const auto tell = [&](std::uint64_t d, std::uint64_t total, std::string_view) {
        EXPECT_EQ(total, 2U);
        done.push_back(d);
    };
    ASSERT_TRUE(runSoak(mockRequest(base.path(), 2), clock, {}, tell));
    EXPECT_EQ(done, (std::vector<std::uint64_t>{0, 1, 2}));
}

} // namespace

} // namespace soak
