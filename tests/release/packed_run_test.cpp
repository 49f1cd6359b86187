// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/bundle_archive.h"
#include "core/release/packed_run.h"
#include "tests/release/release_support.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(PackedRun, SectionsAreTheRunAndWhatStandsAroundIt)
{
    struct Case {
        const char* before;
        const char* path;
        bool isOne;
    };

    for (const Case& one : {Case{"CHANGELOG.md", "MANIFEST.json", true},
                            Case{"rollback_plan.md", "run/ITER_SUMMARY_1.json", false},
                            Case{"run/RUN.json", "run/artifacts/a", true},
                            Case{"run/state.json", "soak_profile.runtime_overrides.json", false},
                            Case{"run", "running.md", true}}) {
        EXPECT_EQ(isOneSection(one.before, one.path), one.isOne) << one.before << " " << one.path;
    }
}

// More than may wait at once, so that add() has to wait for the thread.
TEST(PackedRun, GivesTheArchiveThatIsPackedInOneGo)
{
    const TempDir folder;
    const std::string root = "soak-bundle-r";
    BundleFiles files;
    const auto file = [&](const std::string& path, const std::string& text) {
        folder.write("b/" + path, text);
        files.push_back({path, text.size(), sha256(text)});
    };
    file("README.md", "read me\n");
    for (int i = 0; i < 40; ++i) {
        std::string text;
        for (int word = 0; word < 100'000; ++word) {
            text += std::to_string(word * (i + 1)) + " ";
        }
        file("run/f" + std::to_string(10 + i), text);
    }
    file("soak_profile.runtime_overrides.json", "{}\n");
    auto packed = PackedRun::begin(root, 7, folder / "run.deflate");
    ASSERT_TRUE(packed) << describe(packed.error());
    for (const BundleFile& one : files) {
        if (isOfRun(one.path)) {
            packed->add(one.path, bytesOf(folder / ("b/" + one.path)));
        }
    }
    ASSERT_TRUE(packed->finish());
    const auto archive = [&](const PackedRun* run) {
        std::string bytes;
        const Status status = packBundle(
            folder / "b", {root, 7, files},
            [&bytes](std::string_view piece) {
                bytes += piece;
                return Status(Done{});
            },
            {}, run);
        EXPECT_TRUE(status);
        return bytes;
    };
    EXPECT_TRUE(archive(&*packed) == archive(nullptr));
}

TEST(PackedRun, IsRefusedWhereThereIsSomethingAlready)
{
    const TempDir folder;
    folder.write("there", "mine");
    const auto packed = PackedRun::begin("soak-bundle-r", 0, folder / "there");
    ASSERT_FALSE(packed);
    EXPECT_EQ(packed.error().code, Errc::NotWritable);
    EXPECT_EQ(bytesOf(folder / "there"), "mine");
}

TEST(PackedRun, CanBeLeftUnfinished)
{
    const TempDir folder;
    auto packed = PackedRun::begin("soak-bundle-r", 0, folder / "packed");
    ASSERT_TRUE(packed);
    packed->add("run/a", std::string(1000, 'x'));
    const PackedRun moved = std::move(*packed);
    EXPECT_EQ(moved.file(), folder / "packed");
}

} // namespace

} // namespace soak
