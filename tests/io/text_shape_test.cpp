// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_shape.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <string>

namespace soak
{
namespace
{

// The shape of a flat object whose members "n", "r" and "s" are free.
TextShape shapeOf(const std::string& text)
{
    simdjson::dom::parser parser;
    EXPECT_EQ(parser.parse(text).error(), simdjson::SUCCESS);
    const Tape tape{parser.doc.tape.get(), parser.doc.string_buf.get()};
    std::vector<std::size_t> free;
    forEachMember(tape, 1, [&](std::string_view key, std::size_t value) {
        if (key == "n" || key == "r" || key == "s") {
            free.push_back(value);
        }
        return true;
    });
    return TextShape(text, tape, free);
}

constexpr const char* kShapeText =
    R"({"a": [1, "x\"y", true, null, {}], "n": 7, "o": -1.5e3, "r": 2.5, "s": "abc", "z": "end"})";

std::string with(std::string_view from, std::string_view to)
{
    std::string text = kShapeText;
    return text.replace(text.find(from), from.size(), to);
}

TEST(TextShape, ReadsWhatStandsInItsHoles)
{
    const TextShape shape = shapeOf(kShapeText);
    std::vector<HoleValue> values;
    ASSERT_TRUE(shape.read(kShapeText, values));
    ASSERT_EQ(values.size(), 3U);
    EXPECT_EQ(values[0].number, 7);
    EXPECT_EQ(values[1].number, 2.5);
    EXPECT_EQ(values[2].text, "abc");

    struct Case {
        const char* token;
        double value;
    };

    for (const Case& c : {Case{"0.1", 0.1}, Case{"-0.30000000000000004", -0.30000000000000004},
                          Case{"1e-05", 1e-5}, Case{"123456789012345.6789", 123456789012345.6789},
                          Case{"1.7976931348623157E+308", 1.7976931348623157e308},
                          Case{"999999999999.999", 999999999999.999},
                          Case{"0.000000000000001", 1e-15}, Case{"-0.0", 0.0}}) {
        ASSERT_TRUE(shape.read(with("2.5", c.token), values)) << c.token;
        EXPECT_EQ(values[1].number, c.value) << c.token;
    }
    ASSERT_TRUE(shape.read(with(": 7", ": -1234567890123456789"), values));
    EXPECT_EQ(values[0].number, -1234567890123456789.0);
}

TEST(TextShape, TakesNoTextThatDiffersElsewhere)
{
    const TextShape shape = shapeOf(kShapeText);
    std::vector<HoleValue> values;
    for (const std::string& text :
         {with("true", "True"), with("end", "eNd"), with("-1.5e3", "-1.5e4"),
          with("\"n\"", "\"m\""), std::string(kShapeText) + " ",
          std::string(kShapeText).substr(0, 40), std::string(), with("abc", "abcd"),
          with(": 7", ":7")}) {
        EXPECT_FALSE(shape.read(text, values)) << text;
    }
}

TEST(TextShape, TakesNoTokenThatIsNoNumberOfItsKind)
{
    const TextShape shape = shapeOf(kShapeText);
    std::vector<HoleValue> values;
    for (const char* token : {"2", "02.5", "2.", ".5", "-", "2.5.5", "1e", "1e+", "1e999", "--2.5",
                              "+2.5", "null", "\"2.5\"", "", "0x1.8", "2.5 "}) {
        EXPECT_FALSE(shape.read(with("2.5", token), values)) << token;
    }
    for (const char* token : {": 7.0", ": 07", ": -", ": 7e1", ": ", ": true",
                              ": 9223372036854775808", ": 99999999999999999999993"}) {
        EXPECT_FALSE(shape.read(with(": 7", token), values)) << token;
    }
}

TEST(TextShape, ChecksIgnoredNumbersAllTheSame)
{
    TextShape shape = shapeOf(kShapeText);
    shape.ignore(1);
    std::vector<HoleValue> values;
    EXPECT_TRUE(shape.read(with("2.5", "17.25"), values));
    for (const char* token : {"2", "02.5", "2.", "1e5", "1.5e999", "x"}) {
        EXPECT_FALSE(shape.read(with("2.5", token), values)) << token;
    }
}

} // namespace
} // namespace soak
