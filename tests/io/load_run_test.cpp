// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/find_run.h"
#include "core/io/load_run.h"
#include "tests/io/records.h"

#include <sys/stat.h>

#include <fstream>

namespace soak
{
namespace
{

TEST(LoadRun, GivesBackARunOfOurs)
{
    const TempDir dir;
    const auto run = loaded(writeRun(dir, 8));
    ASSERT_TRUE(run);
    EXPECT_EQ(kindsText(run->findings), "");
    EXPECT_EQ(run->info, sampleInfo());
    ASSERT_TRUE(run->end);
    EXPECT_EQ(run->end->iterationsCompleted, 8);
    EXPECT_EQ(run->chain, ChainState::Intact);
    EXPECT_TRUE(run->hasTuningReport);
    ASSERT_EQ(run->table.rowCount(), 8U);
    for (int k = 1; k <= 8; ++k) {
        const IterationRecord record = sampleRecord(k);
        const auto row = static_cast<std::size_t>(k - 1);
        EXPECT_EQ(run->table.row(row), record.summary.metrics);
        EXPECT_EQ(run->table.runtimeUtc(row), record.summary.runtimeUtc);
        EXPECT_EQ(*run->notes.at(row), record.summary.notes);
        TuningStep step = *record.tuning;
        EXPECT_EQ(run->guardClocks.at(row), step.guards->clock);
        EXPECT_EQ(run->frozenUntil.at(row), k + 4);
        step.guards->clock = Millis(0);
        step.guards->frozenUntilIter = std::nullopt;
        EXPECT_EQ(*run->tuning.at(row), step);
        EXPECT_EQ(*run->during.at(row), *record.during);
        EXPECT_EQ(*run->next.at(row), *record.next);
        EXPECT_EQ(run->baseline.at(row), nullptr);
    }
    EXPECT_EQ(run->tuning.distinct().size(), 1U);
    EXPECT_EQ(run->identity(),
              sampleInfo().runId + ":" + sha256Hex(runInfoText(sampleInfo(), builtin())));
}

TEST(LoadRun, TellsTheRunOfAnotherToolThatItHasNoChain)
{
    const auto run = loaded(fixturePath("reference-36/artifacts/soak/latest"));
    ASSERT_TRUE(run);
    EXPECT_EQ(run->table.rowCount(), 36U);
    EXPECT_FALSE(run->info);
    EXPECT_EQ(run->chain, ChainState::Absent);
    EXPECT_TRUE(run->hasTuningReport);
    EXPECT_EQ(run->tuningReport.size(), 36U);
    ASSERT_TRUE(run->finalOverrides);
    EXPECT_EQ(run->finalOverridesFile, "../runtime_overrides.json");
    EXPECT_EQ(run->finalOverrides->values.at("tail_age_ms").amount, 600);
    EXPECT_TRUE(hasFinding(run->findings, FindingKind::ChainAbsent));
    EXPECT_TRUE(hasFinding(run->findings, FindingKind::OverrideConflict));
    EXPECT_TRUE(hasFinding(run->findings, FindingKind::OutOfSafeLimits));
    EXPECT_FALSE(hasFinding(run->findings, FindingKind::ReportMismatch))
        << kindsText(run->findings);
    EXPECT_EQ(run->table.at(Metric::CancelRatio, 0), std::nullopt);
    EXPECT_EQ(run->identity(),
              "foreign:" + sha256Hex(bytesOf(fixturePath(
                               "reference-36/artifacts/soak/latest/ITER_SUMMARY_1.json"))));
}

TEST(Defect50, AGapIsNotTheEnd)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 8);
    fs::remove(folder / summaryFileName(5));
    const auto run = loaded(folder);
    ASSERT_TRUE(run);
    EXPECT_EQ(run->table.rowCount(), 7U);
    EXPECT_EQ(run->gaps, (std::vector<IterationGap>{{5, 5}}));
    EXPECT_TRUE(hasFinding(run->findings, FindingKind::Gap));
    EXPECT_EQ(run->chain, ChainState::Broken);
}

TEST(Defect57, IterationsAreSortedByNumber)
{
    const TempDir dir;
    for (const int k : {1, 10, 11, 2, 100}) {
        dir.write(summaryFileName(k), R"({"summary":{"net_bps":1}})");
    }
    const auto run = loaded(dir.path());
    ASSERT_TRUE(run);
    const auto iterations = run->table.iterations();
    EXPECT_EQ(std::vector<int>(iterations.begin(), iterations.end()),
              (std::vector<int>{1, 2, 10, 11, 100}));
}

