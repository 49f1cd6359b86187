// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/folder.h"
#include "core/base/spool_file.h"
#include "tests/base/refusal.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

namespace soak
{
namespace
{

std::string bytesOfSpool(const SpoolFile& spool)
{
    std::string all;
    EXPECT_TRUE(spool.sendTo([&](std::string_view bytes) -> Status {
        all += bytes;
        return Done{};
    }));
    return all;
}

TEST(SpoolFile, GivesBackWhatWasAddedAndHasNoName)
{
    const TempDir dir;
    auto spool = SpoolFile::make(dir.path());
    ASSERT_TRUE(spool);
    EXPECT_EQ(bytesOfSpool(*spool), "");
    std::string expected;
    for (int piece = 0; piece < 100; ++piece) {
        const std::string bytes(static_cast<std::size_t>(piece) * 100, static_cast<char>(piece));
        ASSERT_TRUE(spool->append(bytes));
        expected += bytes;
    }
    EXPECT_EQ(spool->size(), expected.size());
    EXPECT_GT(expected.size(), 400'000U); // more pieces than one
    EXPECT_TRUE(bytesOfSpool(*spool) == expected);
    EXPECT_TRUE(bytesOfSpool(*spool) == expected) << "again";
    EXPECT_EQ(listFolder(dir.path()).value_or(std::vector<std::string>{"?"}),
              std::vector<std::string>{});

    SpoolFile moved = std::move(spool).value();
    ASSERT_TRUE(moved.append("end"));
    EXPECT_TRUE(bytesOfSpool(moved) == expected + "end");
}

TEST(SpoolFile, StopsWhereTheTakerDoes)
{
    const TempDir dir;
    auto spool = SpoolFile::make(dir.path());
    ASSERT_TRUE(spool);
    ASSERT_TRUE(spool->append(std::string(200'000, 'x')));
    int calls = 0;
    const Status sent = spool->sendTo([&](std::string_view) -> Status {
        return ++calls == 2 ? Status(Error{Errc::Cancelled, "enough", ""}) : Status(Done{});
    });
    EXPECT_EQ(codeOf(sent), Errc::Cancelled);
    EXPECT_EQ(calls, 2);
}

TEST(SpoolFile, RefusesAFolderThatIsNotThere)
{
    const TempDir dir;
    EXPECT_EQ(codeOf(SpoolFile::make(dir / "none")), Errc::NotWritable);
}

// As on a full disk.
TEST(SpoolFile, KeepsWhatWasThereWhenThereIsNoRoom)
{
    const TempDir dir;
    auto spool = SpoolFile::make(dir.path());
    ASSERT_TRUE(spool);
    ASSERT_TRUE(spool->append("kept"));
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{10, before.rlim_max};
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const Status refused = spool->append("more than ten");
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    EXPECT_EQ(codeOf(refused), Errc::NotWritable);
    EXPECT_EQ(bytesOfSpool(*spool), "kept");
    ASSERT_TRUE(spool->append(", too"));
    EXPECT_EQ(bytesOfSpool(*spool), "kept, too");
}

} // namespace
} // namespace soak
