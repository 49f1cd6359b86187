// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/canonical_tar.h"
#include "tests/release/release_support.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

const std::string kTarRoot = "soak-bundle-RUN_1760000000000/";

struct ReadTar {
    std::map<std::string, std::string> files;
    Status status = Done{};
};

// Fed in pieces of `piece` bytes.
ReadTar readTar(const std::string& tar, std::size_t piece = 4096)
{
    ReadTar read;
    std::string current;
    TarEvents events;
    events.onFile = [&](const std::string& path, std::uint64_t) -> Status {
        current = path;
        read.files[current];
        return Done{};
    };
    events.onData = [&](std::string_view bytes) -> Status {
        read.files[current] += bytes;
        return Done{};
    };
    events.onFileEnd = []() -> Status { return Done{}; };
    TarReader reader(std::move(events));
    for (std::size_t at = 0; at < tar.size() && read.status; at += piece) {
        read.status = reader.feed(std::string_view(tar).substr(at, piece));
    }
    if (read.status) {
        read.status = reader.finish();
    }
    return read;
}

std::string refusalOf(const std::vector<RawEntry>& entries)
{
    const ReadTar read = readTar(tarOf(entries));
    return read.status ? "accepted" : read.status.error().message;
}

std::function<void(std::string&)> withType(char type)
{
    return [type](std::string& header) { header[156] = type; };
}

TEST(CanonicalTar, IsReadBackInPiecesOfAnySize)
{
    const std::string tar = tarOf({{kTarRoot + "MANIFEST.json", "{}"},
                                   {kTarRoot + "README.md", ""},
                                   {kTarRoot + "run/RUN.json", std::string(1024, 'x')}});
    for (const std::size_t piece : {1U, 7U, 511U, 512U, 513U, 100000U}) {
        const ReadTar read = readTar(tar, piece);
        ASSERT_TRUE(read.status) << piece << ": " << describe(read.status.error());
        EXPECT_EQ(read.files,
                  (std::map<std::string, std::string>{{"MANIFEST.json", "{}"},
                                                      {"README.md", ""},
                                                      {"run/RUN.json", std::string(1024, 'x')}}));
    }
}

TEST(CanonicalTar, RefusesEveryOtherByteOfAHeaderOrPadding)
{
    const std::string tar = tarOf({{kTarRoot + "README.md", "text"}});
    for (std::size_t at = 0; at < tar.size(); ++at) {
        if (at >= 512 && at < 516) {
            continue; // the content is the hashes' business
        }
        std::string changed = tar;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_FALSE(readTar(changed).status) << "byte " << at;
    }
}

TEST(CanonicalTar, RefusesEveryShorterAndLongerArchive)
{
    const std::string tar = tarOf({{kTarRoot + "README.md", "text"}});
    for (std::size_t size = 0; size < tar.size(); ++size) {
        EXPECT_FALSE(readTar(tar.substr(0, size)).status) << size;
    }
    EXPECT_FALSE(readTar(tar + std::string(1, '\0')).status);
    EXPECT_FALSE(readTar(tar + std::string(512, '\0')).status);
    EXPECT_FALSE(readTar(std::string(1024, '\0')).status);
}

TEST(CanonicalTar, SaysWhatIsWrongWithAName)
{
    EXPECT_EQ(refusalOf({{"../etc/passwd", "x"}}), "the name leads out of the bundle");
    EXPECT_EQ(refusalOf({{kTarRoot + "../../x", "x"}}), "the name leads out of the bundle");
    EXPECT_EQ(refusalOf({{kTarRoot + "run/../../x", "x"}}), "the name leads out of the bundle");
    EXPECT_EQ(refusalOf({{"/etc/passwd", "x"}}), "the name is absolute");
    EXPECT_EQ(refusalOf({{kTarRoot + "/etc/passwd", "x"}}), "the name is absolute");
    EXPECT_EQ(refusalOf({{kTarRoot + "a\xff", "x"}}), "the name is not UTF-8");
    EXPECT_EQ(refusalOf({{kTarRoot + "run//RUN.json", "x"}}), "the name is not written plainly");
    EXPECT_EQ(refusalOf({{kTarRoot + "evil.sh", "x"}}), "a bundle has no such file");
    EXPECT_EQ(refusalOf({{kTarRoot + "README.md", "x"}, {kTarRoot + "readme.MD", "y"}}),
              "is there twice, or differs from another name in case only");
    EXPECT_EQ(refusalOf({{kTarRoot + "README.md", "x"}, {kTarRoot + "README.md", "x"}}),
              "is there twice, or differs from another name in case only");
    EXPECT_EQ(refusalOf({{kTarRoot + "README.md", "x"}, {kTarRoot + "FAILURES.md", "y"}}),
              "stands after " + kTarRoot + "README.md, out of order");
    EXPECT_EQ(refusalOf({{"README.md", "x"}}), "does not lie in a folder soak-bundle-<run>");
    EXPECT_EQ(refusalOf({{kTarRoot + "MANIFEST.json", "x"}, {"soak-bundle-RUN_2/README.md", "y"}}),
              "a bundle has no such file");
}

TEST(CanonicalTar, SaysWhatKindOfEntryItRefuses)
{
    const std::string path = kTarRoot + "README.md";
    EXPECT_EQ(refusalOf({{path, "", withType('1')}}), "is a hard link");
    EXPECT_EQ(refusalOf({{path, "", withType('2')}}), "is a symbolic link");
    EXPECT_EQ(refusalOf({{path, "", withType('3')}}), "is a device");
    EXPECT_EQ(refusalOf({{path, "", withType('4')}}), "is a device");
    EXPECT_EQ(refusalOf({{path, "", withType('5')}}), "is a folder entry");
    EXPECT_EQ(refusalOf({{path, "", withType('6')}}), "is a FIFO");
    for (const char type : {'x', 'g', 'L', 'K', 'S', 'V', '\0'}) {
        EXPECT_EQ(refusalOf({{path, "", withType(type)}}),
                  "is an entry of a kind that bundles do not have");
    }
}

TEST(CanonicalTar, RefusesAFileThatSaysItIsHuge)
{
    const auto huge = [](std::string& header) { header.replace(124, 11, "77777777777"); };
    EXPECT_EQ(refusalOf({{kTarRoot + "README.md", "", huge}}),
              "larger than the limit of 67108864 bytes");
    const auto binary = [](std::string& header) { header[124] = '\x80'; };
    EXPECT_EQ(refusalOf({{kTarRoot + "README.md", "", binary}}),
              "larger than the limit of 67108864 bytes");
}

TEST(CanonicalTar, IsReadByTar)
{
    const TempDir folder;
    folder.write("a.tar",
                 tarOf({{kTarRoot + "README.md", "text"}, {kTarRoot + "run/RUN.json", "{}"}}));
    ASSERT_EQ(std::system(("cd '" + folder.path().string() + "' && tar xf a.tar").c_str()), 0);
    EXPECT_EQ(bytesOf(folder / (kTarRoot + "README.md")), "text");
    EXPECT_EQ(bytesOf(folder / (kTarRoot + "run/RUN.json")), "{}");
}

} // namespace

} // namespace soak
