// SPDX-License-Identifier: GPL-3.0-or-later
// Through the parser that learns them: the third file of a shape is read from its text.
#include "core/io/fast_iteration.h"
#include "core/io/known_text.h"
#include "tests/io/records.h"

namespace soak
{
namespace
{

struct Reader {
    FastIterationParser parser{builtin()};
    RowBlock block;

    Reader() { parser.beginBlock(); }

    bool read(std::string text, int iteration, IterationRow& row)
    {
        const std::size_t size = text.size();
        text.append(kFastPadding, '\0');
        row = {};
        row.iteration = iteration;
        return parser.parse(std::string_view(text.data(), size), "RUN_1760000000000", row, block);
    }
};

std::string textOf(int iteration)
{
    IterationRecord record = sampleRecord(iteration);
    record.chainPrevious = sha256(std::to_string(iteration));
    return iterationText(record, builtin());
}

TEST(KnownText, GivesTheRowOfEachFile)
{
    Reader reader;
    IterationRow row;
    for (int k = 1; k <= 6; ++k) {
        ASSERT_TRUE(reader.read(textOf(k), k, row)) << k;
        const IterationRecord record = sampleRecord(k);
        EXPECT_EQ(row.metrics, record.summary.metrics);
        EXPECT_EQ(row.runtimeUtc, record.summary.runtimeUtc);
        EXPECT_EQ(row.guardClock, record.tuning->guards->clock);
        EXPECT_EQ(row.frozenUntil, record.tuning->guards->frozenUntilIter);
        EXPECT_EQ(row.chainPrevious, sha256(std::to_string(k)));
        EXPECT_TRUE(row.isReadable);
        EXPECT_FALSE(row.isOfOtherRun);
        EXPECT_EQ(reader.block.notes.distinct().at(row.notes), record.summary.notes);
        EXPECT_EQ(reader.block.overrides.distinct().at(row.next), *record.next);
    }
}

TEST(KnownText, LeavesValuesThatNeedAWordToTheTolerantReader)
{
    const auto changed = [](std::string_view from, std::string_view to) {
        std::string text = textOf(4);
        const std::size_t at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        return text.replace(at, from.size(), to);
    };
    for (const std::string& text :
         {changed("\"iteration\": 4", "\"iteration\": 5"),
          changed("\"risk_ratio\": 0.3", "\"risk_ratio\": 30.5"),
          changed("\"throttle\": 10", "\"throttle\": -1"), changed("2025-10-09T", "2025-13-09T"),
          changed("\"gross_bps\": 8.54", "\"gross_bps\": 9.54"),
          changed("\"frozen_until_iter\": 8", "\"frozen_until_iter\": -8"),
          changed(hexText(sha256("4")), std::string(63, 'a') + "\"")}) {
        Reader reader;
        IterationRow row;
        for (int k = 1; k <= 3; ++k) {
            ASSERT_TRUE(reader.read(textOf(k), k, row));
        }
        EXPECT_FALSE(reader.read(text, 4, row)) << text;
        EXPECT_EQ(row.metrics, MetricValues{}) << "a refused file leaves the row alone";
        EXPECT_TRUE(reader.read(textOf(4), 4, row));
    }
}

} // namespace
} // namespace soak
