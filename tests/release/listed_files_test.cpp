// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/listed_files.h"
#include "tests/release/release_support.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

std::vector<std::string> reasonsOf(const std::vector<BundleCheck>& rows)
{
    std::vector<std::string> reasons;
    for (const BundleCheck& row : rows) {
        reasons.push_back(row.file + ": " + row.reason);
    }
    return reasons;
}

FileList listOf(BundleFiles files)
{
    return {CheckId::Manifest, "MANIFEST.json", std::move(files), true, isListedInManifest};
}

TEST(ListedFiles, NameMissingChangedAdditionalAndForbiddenOnes)
{
    const BundleFiles there{{"A", 1, sha256("a")}, {"B", 1, sha256("b")}, {"D", 1, sha256("d")}};
    const auto rows = compareWithList(listOf({{"A", 1, sha256("x")},
                                              {"B", 2, sha256("b")},
                                              {"C", 1, sha256("c")},
                                              {"SHA256SUMS", 1, sha256("s")}}),
                                      there);
    const auto reasons = reasonsOf(rows);
    ASSERT_EQ(reasons.size(), 5U);
    EXPECT_TRUE(reasons[0].starts_with("A: is not what MANIFEST.json names")) << reasons[0];
    EXPECT_EQ(reasons[1], "B: has 1 bytes, in MANIFEST.json 2");
    EXPECT_EQ(reasons[2], "C: is missing, though MANIFEST.json names it");
    EXPECT_EQ(reasons[3], "SHA256SUMS: stands in MANIFEST.json and must not");
    EXPECT_EQ(reasons[4], "D: does not stand in MANIFEST.json");
    EXPECT_TRUE(compareWithList(listOf(there), there).empty());
}

TEST(ListedFiles, RequiredOnesAreAskedFor)
{
    BundleFiles files;
    for (const std::string& path : requiredFiles()) {
        files.push_back({path, 1, {}});
    }
    EXPECT_TRUE(missingFiles(files).empty());
    files.erase(files.begin());
    ASSERT_EQ(missingFiles(files).size(), 1U);
    EXPECT_EQ(missingFiles(files).front().file, "CHANGELOG.md");
}

TEST(ListedFiles, RowsAreAtMostAHundredAndACount)
{
    std::vector<BundleCheck> rows;
    addRows(rows, {}, CheckId::Files, "fine");
    EXPECT_EQ(rows, (std::vector<BundleCheck>{{CheckId::Files, CheckState::Ok, "", "fine"}}));
    rows.clear();
    addRows(rows, std::vector<BundleCheck>(250, {CheckId::Files, CheckState::Failed, "f", "r"}),
            CheckId::Files, "fine");
    ASSERT_EQ(rows.size(), 101U);
    EXPECT_EQ(rows.back().reason, "150 more files likewise");
    EXPECT_EQ(rows.back().state, CheckState::Failed);
}

} // namespace

} // namespace soak
