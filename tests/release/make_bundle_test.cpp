// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/release/release_support.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <clocale>
#include <cstdlib>
#include <ctime>

namespace soak
{

namespace
{

TEST(MakeBundle, HoldsTheRunByteForByteAsFolderAndAsArchive)
{
    const TempDir folder;
    const fs::path run = mockRun(folder.path(), 36);
    const BundleOutcome made = bundleOf(run, folder / "dist");
    EXPECT_TRUE(made.isWritten);
    EXPECT_EQ(made.facts.result, BundleResult::Ready);
    EXPECT_EQ(made.folder, folder / "dist" / "soak-bundle-RUN_1760000000000");
    for (const auto& [path, bytes] : contentsOf(run)) {
        if (checkBundlePath("run/" + path)) {
            EXPECT_EQ(bytesOf(made.folder / "run" / path), bytes) << path;
        }
    }
    EXPECT_EQ(sha256(bytesOf(made.archive)), made.archiveSha256);
    EXPECT_EQ(fs::file_size(made.archive), made.archiveBytes);
    ASSERT_EQ(std::system(("cd '" + (folder / "dist").string() + "' && mkdir x && tar xzf '" +
                           made.archive.string() + "' -C x")
                              .c_str()),
              0);
    EXPECT_EQ(contentsOf(folder / "dist/x" / made.facts.name), contentsOf(made.folder));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder / "dist"), {}), 3)
        << "nothing else is left";
}

TEST(MakeBundle, IsTheSameInAnyFolderLocaleTimeZoneAndUmask)
{
    const TempDir folder;
    const TempDir other;
    const fs::path run = mockRun(folder.path(), 36);
    const BundleOutcome first = bundleOf(run, folder / "dist");
    fs::create_directories(other / "a b" / "c");
    fs::copy(run, other / "a b" / "c" / "run", fs::copy_options::recursive);

    ::setenv("TZ", "Pacific/Auckland", 1);
    ::tzset();
    const char* locale = std::setlocale(LC_ALL, "C.UTF-8");
    EXPECT_NE(locale, nullptr);
    const mode_t mask = ::umask(077);
    const BundleOutcome second = bundleOf(other / "a b" / "c" / "run", other / "dïst");
    ::umask(mask);
    std::setlocale(LC_ALL, "C");
    ::unsetenv("TZ");
    ::tzset();

    EXPECT_EQ(bytesOf(first.archive), bytesOf(second.archive));
    EXPECT_EQ(contentsOf(first.folder), contentsOf(second.folder));
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(second.folder)) {
        const auto wanted = entry.is_directory() ? fs::perms(0755) : fs::perms(0644);
        EXPECT_EQ(entry.status().permissions(), wanted) << entry.path();
    }
}

TEST(MakeBundle, ARunThatIsNotReadyIsRefusedWithReasonsAndNothingIsWritten)
{
    const TempDir folder;
    const fs::path run = mockRun(folder.path(), 8);
    const BundleOutcome refused = bundleOf(run, folder / "dist");
    EXPECT_TRUE(refused.isRefused);
    EXPECT_FALSE(refused.isWritten);
    ASSERT_EQ(refused.facts.blockers.size(), 1U);
    EXPECT_TRUE(refused.facts.blockers[0].starts_with("the verdict is FAIL: mean of "))
        << refused.facts.blockers[0];
    EXPECT_FALSE(fs::exists(folder / "dist"));
}

TEST(MakeBundle, AllowedToFailSaysPartialInEveryFileOfItsOwn)
{
    const TempDir folder;
    const BundleOutcome made =
        bundleOf(mockRun(folder.path(), 8), folder / "dist",
                 [](BundleRequest& request) { request.allowPartial = true; });
    ASSERT_TRUE(made.isWritten);
    EXPECT_EQ(made.facts.result, BundleResult::Partial);
    for (const auto& [path, bytes] : contentsOf(made.folder)) {
        EXPECT_EQ(bytes.find("PARTIAL") != std::string::npos, !path.starts_with("run/")) << path;
    }
    const auto verification = verificationOf(made.archive);
    EXPECT_FALSE(hasFailed(verification)) << testing::PrintToString(complaintsOf(verification));
    EXPECT_EQ(verification.manifest->result, BundleResult::Partial);
}

