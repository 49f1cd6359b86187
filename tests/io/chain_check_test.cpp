// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/io/chain_check.h"
#include "tests/io/io_support.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

const Sha256 kRun = sha256("run");

Sha256 fileHash(int iteration)
{
    return sha256(std::to_string(iteration));
}

IterationRow rowOf(int iteration)
{
    IterationRow row;
    row.iteration = iteration;
    row.isReadable = true;
    row.hasHash = true;
    row.file.sha256 = fileHash(iteration);
    row.chainPrevious = iteration == 1 ? kRun : fileHash(iteration - 1);
    return row;
}

RunEnd endAt(int iteration)
{
    RunEnd end;
    end.iterationsCompleted = iteration;
    end.lastSummarySha256 = hexText(fileHash(iteration));
    return end;
}

struct Checked {
    ChainState state;
    std::vector<Finding> findings;
};

Checked check(const std::vector<IterationRow>& rows, std::optional<RunEnd> end = std::nullopt,
              std::optional<Sha256> runFile = kRun)
{
    FindingLog log;
    ChainCheck chain(runFile, log);
    for (const IterationRow& row : rows) {
        chain.add(row);
    }
    const ChainState state = chain.finish(end);
    return {state, std::move(log).take()};
}

TEST(ChainCheck, AWholeChainIsIntact)
{
    const Checked checked = check({rowOf(1), rowOf(2), rowOf(3)}, endAt(3));
    EXPECT_EQ(checked.state, ChainState::Intact);
    EXPECT_TRUE(checked.findings.empty());
}

TEST(ChainCheck, AnUnfinishedRunMayBeIntact)
{
    EXPECT_EQ(check({rowOf(1), rowOf(2)}).state, ChainState::Intact);
    EXPECT_EQ(check({}).state, ChainState::Intact);
}

TEST(ChainCheck, ARunOfAnotherToolHasNone)
{
    IterationRow foreign = rowOf(1);
    foreign.chainPrevious = std::nullopt;
    const Checked checked = check({foreign}, std::nullopt, std::nullopt);
    EXPECT_EQ(checked.state, ChainState::Absent);
    EXPECT_EQ(kindsOf(checked.findings), std::vector{FindingKind::ChainAbsent});
    EXPECT_EQ(checked.findings[0].severity, Severity::Info);
}

// One row is spoilt in each way; the iteration that the finding names.
TEST(ChainCheck, EveryBrokenLinkIsNamed)
{
    IterationRow changed = rowOf(2);
    changed.file.sha256 = sha256("edited");
    IterationRow unlinked = rowOf(2);
    unlinked.chainPrevious = std::nullopt;
    IterationRow unhashed = rowOf(2);
    unhashed.hasHash = false;

    struct Case {
        const char* what;
        std::vector<IterationRow> rows;
        int iteration;
        const char* text;
    };

    const Case cases[] = {
        {"changed", {rowOf(1), changed, rowOf(3)}, 3, "one of them was changed"},
        {"missing", {rowOf(1), rowOf(3)}, 3, "the file before it is missing"},
        {"begins late", {rowOf(2), rowOf(3)}, 2, "the file before it is missing"},
        {"no link", {rowOf(1), unlinked, rowOf(3)}, 2, "does not say which file it follows"},
        {"unread", {rowOf(1), unhashed, rowOf(3)}, 3, "could not be read"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.what);
        const Checked checked = check(c.rows);
        EXPECT_EQ(checked.state, ChainState::Broken);
        ASSERT_EQ(kindsOf(checked.findings), std::vector{FindingKind::ChainBroken});
        EXPECT_EQ(checked.findings[0].iteration, c.iteration);
        EXPECT_EQ(checked.findings[0].severity, Severity::Error);
        EXPECT_EQ(checked.findings[0].field, "chain.prev_sha256");
        EXPECT_NE(checked.findings[0].text.find(c.text), std::string::npos)
            << checked.findings[0].text;
    }
}

TEST(ChainCheck, AnUnreadableFileBreaksIt)
{
    IterationRow unreadable = rowOf(2);
    unreadable.isReadable = false;
    const Checked checked = check({rowOf(1), unreadable}, endAt(2));
    EXPECT_EQ(checked.state, ChainState::Broken);
    EXPECT_TRUE(checked.findings.empty()) << "whoever could not read it has said so";
}

TEST(ChainCheck, TheEndMustBeTheLastFile)
{
    const Checked shortened = check({rowOf(1), rowOf(2)}, endAt(3));
    EXPECT_EQ(shortened.state, ChainState::Broken);
    EXPECT_EQ(shortened.findings.at(0).file, "RUN_END.json");
    RunEnd nonsense = endAt(1);
    nonsense.lastSummarySha256 = "na";
    EXPECT_EQ(check({rowOf(1)}, nonsense).state, ChainState::Broken);
}

TEST(ChainCheck, ARunWithoutIterationsEndsWithItsRunFile)
{
    RunEnd end;
    end.lastSummarySha256 = hexText(kRun);
    EXPECT_EQ(check({}, end).state, ChainState::Intact);
    end.lastSummarySha256 = hexText(fileHash(1));
    EXPECT_EQ(check({}, end).state, ChainState::Broken);
}

TEST(ChainCheck, LinksWithoutRunFileMeanThatItWasTakenAway)
{
    const Checked checked = check({rowOf(1)}, std::nullopt, std::nullopt);
    EXPECT_EQ(checked.state, ChainState::Broken);
    EXPECT_EQ(checked.findings.at(0).file, "RUN.json");
}

} // namespace
} // namespace soak
