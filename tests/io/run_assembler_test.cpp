// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_assembler.h"
#include "tests/io/records.h"

namespace soak
{
namespace
{

RowBlock blockOf(const std::vector<int>& iterations, const std::string& version)
{
    RowBlock block;
    for (const int iteration : iterations) {
        IterationRow row;
        row.iteration = iteration;
        row.isReadable = true;
        row.metrics[indexOf(Metric::NetBps)] = iteration;
        IterationNotes notes;
        notes.version = version;
        row.notes = block.notes.intern(notes);
        block.rows.push_back(row);
    }
    return block;
}

TEST(RunAssembler, JoinsThePoolsOfBlocks)
{
    SoakRun run;
    FindingLog log;
    RunAssembler assembler(run, std::nullopt, 4, log);
    assembler.append(blockOf({1, 2}, "a"));
    assembler.append(blockOf({3}, "b"));
    assembler.append(blockOf({4}, "a"));
    EXPECT_EQ(run.notes.distinct().size(), 2U);
    EXPECT_EQ(run.notes.at(0)->version, "a");
    EXPECT_EQ(run.notes.at(2)->version, "b");
    EXPECT_EQ(run.notes.idAt(3), run.notes.idAt(0));
    EXPECT_EQ(run.tuning.at(0), nullptr);
    EXPECT_EQ(run.tuning.rowCount(), 4U);
    EXPECT_EQ(run.during.rowCount(), 4U);
    EXPECT_EQ(run.table.at(Metric::NetBps, 2), 3);
    EXPECT_TRUE(run.guardClocks.empty());
}

TEST(RunAssembler, KeepsTheClocksOfGuardsByRow)
{
    SoakRun run;
    FindingLog log;
    RunAssembler assembler(run, std::nullopt, 3, log);
    RowBlock block = blockOf({1, 2, 3}, "a");
    block.rows[1].guardClock = Millis(5000);
    block.rows[2].frozenUntil = 7;
    assembler.append(std::move(block));
    EXPECT_EQ(run.guardClocks, (std::vector<Millis>{Millis(0), Millis(5000), Millis(0)}));
    EXPECT_EQ(run.frozenUntil, (std::vector<std::int32_t>{0, 0, 7}));
}

struct GapCase {
    const char* name;
    std::vector<int> iterations;
    std::vector<int> irregular;
    bool isOurs;
    int completed; // 0 = no RUN_END.json
    std::vector<IterationGap> gaps;
};

TEST(RunAssembler, FindsGapsAsRanges)
{
    for (const GapCase& c :
         {GapCase{"none", {1, 2, 3}, {}, true, 3, {}},
          GapCase{"inside", {1, 2, 5, 9}, {}, true, 9, {{3, 4}, {6, 8}}},
          GapCase{"begin of ours", {4, 5}, {}, true, 5, {{1, 3}}},
          GapCase{"begin of others", {4, 5}, {}, false, 0, {}},
          GapCase{"end of ours", {1, 2}, {}, true, 4, {{3, 4}}},
          GapCase{"unfinished", {1, 2}, {}, true, 0, {}},
          GapCase{"irregular is there", {1, 3}, {2}, true, 3, {}},
          GapCase{"far away", {1, 2147483647}, {}, false, 0, {{2, 2147483646}}}}) {
        SoakRun run;
        if (c.isOurs) {
            run.info = sampleInfo();
        }
        if (c.completed > 0) {
            run.end.emplace();
            run.end->iterationsCompleted = c.completed;
        }
        FindingLog log;
        RunAssembler assembler(run, std::nullopt, 3, log);
        assembler.append(blockOf(c.iterations, "a"));
        RunListing listing;
        listing.iterations = c.iterations;
        listing.irregular = c.irregular;
        assembler.finish(listing);
        EXPECT_EQ(run.gaps, c.gaps) << c.name;
        EXPECT_EQ(run.unreadable, c.irregular) << c.name;
        EXPECT_EQ(hasFinding(std::move(log).take(), FindingKind::Gap), !c.gaps.empty()) << c.name;
    }
}

TEST(RunAssembler, NamesFilesThatAreNotOfTheRun)
{
    SoakRun run;
    run.info = sampleInfo();
    run.end.emplace();
    run.end->iterationsCompleted = 2;
    FindingLog log;
    RunAssembler assembler(run, std::nullopt, 3, log);
    RowBlock block = blockOf({1, 2, 3}, "a");
    block.rows[0].isOfOtherRun = true;
    assembler.append(std::move(block));
    RunListing listing;
    listing.iterations = {1, 2, 3};
    assembler.finish(listing);
    const Findings findings = std::move(log).take();
    std::vector<int> stale;
    for (const Finding& finding : findings) {
        if (finding.kind == FindingKind::StaleFile) {
            stale.push_back(*finding.iteration);
        }
    }
    EXPECT_EQ(stale, (std::vector<int>{1, 3}));
}

} // namespace
} // namespace soak