TEST(Defect70, AnUnreadableFileIsNamedAndDoesNotVanish)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 4);
    std::ofstream(folder / summaryFileName(3)) << "{\"iteration\": 3, ";
    const auto run = loaded(folder);
    ASSERT_TRUE(run);
    EXPECT_EQ(run->unreadable, (std::vector<int>{3}));
    EXPECT_TRUE(run->gaps.empty());
    EXPECT_EQ(run->table.rowCount(), 3U);
    ASSERT_TRUE(hasFinding(run->findings, FindingKind::LoadError));
    const auto found =
        std::find_if(run->findings.begin(), run->findings.end(),
                     [](const Finding& f) { return f.kind == FindingKind::LoadError; });
    EXPECT_EQ(found->file, "ITER_SUMMARY_3.json");
    EXPECT_EQ(found->iteration, 3);
    EXPECT_EQ(found->severity, Severity::Error);
}

TEST(LoadRun, SeesAChangedFileInTheChain)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 4);
    IterationRecord record = sampleRecord(2);
    record.summary.metrics[indexOf(Metric::RiskRatio)] = 0.01;
    std::vector<Finding> findings;
    record.chainPrevious = loadIteration(folder, 2, findings)->chainPrevious;
    std::ofstream(folder / summaryFileName(2)) << iterationText(record, builtin());
    const auto run = loaded(folder);
    ASSERT_TRUE(run);
    EXPECT_EQ(run->chain, ChainState::Broken);
    EXPECT_TRUE(hasFinding(run->findings, FindingKind::ChainBroken));
}

TEST(LoadRun, ReadsEveryIterationNumber)
{
    const TempDir dir;
    dir.write(summaryFileName(2147483647), R"({"iteration":2147483647,"summary":{"net_bps":1}})");
    const auto run = loaded(dir.path());
    ASSERT_TRUE(run);
    EXPECT_EQ(run->table.iterations()[0], 2147483647);
    EXPECT_TRUE(run->gaps.empty());
}

// One folder in which every file is bad in its own way; nothing is written, nothing hangs.
TEST(LoadRun, GoesOnBesideHostileFiles)
{
    const TempDir dir;
    dir.write(summaryFileName(1), R"({"summary":{"net_bps":1}})");
    dir.write(summaryFileName(2), "");
    dir.write(summaryFileName(3), "{\"summary\":{\"version\":\"\xFF\"}}");
    dir.write(summaryFileName(4), R"({"summary":{"net_bps":1e999}})");
    dir.write(summaryFileName(5), R"({"summary":{"net_bps":1,"net_bps":2}})");
    dir.write(summaryFileName(6), std::string(100'000, '['));
    dir.write(summaryFileName(7),
              "{\"summary\":{\"version\":\"" + std::string(3 << 20, 'x') + "\"}}");
    fs::create_directory(dir / summaryFileName(8));
    ASSERT_EQ(::mkfifo((dir / summaryFileName(9)).c_str(), 0600), 0);
    dir.write(summaryFileName(10), R"({"iteration":11,"summary":{"maker_taker_ratio":1.7}})");
    const auto run = loaded(dir.path(), {.threads = 2});
    ASSERT_TRUE(run);
    EXPECT_EQ(run->unreadable, (std::vector<int>{2, 3, 6, 8, 9}));
    EXPECT_EQ(run->table.rowCount(), 5U);
    EXPECT_EQ(run->table.at(Metric::NetBps, 1), std::nullopt); // 4
    EXPECT_EQ(run->table.at(Metric::NetBps, 2), 2);            // 5
    for (const FindingKind kind :
         {FindingKind::LoadError, FindingKind::NonFiniteNumber, FindingKind::DuplicateKey,
          FindingKind::StringCut, FindingKind::NotRegularFile, FindingKind::IterationMismatch,
          FindingKind::OutOfRange}) {
        EXPECT_TRUE(hasFinding(run->findings, kind)) << keyOf(kind);
    }
}

TEST(LoadRun, SaysWhyNothingCouldBeRead)
{
    const TempDir dir;
    EXPECT_EQ(loadRun(dir / "none").error().code, Errc::NotFound);
    const auto empty = loadRun(dir.path());
    ASSERT_FALSE(empty);
    EXPECT_EQ(empty.error().code, Errc::BadInput);
    EXPECT_EQ(empty.error().message, "there is no ITER_SUMMARY_<k>.json");
    dir.write(summaryFileName(1), "{");
    const auto bad = loadRun(dir.path());
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().message,
              "no iteration file could be read: ITER_SUMMARY_1.json: not JSON: it ends too early");
}

TEST(LoadRun, ComparesTheReportWithTheSummaries)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 2);
    IterationRecord other = sampleRecord(2);
    other.tuning->applied = false;
    other.tuning->proposed.clear();
    const std::vector<IterationRecord> records{sampleRecord(1), other};
    std::ofstream(folder / kTuningReportFile) << tuningReportText(records);
    const auto run = loaded(folder);
    ASSERT_TRUE(run);
    ASSERT_EQ(run->findings.size(), 1U) << kindsText(run->findings);
    EXPECT_EQ(run->findings[0].kind, FindingKind::ReportMismatch);
    EXPECT_EQ(run->findings[0].iteration, 2);
    EXPECT_EQ(run->findings[0].text, "not as in the summary: applied, proposed_deltas");
}

