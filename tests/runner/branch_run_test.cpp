// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/load_run.h"
#include "core/runner/branch_run.h"
#include "core/runner/resume.h"
#include "tests/runner/run_support.h"

#include <gmock/gmock.h>

#include <fstream>

namespace soak
{

namespace
{

using testing::ElementsAre;
using testing::HasSubstr;

constexpr int kBranchIterations = 8;

fs::path simulatedSource(const TempDir& base, const std::string& tuner = "model",
                         const std::string& scenario = "calm", int iterations = kBranchIterations)
{
    RunRequest request = mockRequest(base.path(), iterations);
    request.out = base / "source";
    request.info.engine = "sim";
    request.info.scenario = scenario;
    request.info.seed = 11;
    request.info.tuner = tuner;
    request.info.autoTune = !tuner.empty();
    request.info.tuner = tuner.empty() ? "micro" : tuner;
    const auto result = runIt(request);
    EXPECT_TRUE(result) << describe(result.error());
    return base / "source";
}

Result<BranchResult> branched(const BranchRequest& request)
{
    return branchRun(request, VirtualClock(kTestStart), {}, {});
}

BranchResult madeBranch(const BranchRequest& request)
{
    auto result = branched(request);
    if (!result) {
        ADD_FAILURE() << describe(result.error());
        return {};
    }
    return std::move(result).value();
}

Error branchRefusal(const BranchRequest& request)
{
    const auto result = branched(request);
    EXPECT_FALSE(result);
    return result ? Error{} : result.error();
}

std::string fileIn(const fs::path& folder, const std::string& name)
{
    return contentsOf(folder)[name];
}

std::shared_ptr<const SoakRun> loadedFrom(const fs::path& folder)
{
    auto run = loadRun(folder);
    if (!run) {
        ADD_FAILURE() << describe(run.error());
        return std::make_shared<SoakRun>();
    }
    return *run;
}

// The files of both but RUN.json, which is the same but for its record of the branch.
testing::AssertionResult sameButForTheRecord(const fs::path& source, const fs::path& branch)
{
    auto expected = contentsOf(source);
    auto actual = contentsOf(branch);
    const auto info = readRunFile(branch);
    if (!info || info->info.branches.size() != 1) {
        return testing::AssertionFailure() << "RUN.json has no record of the branch";
    }
    RunInfo without = info->info;
    without.branches.clear();
    actual["RUN.json"] = runInfoText(without, ParameterRegistry::builtin());
    return sameContents(expected, actual);
}

TEST(BranchRun, WithoutAChangeItIsTheSourceToTheByte)
{
    for (const std::string tuner : {"model", "rules+", ""}) {
        const TempDir base;
        const fs::path source = simulatedSource(base, tuner);
        const auto before = contentsOf(source);
        for (const int at : {1, 2, kBranchIterations}) {
            const BranchResult made = madeBranch({.source = source, .at = at});
            EXPECT_TRUE(sameButForTheRecord(source, made.run.folder)) << tuner << at;
        }
        EXPECT_TRUE(sameContents(before, contentsOf(source)));
    }
}

TEST(BranchRun, AChangeLeavesEverythingBeforeItAlone)
{
    const TempDir base;
    const fs::path source = simulatedSource(base);
    const BranchResult made =
        madeBranch({.source = source, .at = 5, .settings = {{"engine.tail_age_ms", 777}}});
    EXPECT_EQ(made.run.iterationsCompleted, kBranchIterations);
    for (int iteration = 1; iteration <= kBranchIterations; ++iteration) {
        const std::string name = summaryFileName(iteration);
        EXPECT_EQ(fileIn(source, name) == fileIn(made.run.folder, name), iteration < 5) << name;
    }
    EXPECT_EQ(recordIn(made.run.folder, 5).during->values.at("tail_age_ms").amount, 777);
    EXPECT_EQ(loadedFrom(made.run.folder)->chain, ChainState::Intact);
    EXPECT_NE(loadedFrom(made.run.folder)->identity(), loadedFrom(source)->identity());
}

// The market does not draw other numbers because the bot quotes otherwise: what no override of the
// bot can change is the same in both.
TEST(BranchRun, MeetsTheRandomNumbersOfTheSource)
{
    const TempDir base;
    const fs::path source = simulatedSource(base, "", "volatile");
    const BranchResult idle =
        madeBranch({.source = source, .at = 3, .settings = {{"min_edge_bps", 1.25}}});
    EXPECT_EQ(loadedFrom(idle.run.folder)->table, loadedFrom(source)->table);
    EXPECT_NE(fileIn(idle.run.folder, summaryFileName(3)), fileIn(source, summaryFileName(3)));
    EXPECT_EQ(fileIn(idle.run.folder, "artifacts/EDGE_REPORT.json"),
              fileIn(source, "artifacts/EDGE_REPORT.json"));
}

TEST(BranchRun, TheFeesChangeWhenTheyDoInTheSource)
{
    const TempDir base;
    const fs::path source = simulatedSource(base, "", "fee_change", 11);
    const BranchResult made =
        madeBranch({.source = source,
                    .at = 4,
                    .settings = {{"rescue_max_ratio", 0}, {"base_spread_bps_delta", 0.2}}});
    const auto run = loadedFrom(made.run.folder);
    for (int iteration = 4; iteration <= 11; ++iteration) { // makers only
        EXPECT_NEAR(run->table.at(Metric::FeesEffBps, *run->table.rowOf(iteration)).value_or(-1),
                    iteration < 9 ? 0.2 : 0.6, 0.01)
            << iteration;
    }
}

TEST(BranchRun, TakesBackADeltaBySettingWhatItWasAddedTo)
{
    const TempDir base;
    const fs::path source = simulatedSource(base);
    const IterationRecord before = recordIn(source, 4);
    ASSERT_TRUE(before.tuning->applied);
    ASSERT_GE(before.tuning->changedKeys.size(), 2U);
    const std::string key = before.tuning->changedKeys.front();
    const BranchResult one = madeBranch({.source = source, .at = 5, .without = {key}});
    ParamValues expected = before.next->values;
    expected[key] = ParamValue{before.tuning->bounded.at(key).oldValue};
    EXPECT_EQ(recordIn(one.run.folder, 5).during->values, expected);
    EXPECT_THAT(one.branch.without, ElementsAre(key));

    const BranchResult all = madeBranch({.source = source, .at = 5, .without = {"all"}});
    for (const auto& [name, value] : before.during->values) {
        EXPECT_EQ(recordIn(all.run.folder, 5).during->values.at(name), value) << name;
    }
    EXPECT_EQ(all.branch.without, before.tuning->changedKeys);
}

TEST(BranchRun, WithoutItsTunerTheOverridesStay)
{
    const TempDir base;
    const fs::path source = simulatedSource(base);
    const BranchResult made = madeBranch(
        {.source = source, .at = 4, .settings = {{"tail_age_ms", 700}}, .isTunerOff = true});
    const Overrides set = *recordIn(made.run.folder, 4).during;
    for (int iteration = 4; iteration <= kBranchIterations; ++iteration) {
        const IterationRecord record = recordIn(made.run.folder, iteration);
        EXPECT_EQ(*record.next, set);
        EXPECT_TRUE(record.tuning->proposed.empty());
    }
}

TEST(BranchRun, IsResumedReproducedAndBranchedAgain)
{
    const TempDir base;
    const fs::path source = simulatedSource(base);
    const BranchResult made =
        madeBranch({.source = source, .at = 5, .settings = {{"tail_age_ms", 777}}});
    const fs::path folder = made.run.folder;
    const auto whole = contentsOf(folder);
    const auto reproduced = reproduceRun(folder, {}, {});
    ASSERT_TRUE(reproduced) << describe(reproduced.error());
    EXPECT_TRUE(reproduced->identical);
    for (const int last : {0, 3, 4, 5, 7}) { // cut short before, at and after the branch
        for (int iteration = last + 1; iteration <= kBranchIterations; ++iteration) {
            fs::remove(folder / summaryFileName(iteration));
        }
        fs::remove(folder / "RUN_END.json");
        RunRequest rest;
        rest.out = folder;
        rest.resume = true;
        const auto resumed = runIt(rest);
        ASSERT_TRUE(resumed) << describe(resumed.error());
        EXPECT_TRUE(sameContents(whole, contentsOf(folder))) << last;
    }
    const BranchResult again =
        madeBranch({.source = folder, .at = 7, .settings = {{"tail_age_ms", 555}}});
    EXPECT_EQ(recordIn(again.run.folder, 5).during->values.at("tail_age_ms").amount, 777);
    EXPECT_EQ(recordIn(again.run.folder, 7).during->values.at("tail_age_ms").amount, 555);
    EXPECT_EQ(loadedFrom(again.run.folder)->chain, ChainState::Intact);
    EXPECT_TRUE(reproduceRun(again.run.folder, {}, {})->identical);
}

// Nobody else changed the live overrides: the branch did.
TEST(BranchRun, AKillWhereItPartsIsNoConflict)
{
    const TempDir base;
    const fs::path source = simulatedSource(base, "model", "calm", 4);
    const fs::path folder =
        madeBranch({.source = source, .at = 3, .settings = {{"tail_age_ms", 777}}}).run.folder;
    const auto whole = contentsOf(folder);
    RunRequest rest;
    rest.out = folder;
    rest.resume = true;
    bool wasKilled = true;
    for (int killAt = 0; wasKilled; ++killAt) {
        for (const auto& [name, bytes] : whole) {
            if (name != "RUN.json") {
                fs::remove_all(folder / name);
            }
        }
        Killer killer(killAt);
        const auto first = runIt(rest, killer.services());
        wasKilled = killer.killed();
        const auto resumed = wasKilled ? runIt(rest) : first;
        ASSERT_TRUE(resumed) << killAt << describe(resumed.error());
        EXPECT_TRUE(resumed->findings.empty()) << killAt << resumed->findings.front().text;
        EXPECT_TRUE(sameContents(whole, contentsOf(folder))) << killAt;
    }
}

TEST(BranchRun, AgainIsTheSameFolderAndChangesNothing)
{
    const TempDir base;
    const fs::path source = simulatedSource(base);
    const BranchRequest request{.source = source, .at = 5, .settings = {{"tail_age_ms", 777}}};
    const BranchResult first = madeBranch(request);
    EXPECT_FALSE(first.wasThere);
    EXPECT_THAT(first.run.folder.filename().native(),
                testing::MatchesRegex("RUN_[0-9]+_whatif_[0-9a-f]+_at_5"));
    EXPECT_EQ(first.run.folder.parent_path(), base.path());
    const auto before = contentsOf(first.run.folder);
    const BranchResult second = madeBranch(request);
    EXPECT_TRUE(second.wasThere);
    EXPECT_EQ(second.run.folder, first.run.folder);
    EXPECT_TRUE(sameContents(before, contentsOf(first.run.folder)));
}

TEST(BranchRun, AnAttemptThatWasCutShortIsFinished)
{
    const TempDir base;
    const fs::path source = simulatedSource(base);
    const BranchRequest request{.source = source, .at = 5, .settings = {{"tail_age_ms", 777}}};
    const BranchResult first = madeBranch(request);
    const auto whole = contentsOf(first.run.folder);
    const std::string runFile = whole.at("RUN.json");
    fs::remove_all(first.run.folder);
    const std::string folder = first.run.folder.filename().native();
    base.write(folder + "/RUN.json", runFile);
    base.write(folder + "/ITER_SUMMARY_1.json", whole.at("ITER_SUMMARY_1.json"));
    EXPECT_FALSE(madeBranch(request).wasThere);
    EXPECT_TRUE(sameContents(whole, contentsOf(first.run.folder)));
}

TEST(BranchRun, RefusesWhatItCannotDo)
{
    const TempDir base;
    const fs::path source = simulatedSource(base);

    struct Refused {
        BranchRequest request;
        Errc code;
        std::string text;
    };

    const std::vector<Refused> cases{
        {{.source = source, .at = 0}, Errc::Usage, "it has 1 to 8"},
        {{.source = source, .at = 9}, Errc::Usage, "it has 1 to 8"},
        {{.source = source, .at = 5, .settings = {{"tail", 1}}}, Errc::Usage, "no such parameter"},
        {{.source = source, .at = 5, .settings = {{"tail_age_ms", -4}}},
         Errc::BadInput,
         "-4 is outside the safe limits"},
        {{.source = source, .at = 5, .settings = {{"tail_age_ms", 600.5}}},
         Errc::BadInput,
         "a whole number"},
        {{.source = source, .at = 1, .without = {"all"}}, Errc::Usage, "no delta was applied"},
        {{.source = source, .at = 5, .without = {"min_edge_bps"}}, Errc::Usage, "there are "},
        {{.source = base / "nowhere", .at = 5}, Errc::BadInput, "no RUN.json"},
        {{.source = source, .at = 5, .out = source}, Errc::NotWritable, "holds another run"}};
    const auto before = contentsOf(base.path());
    for (const Refused& one : cases) {
        const Error error = branchRefusal(one.request);
        EXPECT_EQ(error.code, one.code) << describe(error);
        EXPECT_THAT(error.message, HasSubstr(one.text));
    }
    EXPECT_TRUE(sameContents(before, contentsOf(base.path()))); // nothing was made
}

TEST(BranchRun, OnlyASimulatedRunCanBeBranched)
{
    const TempDir base;
    ASSERT_TRUE(runIt(mockRequest(base.path(), 3)));
    const Error error = branchRefusal({.source = base / "soak/latest", .at = 2});
    EXPECT_EQ(error.code, Errc::Usage);
    EXPECT_THAT(error.message, HasSubstr("measured by engine mock"));
}

TEST(BranchRun, ASourceThatWasChangedIsRefused)
{
    for (const std::string changed : {"ITER_SUMMARY_3.json", "ITER_SUMMARY_7.json", "RUN.json"}) {
        const TempDir base;
        const fs::path source = simulatedSource(base);
        std::ofstream(source / changed, std::ios::app) << " ";
        const Error error = branchRefusal({.source = source, .at = 5});
        EXPECT_EQ(error.code, Errc::Integrity) << changed << describe(error);
    }
}

// A whole and chained run that this program would not measure so: made by another version.
TEST(BranchRun, ASourceThatIsNotRepeatedAsRecordedIsRefused)
{
    const TempDir base;
    const fs::path source = simulatedSource(base, "");
    Sha256 previous{};
    for (int iteration = 1; iteration <= kBranchIterations; ++iteration) {
        IterationRecord record = recordIn(source, iteration);
        if (iteration == 2) {
            record.summary.metrics[indexOf(Metric::NetBps)] = 9.0;
        }
        if (iteration > 2) {
            record.chainPrevious = previous;
        }
        const std::string text = iterationText(record, ParameterRegistry::builtin());
        previous = sha256(text);
        base.write("source/" + summaryFileName(iteration), text);
    }
    auto end = parseRunEnd(fileIn(source, "RUN_END.json"), "RUN_END.json",
                           *std::make_unique<std::vector<Finding>>());
    end->lastSummarySha256 = hexText(previous);
    base.write("source/RUN_END.json", runEndText(*end));
    ASSERT_EQ(loadedFrom(source)->chain, ChainState::Intact);
    const Error error = branchRefusal({.source = source, .at = 5});
    EXPECT_EQ(error.code, Errc::Integrity) << describe(error);
    EXPECT_THAT(describe(error), HasSubstr("ITER_SUMMARY_2.json"));
}

} // namespace

} // namespace soak
