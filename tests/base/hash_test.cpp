// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash_stream.h"
#include "tests/support/property.h"

#include <thread>
#include <vector>

namespace soak
{
namespace
{

TEST(Hash, Sha256OfTheStandardsExamples)
{
    const std::pair<std::string, std::string_view> table[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
        {std::string(1000000, 'a'),
         "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
        {"{}", "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"},
    };
    for (const auto& [bytes, expected] : table) {
        EXPECT_EQ(sha256Hex(bytes), expected);
    }
}

TEST(Hash, ThreadsDoNotDisturbEachOther)
{
    const std::string bytes(5000, 'x');
    const std::string expected = sha256Hex(bytes);
    std::vector<std::string> last(4);
    std::vector<std::thread> threads;
    for (std::string& mine : last) {
        threads.emplace_back([&mine, &bytes] {
            for (int i = 0; i < 200; ++i) {
                mine = sha256Hex(bytes);
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const std::string& mine : last) {
        EXPECT_EQ(mine, expected);
    }
}

SOAK_PROPERTY(Hash, HexTextReadsBack, (const std::string& bytes))
{
    const Sha256 digest = sha256(bytes);
    RC_ASSERT(parseSha256(hexText(digest)) == digest);
}

TEST(Hash, ParsesEitherCaseAndNothingElse)
{
    const std::string lower = sha256Hex("abc");
    std::string upper = lower;
    for (char& c : upper) {
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    EXPECT_EQ(parseSha256(upper), parseSha256(lower));
    EXPECT_TRUE(parseSha256(lower));
    EXPECT_FALSE(parseSha256(""));
    EXPECT_FALSE(parseSha256(lower.substr(1)));
    EXPECT_FALSE(parseSha256(lower + "0"));
    EXPECT_FALSE(parseSha256("g" + lower.substr(1)));
    EXPECT_FALSE(parseSha256(" " + lower.substr(1)));
}

TEST(Sha256Stream, OfPiecesIsThatOfTheWhole)
{
    Sha256Stream stream;
    for (const std::string_view piece : {"a", "", "bc"}) {
        stream.add(piece);
    }
    EXPECT_EQ(stream.finish(), sha256("abc"));
    EXPECT_EQ(Sha256Stream().finish(), sha256(""));
}

} // namespace
} // namespace soak