TEST(LoadRun, GoesOnWithoutATuningReport)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 2);
    fs::remove(folder / kTuningReportFile);
    const auto missing = loaded(folder);
    EXPECT_TRUE(hasFinding(missing->findings, FindingKind::ReportMissing));
    EXPECT_FALSE(missing->hasTuningReport);
    std::ofstream(folder / kTuningReportFile) << "{";
    const auto broken = loaded(folder);
    EXPECT_TRUE(hasFinding(broken->findings, FindingKind::ReportMissing));
    EXPECT_FALSE(broken->hasTuningReport);
}

TEST(LoadRun, ReadsTheStateUnderBothNames)
{
    TuningState state;
    state.freezeReason = "steady_state_lock";
    for (const auto name : {kTuningStateFile, kTuningStateFileLegacy}) {
        const TempDir dir;
        const fs::path folder = writeRun(dir, 1);
        std::ofstream(folder / name) << tuningStateText(state);
        const auto run = loaded(folder);
        ASSERT_TRUE(run->state) << name;
        EXPECT_EQ(run->state->freezeReason, "steady_state_lock");
    }
}

TEST(LoadRun, LooksForLiveOverridesBesideForeignRunsOnly)
{
    const std::string text = overridesText(sampleOverrides(), OverridesForm::Flat, builtin());
    const TempDir dir;
    const fs::path ours = writeRun(dir, 1);
    dir.write("runtime_overrides.json", text);
    EXPECT_FALSE(loaded(ours)->finalOverrides);
    std::ofstream(ours / kOverridesFile) << text;
    EXPECT_EQ(loaded(ours)->finalOverridesFile, "runtime_overrides.json");

    const TempDir other;
    other.write("soak/latest/ITER_SUMMARY_1.json", R"({"summary":{}})");
    other.write("soak/runtime_overrides.json", text);
    const auto foreign = loaded(other / "soak/latest");
    ASSERT_TRUE(foreign->finalOverrides);
    EXPECT_EQ(*foreign->finalOverrides, sampleOverrides());
    EXPECT_EQ(foreign->finalOverridesFile, "../runtime_overrides.json");
    const TempDir isolated;
    isolated.write("RUN_1/ITER_SUMMARY_1.json", R"({"summary":{}})");
    isolated.write("soak/runtime_overrides.json", text);
    EXPECT_EQ(loaded(isolated / "RUN_1")->finalOverridesFile, "../soak/runtime_overrides.json");
}

TEST(LoadRun, NamesOtherFilesThatCannotBeRead)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 2);
    std::ofstream(folder / kRunFile) << "[]";
    std::ofstream(folder / kRunEndFile) << "{}";
    std::ofstream(folder / kTuningStateFile) << "nope";
    const auto run = loaded(folder);
    ASSERT_TRUE(run);
    EXPECT_FALSE(run->info);
    EXPECT_FALSE(run->end);
    EXPECT_FALSE(run->state);
    std::vector<std::string> named;
    for (const Finding& finding : run->findings) {
        if (finding.kind == FindingKind::FileError) {
            named.push_back(finding.file);
        }
    }
    EXPECT_EQ(named, (std::vector<std::string>{"RUN.json", "RUN_END.json", "TUNING_STATE.json"}));
    EXPECT_EQ(run->chain, ChainState::Broken);
}

TEST(LoadRun, HashesForeignFilesWhenAskedTo)
{
    const fs::path folder = fixturePath("reference-8/artifacts/soak/latest");
    const auto all = loaded(folder);
    const auto chainOnly = loaded(folder, {.provenance = Provenance::ChainOnly});
    ASSERT_EQ(all->summaryFiles.size(), 8U);
    for (std::size_t row = 0; row < 8; ++row) {
        const std::string text = bytesOf(folder / summaryFileName(static_cast<int>(row) + 1));
        EXPECT_EQ(all->summaryFiles[row], (FileProvenance{text.size(), sha256(text)}));
        EXPECT_EQ(chainOnly->summaryFiles[row].size, text.size());
        EXPECT_EQ(chainOnly->summaryFiles[row].sha256, row == 0 ? sha256(text) : Sha256{});
    }
    EXPECT_EQ(chainOnly->identity(), all->identity());
}

TEST(LoadIteration, ReadsOneWholeAndNoLinkOutside)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 2);
    Findings findings;
    const auto record = loadIteration(folder, 2, findings);
    ASSERT_TRUE(record);
    EXPECT_EQ(record->summary, sampleRecord(2).summary);
    EXPECT_EQ(record->tuning, sampleRecord(2).tuning);
    EXPECT_EQ(loadIteration(folder, 7, findings).error().code, Errc::NotFound);
    fs::create_symlink("/etc/hostname", folder / summaryFileName(9));
    EXPECT_EQ(loadIteration(folder, 9, findings).error().code, Errc::BadInput);
    fs::create_symlink(summaryFileName(1), folder / summaryFileName(3));
    EXPECT_TRUE(loadIteration(folder, 3, findings));
}

} // namespace
} // namespace soak