TEST(MakeBundle, AReadyRunStaysReadyWhenItMayFail)
{
    const TempDir folder;
    const BundleOutcome made =
        bundleOf(mockRun(folder.path(), 36), folder / "dist",
                 [](BundleRequest& request) { request.allowPartial = true; });
    EXPECT_EQ(made.facts.result, BundleResult::Ready);
}

TEST(MakeBundle, ADryRunNamesTheFilesThatAreThenMade)
{
    const TempDir folder;
    const fs::path run = mockRun(folder.path(), 36);
    const fs::path key = makeKey(folder.path(), "key");
    const auto sign = [&key](BundleRequest& request) { request.signingKey = key; };
    const BundleOutcome planned = bundleOf(run, folder / "dist", [&](BundleRequest& request) {
        sign(request);
        request.dryRun = true;
    });
    EXPECT_FALSE(planned.isWritten);
    EXPECT_FALSE(fs::exists(folder / "dist"));
    const BundleOutcome made = bundleOf(run, folder / "dist", sign);
    EXPECT_TRUE(made.isSigned);
    ASSERT_EQ(planned.files.size(), made.files.size());
    for (std::size_t i = 0; i < made.files.size(); ++i) {
        EXPECT_EQ(planned.files[i].path, made.files[i].path);
    }
}

TEST(MakeBundle, OneThatIsThereIsReplacedByForceOnly)
{
    const TempDir folder;
    const fs::path run = mockRun(folder.path(), 36);
    const BundleOutcome first = bundleOf(run, folder / "dist");
    folder.write("dist/soak-bundle-RUN_1760000000000/mine.txt", "mine");
    BundleRequest request;
    request.run = run;
    request.out = folder / "dist";
    const auto refused = makeBundle(request);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::Locked);
    EXPECT_TRUE(fs::exists(first.folder / "mine.txt"));
    request.force = true;
    request.version = "v2";
    const auto forced = makeBundle(request);
    ASSERT_TRUE(forced) << describe(forced.error());
    EXPECT_FALSE(fs::exists(first.folder / "mine.txt"));
    EXPECT_FALSE(hasFailed(verificationOf(first.folder)));
    EXPECT_NE(forced->archiveSha256, first.archiveSha256);
    EXPECT_EQ(sha256(bytesOf(first.archive)), forced->archiveSha256);
}

TEST(MakeBundle, AFailedSignatureLeavesNothing)
{
    const TempDir folder;
    BundleRequest request;
    request.run = mockRun(folder.path(), 36);
    request.out = folder / "dist";
    request.signingKey = folder / "no key";
    const auto made = makeBundle(request);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, Errc::Environment);
    EXPECT_TRUE(fs::is_empty(folder / "dist"));
}

TEST(MakeBundle, AStopLeavesNothing)
{
    const TempDir folder;
    BundleRequest request;
    request.run = mockRun(folder.path(), 36);
    request.out = folder / "dist";
    std::stop_source stop;
    std::uint64_t told = 0;
    const auto made = makeBundle(request, stop.get_token(),
                                 [&](std::uint64_t, std::uint64_t, std::string_view what) {
                                     told += what.starts_with("copying") ? 1 : 0;
                                     stop.request_stop();
                                 });
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, Errc::Cancelled);
    EXPECT_TRUE(!fs::exists(folder / "dist") || fs::is_empty(folder / "dist"));
}

TEST(MakeBundle, TimesComeFromTheRun)
{
    const TempDir folder;
    const fs::path run = mockRun(folder.path(), 36);
    ::setenv("SOURCE_DATE_EPOCH", "1", 1);
    ::setenv("MM_FREEZE_UTC_ISO", "2001-01-01T00:00:00Z", 1);
    const BundleOutcome made = bundleOf(run, folder / "dist");
    ::unsetenv("SOURCE_DATE_EPOCH");
    ::unsetenv("MM_FREEZE_UTC_ISO");
    EXPECT_TRUE(made.facts.context.timestamp.value_or("").starts_with("2025-10-")) << "DOMAIN 8";
    const auto plan = inspectArchive(made.archive);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->mtime, made.facts.mtime);
}

} // namespace

} // namespace soak
