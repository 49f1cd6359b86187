// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/checksums.h"
#include "tests/release/release_support.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

const BundleFiles kSummedFiles{{"README.md", 4, sha256("text")},
                               {"SHA256SUMS", 9, sha256("anything")},
                               {"run/RUN.json", 2, sha256("{}")}};

TEST(Checksums, AreReadBackWithoutTheirOwnFile)
{
    const auto read = parseChecksums(checksumsText(kSummedFiles));
    ASSERT_TRUE(read) << describe(read.error());
    EXPECT_EQ(*read,
              (BundleFiles{{"README.md", 0, sha256("text")}, {"run/RUN.json", 0, sha256("{}")}}));
}

TEST(Checksums, SatisfySha256sum)
{
    const TempDir folder;
    folder.write("README.md", "text");
    folder.write("run/RUN.json", "{}");
    folder.write("SHA256SUMS", "# a comment\n" + checksumsText(kSummedFiles));
    const std::string line =
        "cd '" + folder.path().string() + "' && sha256sum --quiet --strict -c SHA256SUMS";
    EXPECT_EQ(std::system(line.c_str()), 0);
    folder.write("README.md", "tent");
    EXPECT_NE(std::system((line + " >/dev/null 2>&1").c_str()), 0);
}

TEST(Checksums, RefuseLinesOfAnotherForm)
{
    const std::string good = checksumLine(sha256("text"), "README.md");
    EXPECT_TRUE(parseChecksums("# comment\n" + good));
    for (const std::string& text :
         {"x\n" + good, good + good, good + checksumLine(sha256("a"), "A"), good + "\n",
          hexText(sha256("text")) + " *README.md\n", hexText(sha256("text")) + "  \n",
          good.substr(1)}) {
        const auto read = parseChecksums(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, Errc::Integrity);
        EXPECT_EQ(read.error().where, "SHA256SUMS");
    }
}

} // namespace

} // namespace soak
