// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/gzip_stream.h"
#include "tests/release/release_support.h"

#include <gtest/gtest.h>

#include <array>

namespace soak
{

namespace
{

struct Inflated {
    std::string text;
    Status status = Done{};
};

Inflated inflated(const std::string& bytes, std::size_t piece = 1000,
                  std::uint64_t most = 1ULL << 30U)
{
    Inflated result;
    GzipReader reader(
        [&result](std::string_view part) -> Status {
            result.text += part;
            return Done{};
        },
        most);
    for (std::size_t at = 0; at < bytes.size() && result.status; at += piece) {
        result.status = reader.feed(std::string_view(bytes).substr(at, piece));
    }
    if (result.status) {
        result.status = reader.finish();
    }
    return result;
}

std::string numbers(int count)
{
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += std::to_string(std::int64_t{i} * i) + "\n";
    }
    return text;
}

TEST(GzipStream, IsReadBackInPiecesOfAnySize)
{
    const std::string text = numbers(20000);
    const std::string packed = gzipOf(text);
    EXPECT_LT(packed.size(), text.size() / 2);
    for (const std::size_t piece : {1U, 9U, 10U, 11U, 4096U, 1000000U}) {
        const Inflated read = inflated(packed, piece);
        ASSERT_TRUE(read.status) << piece << ": " << describe(read.status.error());
        EXPECT_EQ(read.text, text) << piece;
    }
    EXPECT_EQ(inflated(gzipOf("")).text, "");
    EXPECT_TRUE(inflated(gzipOf("")).status);
}

// One writer with three sections.
std::string inSections(const std::array<std::string, 3>& texts)
{
    std::string bytes;
    GzipWriter writer([&bytes](std::string_view piece) {
        bytes += piece;
        return Status(Done{});
    });
    EXPECT_TRUE(writer.write(texts[0]));
    EXPECT_TRUE(writer.endSection());
    EXPECT_TRUE(writer.write(texts[1]));
    EXPECT_TRUE(writer.endSection());
    EXPECT_TRUE(writer.write(texts[2]));
    EXPECT_TRUE(writer.finish());
    return bytes;
}

// The same, the middle one made before the first.
std::string middleFirst(const std::array<std::string, 3>& texts)
{
    std::string middle;
    DeflateSections apart([&middle](std::string_view piece) {
        middle += piece;
        return Status(Done{});
    });
    EXPECT_TRUE(apart.write(texts[1]));
    const GzipSums sums = apart.takeSums();
    EXPECT_TRUE(apart.endSection());
    std::string bytes;
    GzipWriter writer([&bytes](std::string_view piece) {
        bytes += piece;
        return Status(Done{});
    });
    EXPECT_TRUE(writer.write(texts[0]));
    EXPECT_TRUE(writer.endSection());
    EXPECT_TRUE(writer.addCompressed(middle));
    writer.addSums(sums);
    EXPECT_TRUE(writer.write(texts[2]));
    EXPECT_TRUE(writer.finish());
    return bytes;
}

TEST(GzipStream, SectionsMadeApartGiveTheBytesOfOneWriter)
{
    for (const int first : {0, 1, 17, 9000, 40000}) {
        for (const int second : {0, 1, 300, 65536, 123457}) {
            for (const int third : {0, 5, 30000}) {
                const std::array texts{numbers(first), numbers(second), numbers(third)};
                const std::string bytes = inSections(texts);
                ASSERT_EQ(middleFirst(texts), bytes) << first << " " << second << " " << third;
                const Inflated read = inflated(bytes);
                ASSERT_TRUE(read.status) << describe(read.status.error());
                ASSERT_EQ(read.text, texts[0] + texts[1] + texts[2]);
            }
        }
    }
}

TEST(GzipStream, IsReadByGzip)
{
    const TempDir folder;
    const std::string text = numbers(20000);
    folder.write("a.gz", gzipOf(text));
    ASSERT_EQ(std::system(("gzip -t '" + (folder / "a.gz").string() + "' && gzip -d '" +
                           (folder / "a.gz").string() + "'")
                              .c_str()),
              0);
    EXPECT_EQ(bytesOf(folder / "a"), text);
}

TEST(GzipStream, RefusesEveryOtherHeaderByteAndTrailerByte)
{
    const std::string packed = gzipOf(numbers(300));
    for (std::size_t at = 0; at < packed.size(); ++at) {
        if (at >= kGzipHeaderBytes && at + kGzipTrailerBytes < packed.size()) {
            continue;
        }
        std::string changed = packed;
        changed[at] = static_cast<char>(changed[at] ^ 4);
        EXPECT_FALSE(inflated(changed).status) << "byte " << at;
    }
}

TEST(GzipStream, RefusesEveryShorterFileAndAnythingAfterIt)
{
    const std::string packed = gzipOf(numbers(300));
    for (std::size_t size = 0; size < packed.size(); ++size) {
        EXPECT_FALSE(inflated(packed.substr(0, size)).status) << size;
    }
    EXPECT_FALSE(inflated(packed + "x").status);
    EXPECT_FALSE(inflated(packed + packed).status) << "a second member";
}

TEST(GzipStream, StopsAtTheMostThatIsAllowed)
{
    const std::string packed = gzipOf(std::string(100000, 'x'));
    EXPECT_TRUE(inflated(packed, 1000, 100000).status);
    const Inflated cut = inflated(packed, 1000, 99999);
    ASSERT_FALSE(cut.status);
    EXPECT_EQ(cut.status.error().code, Errc::TooLarge);
    EXPECT_LE(cut.text.size(), 99999U);
}

TEST(GzipStream, StopsABombLongBeforeItsEnd)
{
    std::string packed;
    GzipWriter writer([&packed](std::string_view piece) {
        packed += piece;
        return Status(Done{});
    });
    const std::string zeros(1 << 20, '\0');
    for (int i = 0; i < 100; ++i) {
        ASSERT_TRUE(writer.write(zeros));
    }
    ASSERT_TRUE(writer.finish());
    std::uint64_t seen = 0;
    GzipReader reader(
        [&seen](std::string_view part) -> Status {
            seen += part.size();
            return Done{};
        },
        1ULL << 40U);
    const Status status = reader.feed(packed);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, Errc::TooLarge);
    EXPECT_LT(seen, 40U << 20U);
}

TEST(GzipStream, PassesOnWhatTheSinkSays)
{
    GzipReader reader(
        [](std::string_view) -> Status {
            return Error{Errc::NotWritable, "full", "x"};
        },
        1000);
    const Status status = reader.feed(gzipOf("text"));
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().message, "full");
}

} // namespace

} // namespace soak
