// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/unpacked_bundle.h"
#include "tests/release/release_support.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

const std::string kOpened = "soak-bundle-RUN_1760000000000";

class Unpacked : public testing::Test
{
protected:
    void SetUp() override
    {
        m_folder.write("b/attestation.json", "{}");
        m_folder.write("b/run/RUN.json", "{}\n");
        fs::create_directory(m_folder / "scratch");
        packFolder(m_folder / "b", kOpened, 0, m_folder / "b.tar.gz");
    }

    [[nodiscard]] bool isScratchEmpty() const { return fs::is_empty(m_folder / "scratch"); }

    TempDir m_folder;
};

TEST_F(Unpacked, AnArchiveIsCopiedToAPrivateFolderForAsLongAsTheValueLives)
{
    {
        const auto opened = UnpackedBundle::open(m_folder / "b.tar.gz", m_folder / "scratch");
        ASSERT_TRUE(opened) << describe(opened.error());
        EXPECT_TRUE(opened->isCopy());
        EXPECT_EQ(contentsOf(opened->run()), contentsOf(m_folder / "b/run"));
        const fs::path copy = opened->run().parent_path();
        EXPECT_EQ(copy.parent_path(), m_folder / "scratch");
        EXPECT_EQ(fs::status(copy).permissions(), fs::perms::owner_all);
    }
    EXPECT_TRUE(isScratchEmpty());
}

TEST_F(Unpacked, OfAFolderNothingIsCopied)
{
    {
        const auto opened = UnpackedBundle::open(m_folder / "b", m_folder / "scratch");
        ASSERT_TRUE(opened) << describe(opened.error());
        EXPECT_FALSE(opened->isCopy());
        EXPECT_EQ(opened->run(), m_folder / "b/run");
        EXPECT_TRUE(isScratchEmpty());
    }
    EXPECT_TRUE(fs::exists(m_folder / "b/run/RUN.json"));
}

TEST_F(Unpacked, WhatCannotBeOpenedLeavesNothing)
{
    m_folder.write("c/README.md", "no run");
    packFolder(m_folder / "c", kOpened, 0, m_folder / "c.tar.gz");
    const std::string bytes = bytesOf(m_folder / "b.tar.gz");
    m_folder.write("short.tar.gz", bytes.substr(0, bytes.size() / 2));
    const std::vector<std::pair<std::string, Errc>> cases{{"none.tar.gz", Errc::NotFound},
                                                          {"c.tar.gz", Errc::NotFound},
                                                          {"c", Errc::NotFound},
                                                          {"short.tar.gz", Errc::TooLarge}};
    for (const auto& [name, code] : cases) {
        const auto opened = UnpackedBundle::open(m_folder / name, m_folder / "scratch");
        ASSERT_FALSE(opened) << name;
        EXPECT_EQ(opened.error().code, code) << name << ": " << describe(opened.error());
    }
    EXPECT_TRUE(isScratchEmpty());
}

} // namespace

} // namespace soak
