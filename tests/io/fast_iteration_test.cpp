// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/fast_iteration.h"
#include "tests/io/records.h"

namespace soak
{
namespace
{

bool isParsed(FastIterationParser& parser, std::string text, int iteration, RowBlock& block)
{
    const std::size_t size = text.size();
    text.append(kFastPadding, '\0');
    IterationRow row;
    row.iteration = iteration;
    const bool isRead = parser.parse(std::string_view(text.data(), size),
                                     std::string("RUN_1760000000000"), row, block);
    if (isRead) {
        block.rows.push_back(row);
    }
    return isRead;
}

// Else the differential test would compare the tolerant reader with itself.
TEST(FastIteration, ReadsWhatWeWriteItself)
{
    FastIterationParser parser(builtin());
    RowBlock block;
    parser.beginBlock();
    for (int k = 1; k <= 5; ++k) {
        IterationRecord record = sampleRecord(k);
        record.chainPrevious = sha256("x");
        ASSERT_TRUE(isParsed(parser, iterationText(record, builtin()), k, block));
        EXPECT_EQ(block.rows.back().metrics, record.summary.metrics);
        EXPECT_EQ(block.rows.back().runtimeUtc, record.summary.runtimeUtc);
        EXPECT_EQ(block.rows.back().guardClock, record.tuning->guards->clock);
        EXPECT_EQ(block.rows.back().chainPrevious, sha256("x"));
        EXPECT_TRUE(block.rows.back().isReadable);
        EXPECT_FALSE(block.rows.back().isOfOtherRun);
    }
    EXPECT_EQ(block.notes.distinct().size(), 1U);
    EXPECT_EQ(block.tuning.distinct().size(), 1U);
    EXPECT_EQ(block.overrides.distinct().size(), 2U);
}

TEST(FastIteration, ReadsTheReferenceFormItself)
{
    FastIterationParser parser(builtin());
    RowBlock block;
    parser.beginBlock();
    for (int k = 1; k <= 8; ++k) {
        const fs::path path = fixturePath("reference-8/artifacts/soak/latest") / summaryFileName(k);
        EXPECT_TRUE(isParsed(parser, bytesOf(path), k, block)) << k;
    }
}

TEST(FastIteration, BeginsEachBlockWithItsOwnPools)
{
    FastIterationParser parser(builtin());
    for (int blockNumber = 0; blockNumber < 3; ++blockNumber) {
        RowBlock block;
        parser.beginBlock();
        ASSERT_TRUE(isParsed(parser, iterationText(sampleRecord(1), builtin()), 1, block));
        EXPECT_EQ(block.notes.distinct().at(block.rows[0].notes), sampleRecord(1).summary.notes);
        EXPECT_EQ(block.overrides.distinct().at(block.rows[0].during), *sampleRecord(1).during);
    }
}

TEST(FastIteration, LeavesOddFilesToTheTolerantReader)
{
    FastIterationParser parser(builtin());
    RowBlock block;
    parser.beginBlock();
    for (const char* text : {"", "{", R"({"summary":{"b":1,"a":1}})", R"({"net_bps":1})",
                             R"({"summary":{"risk_ratio":40}})", R"({"iteration":2,"summary":{}})",
                             R"({"summary":{"version":"\udc00"}})"}) {
        EXPECT_FALSE(isParsed(parser, text, 1, block)) << text;
    }
    EXPECT_TRUE(isParsed(parser, R"({"iteration":1,"summary":{}})", 1, block));
    EXPECT_TRUE(block.rows.back().isOfOtherRun);
}

} // namespace
} // namespace soak
