// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/base/utf8.h"
#include "tests/support/property.h"

namespace soak
{
namespace
{

TEST(Utf8, DefectsBecomeOneReplacementEach)
{
    const struct {
        std::string_view bytes;
        std::string_view repaired;
    } table[] = {
        {"", ""},
        {"plain", "plain"},
        {"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"},
        {"a\x80z", "a\xEF\xBF\xBDz"},             // continuation without a lead
        {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"}, // overlong slash
        {"\xE0\x80\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},                 // surrogate
        {"\xF4\x90\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"}, // over U+10FFFF
        {"\xE2\x82", "\xEF\xBF\xBD"},   // cut short at the end
        {"\xE2\x82|", "\xEF\xBF\xBD|"}, // cut short by another
        {"\xF0\x9F\x98", "\xEF\xBF\xBD"},
        {"\xFF", "\xEF\xBF\xBD"},
    };

    for (const auto& row : table) {
        EXPECT_EQ(repairUtf8(row.bytes), row.repaired);
        EXPECT_EQ(isValidUtf8(row.bytes), row.bytes == row.repaired) << row.repaired;
    }
}

TEST(Utf8, ADefectIsFoundWhereverItStands)
{
    for (std::size_t at = 0; at < 20; ++at) {
        std::string text(20, 'x');
        EXPECT_TRUE(isValidUtf8(text));
        text[at] = '\xFF';
        EXPECT_FALSE(isValidUtf8(text)) << at;
    }
}

SOAK_PROPERTY(Utf8, RepairedTextIsValidAndStaysAsItIs, (const std::string& bytes))
{
    const std::string repaired = repairUtf8(bytes);
    RC_ASSERT(isValidUtf8(repaired));
    RC_ASSERT(repairUtf8(repaired) == repaired);
    RC_ASSERT(isValidUtf8(bytes) == (repaired == bytes));
}

TEST(Utf8, EveryCharacterReadsBackAsWritten)
{
    for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x900 ? 1 : 251) {
        if (c >= 0xD800 && c <= 0xDFFF) {
            continue;
        }
        std::string bytes;
        appendUtf8(bytes, c);
        std::size_t at = 0;
        ASSERT_EQ(nextCharacter(bytes, at), c);
        ASSERT_EQ(at, bytes.size());
    }
}

} // namespace
} // namespace soak
