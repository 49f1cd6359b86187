// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/descriptor.h"
#include "core/base/file.h"
#include "tests/base/refusal.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <cerrno>
#include <csignal>
#include <thread>

namespace soak
{
namespace
{

TEST(ReadFile, GivesTheBytes)
{
    const TempDir dir;
    const std::string bytes("a\0\xFF\n", 4);
    EXPECT_EQ(readFile(dir.write("x", bytes)).value_or("?"), bytes);
    EXPECT_EQ(readFile(dir.write("empty", "")).value_or("?"), "");
    const std::string large(300000, 'x');
    EXPECT_EQ(readFile(dir.write("large", large)).value_or("?"), large);
}

TEST(ReadFile, ReadsFilesThatTellNoSize)
{
    EXPECT_GT(readFile("/proc/self/status").value_or("").size(), 100U);
}

TEST(ReadFile, RefusesWhatIsNotThere)
{
    const TempDir dir;
    dir.write("file", "x");
    EXPECT_EQ(codeOf(readFile(dir / "none")), Errc::NotFound);
    EXPECT_EQ(codeOf(readFile(dir / "file/below")), Errc::NotFound);
    EXPECT_EQ(codeOf(readFile("")), Errc::NotFound);
    const Result<std::string> none = readFile(dir / "none");
    EXPECT_EQ(describe(none.error()), (dir / "none").string() + ": no such file");
}

TEST(ReadFile, ReadsUpToTheLimitAndNoFurther)
{
    const TempDir dir;
    const fs::path path = dir.write("ten", "0123456789");
    EXPECT_EQ(readFile(path, 10).value_or("?"), "0123456789");
    EXPECT_EQ(codeOf(readFile(path, 9)), Errc::TooLarge);
    EXPECT_EQ(codeOf(readFile("/proc/self/status", 10)), Errc::TooLarge); // its size is told as 0
}

TEST(ReadFile, RefusesWhatIsNoRegularFileWithoutHanging)
{
    const TempDir dir;
    ASSERT_EQ(::mkfifo((dir / "fifo").c_str(), 0600), 0);
    const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    (dir / "socket").string().copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    for (const fs::path& path : {dir / "fifo", dir / "socket", dir.path(), fs::path("/dev/zero")}) {
        EXPECT_EQ(codeOf(readFile(path)), Errc::BadInput) << path;
    }
    EXPECT_EQ(codeOf(readFile(std::string("a\0b", 3))), Errc::BadInput);
}

TEST(ReadFile, FollowsLinksOnlyWhenTold)
{
    const TempDir dir;
    dir.write("target", "x");
    fs::create_symlink("target", dir / "link");
    fs::create_symlink("loop", dir / "loop");
    EXPECT_EQ(readFile(dir / "link").value_or("?"), "x");
    EXPECT_EQ(codeOf(readFile(dir / "link", kMaxFileBytes, FollowLinks::No)), Errc::BadInput);
    EXPECT_EQ(codeOf(readFile(dir / "loop")), Errc::BadInput);
}

TEST(ReadFile, SaysWhenDescriptorsRunOut)
{
    const TempDir dir;
    const fs::path path = dir.write("x", "x");
    rlimit former{};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &former), 0);
    const rlimit none{0, former.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &none), 0);
    const std::optional<Errc> code = codeOf(readFile(path));
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &former), 0);
    EXPECT_EQ(code, Errc::Environment);
}

