// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"
#include "tests/support/test_data.h"

#include <gmock/gmock.h>

#include <filesystem>

namespace soak
{
namespace
{

// These tests are about comparing, whatever the program was asked to do.
class Golden : public testing::Test
{
protected:
    void SetUp() override { setGoldenMode(GoldenMode::Compare); }
};

TEST_F(Golden, EqualTextsHaveNoDifferingLines)
{
    EXPECT_EQ(differingLines("a\nb\n", "a\nb\n"), "");
}

TEST_F(Golden, ShowsTheChangedLineWithContext)
{
    EXPECT_EQ(differingLines("1\n2\n3\n4\n5\n6\n", "1\n2\n3\nx\n5\n6\n"),
              " 2: 2\n 3: 3\n-4: 4\n+4: x\n 5: 5\n 6: 6\n");
}

TEST_F(Golden, ShowsAMissingLastNewline)
{
    EXPECT_EQ(differingLines("a\n", "a"), "-1: a\n+1: a<no newline>\n");
}

TEST_F(Golden, AFileThatIsNotThereFails)
{
    const testing::AssertionResult result = matchesGolden("support/absent.txt", "text\n");
    EXPECT_FALSE(result);
    EXPECT_THAT(result.message(), testing::HasSubstr("tests/golden/support/absent.txt"));
}

TEST_F(Golden, AnotherTextFailsAndNamesTheFile)
{
    const testing::AssertionResult result = matchesGolden("support/two_lines.txt", "one\nTWO\n");
    EXPECT_FALSE(result);
    EXPECT_THAT(result.message(), testing::HasSubstr("-2: two\n+2: TWO\n"));
}

TEST_F(Golden, TheSameTextPasses)
{
    EXPECT_GOLDEN("support/two_lines.txt", "one\ntwo\n");
}

TEST_F(Golden, UpdateWritesTheFile)
{
    setGoldenMode(GoldenMode::Update);
    EXPECT_TRUE(matchesGolden("support/written.tmp", "new\n"));
    setGoldenMode(GoldenMode::Compare);
    EXPECT_EQ(bytesOf(goldenPath("support/written.tmp")), "new\n");
    std::filesystem::remove(goldenPath("support/written.tmp"));
}

} // namespace
} // namespace soak