// DOMAIN 9, defect 53: overrides and state were written in place.
TEST(Defect53, WritingReplacesTheWholeFileAtOnce)
{
    const TempDir dir;
    const fs::path path = dir.write("state.json", "old");
    const Descriptor reader(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    ASSERT_TRUE(writeFileAtomically(path, "new and longer"));
    EXPECT_EQ(bytesOf(path), "new and longer");
    std::string seen(3, '\0');
    ASSERT_EQ(::read(reader.get(), seen.data(), seen.size()), 3);
    EXPECT_EQ(seen, "old"); // who had it open sees the old one, whole
    EXPECT_EQ(listFolder(dir.path())->size(), 1U);
}

TEST(WriteFileAtomically, ReadersNeverSeeAMix)
{
    const TempDir dir;
    const fs::path path = dir.write("x", std::string(100000, 'a'));
    std::jthread writer([&path](const std::stop_token& stop) {
        for (char c = 'a'; !stop.stop_requested(); c = c == 'a' ? 'b' : 'a') {
            EXPECT_TRUE(writeFileAtomically(path, std::string(100000, c)));
        }
    });
    for (int i = 0; i < 200; ++i) {
        const std::string bytes = readFile(path).value_or("");
        ASSERT_EQ(bytes.size(), 100000U);
        ASSERT_EQ(bytes.find_first_not_of(bytes.front()), std::string::npos);
    }
}

TEST(WriteFileAtomically, ThreadsMayWriteOneFileAtOnce)
{
    const TempDir dir;
    {
        std::vector<std::jthread> writers;
        for (char c = 'a'; c < 'e'; ++c) {
            writers.emplace_back([&dir, c] {
                for (int i = 0; i < 20; ++i) {
                    EXPECT_TRUE(writeFileAtomically(dir / "x", std::string(5000, c)));
                }
            });
        }
    }
    const std::string bytes = bytesOf(dir / "x");
    EXPECT_EQ(bytes, std::string(5000, bytes.front()));
    EXPECT_EQ(listFolder(dir.path())->size(), 1U);
}

TEST(WriteFileAtomically, MakesFilesThatOthersMayRead)
{
    const TempDir dir;
    const mode_t former = ::umask(022);
    ASSERT_TRUE(writeFileAtomically(dir / "x", "x"));
    ::umask(former);

    struct stat status {
    };

    ASSERT_EQ(::stat((dir / "x").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0644U);
}

TEST(WriteFileAtomically, ReplacesALinkAndNotItsTarget)
{
    const TempDir dir;
    dir.write("target", "old");
    fs::create_symlink("target", dir / "link");
    ASSERT_TRUE(writeFileAtomically(dir / "link", "new"));
    EXPECT_EQ(bytesOf(dir / "target"), "old");
    EXPECT_FALSE(fs::is_symlink(dir / "link"));
}

TEST(WriteFileAtomically, LeavesDevicesAndLinksToThemAlone)
{
    const TempDir folder;
    const fs::path link = folder / "stream";
    fs::create_symlink("/dev/null", link);
    const Status written = writeFileAtomically(link, "x");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, Errc::NotWritable);
    EXPECT_EQ(written.error().message, "is not a regular file");
    EXPECT_TRUE(fs::is_symlink(link));
}

TEST(WriteFileAtomically, SaysWhyItCannotAndLeavesNothing)
{
    const TempDir dir;
    dir.write("folder/inside", "x");
    dir.write("file", "x");
    const std::pair<fs::path, std::string_view> table[] = {
        {dir / "none/x", "cannot create: no such file or directory"},
        {dir / "file/x", "cannot create: not a directory"},
        {dir / "folder", "cannot replace: is a directory"},
        {dir / std::string(255, 'n'), "cannot create: file name too long"},
        {"", "not a name of a file"},
    };
    for (const auto& [path, message] : table) {
        const Status status = writeFileAtomically(path, "bytes");
        ASSERT_FALSE(status) << path;
        EXPECT_EQ(status.error(), (Error{Errc::NotWritable, std::string(message), path.string()}));
    }
    EXPECT_EQ(listFolder(dir.path())->size(), 2U);
    EXPECT_TRUE(fs::exists(dir / "folder/inside"));
}

TEST(WriteFileAtomically, WhenWritingFailsTheOldFileStaysAndTheTemporaryGoes)
{
    const TempDir dir;
    const fs::path path = dir.write("x", "old");
    const auto formerHandler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit former{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &former), 0);
    const rlimit small{1000, former.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const Status status =
        writeFileAtomically(path, std::string(5000, 'n')); // a short write, then EFBIG
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &former), 0);
    std::signal(SIGXFSZ, formerHandler);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error(),
              (Error{Errc::NotWritable, "cannot write: file too large", path.string()}));
    EXPECT_EQ(bytesOf(path), "old");
    EXPECT_EQ(listFolder(dir.path())->size(), 1U);
}

TEST(IsTemporaryName, KnowsItsOwnOnly)
{
    EXPECT_TRUE(isTemporaryName(".x.tmp.12.0"));
    EXPECT_TRUE(isTemporaryName(".ITER_SUMMARY_3.json.tmp.4711.12"));
    for (const std::string_view name : {"", "x.tmp.12.0", ".x.tmp.12", ".x.tmp.", ".x.tmp.12.",
                                        ".x.tmp.a.0", ".tmp.12.0", ".x", ".x.tmp.1.2.3"}) {
        EXPECT_FALSE(isTemporaryName(name)) << name;
    }
}

TEST(LinkOrCopy, GivesTheFileASecondName)
{
    const TempDir dir;
    const fs::path from = dir.write("from", "bytes");
    ASSERT_TRUE(linkOrCopy(from, dir / "to"));
    EXPECT_EQ(bytesOf(dir / "to"), "bytes");
    EXPECT_TRUE(fs::equivalent(from, dir / "to"));
}

TEST(LinkOrCopy, RefusesWhatItMustNotTouch)
{
    const TempDir dir;
    const fs::path from = dir.write("from", "bytes");
    const fs::path there = dir.write("there", "old");
    fs::create_symlink("from", dir / "link");
    EXPECT_EQ(codeOf(linkOrCopy(from, there)), Errc::NotWritable);
    EXPECT_EQ(bytesOf(there), "old");
    EXPECT_EQ(codeOf(linkOrCopy(dir / "none", dir / "to")), Errc::NotFound);
    EXPECT_EQ(codeOf(linkOrCopy(dir / "link", dir / "to")), Errc::BadInput);
    EXPECT_EQ(codeOf(linkOrCopy(dir.path(), dir / "to")), Errc::BadInput);
    EXPECT_FALSE(fs::exists(dir / "to"));
}

TEST(LinkOrCopy, CopiesWhereLinksCannotBe)
{
    const TempDir dir;
    const std::string bytes(200000, 'x');
    const fs::path from = dir.write("from", bytes);
    const Descriptor source(::open(from.c_str(), O_RDONLY | O_CLOEXEC));
    ASSERT_TRUE(detail::copyFile(source.get(), from, dir / "to"));
    EXPECT_EQ(bytesOf(dir / "to"), bytes);
    EXPECT_FALSE(fs::equivalent(from, dir / "to"));
    EXPECT_EQ(codeOf(detail::copyFile(source.get(), from, dir / "to")), Errc::NotWritable);
    EXPECT_EQ(bytesOf(dir / "to"), bytes);
}

TEST(FileText, ErrnoIsLowerCase)
{
    EXPECT_EQ(errnoText(ENOSPC), "no space left on device");
    EXPECT_EQ(errnoText(ENOENT), "no such file or directory");
}

TEST(FileText, PathsAreValidText)
{
    EXPECT_EQ(pathText("a b/\xC3\xA9"), "a b/\xC3\xA9");
    EXPECT_EQ(pathText("a\xFF"), "a\xEF\xBF\xBD");
}

} // namespace
} // namespace soak
