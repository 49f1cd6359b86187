// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tape_shape.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <string>

namespace soak
{
namespace
{

// A parsed text; the value begins at 1.
class Parsed final
{
public:
    explicit Parsed(std::string text) : m_text(std::move(text))
    {
        EXPECT_EQ(m_parser.parse(m_text).error(), simdjson::SUCCESS) << m_text;
    }

    [[nodiscard]] Tape tape() const
    {
        return {m_parser.doc.tape.get(), m_parser.doc.string_buf.get()};
    }

    // Where the member `key` of the object stands.
    [[nodiscard]] std::size_t at(std::string_view key) const
    {
        std::size_t place = 0;
        forEachMember(tape(), 1, [&](std::string_view name, std::size_t value) {
            place = name == key ? value : place;
            return true;
        });
        EXPECT_NE(place, 0U) << key;
        return place;
    }

private:
    std::string m_text;
    simdjson::dom::parser m_parser;
};

TEST(Tape, BecomesTheSameTree)
{
    const char* text =
        R"({"a":[1,-2,3.5,18446744073709551615,"é\n",true,false,null,[],{}],"b":{"c":{"d":"x"}}})";
    const Parsed parsed(text);
    EXPECT_EQ(treeOf(parsed.tape(), 1), nlohmann::json::parse(text));
}

TEST(Tape, IsNoTreeWhenKeysDoNotAscend)
{
    EXPECT_FALSE(treeOf(Parsed(R"({"a":[{"c":1,"b":2}]})").tape(), 1));
    EXPECT_FALSE(treeOf(Parsed(R"({"a":1,"a":2})").tape(), 1));
}

TEST(TapeShape, MatchesEqualValuesOnly)
{
    const Parsed learned(R"({"m":{"a":"x","b":[1,2.5,true]},"z":1})");
    const TapeShape shape(learned.tape(), learned.at("m"));

    struct Case {
        const char* text;
        bool isEqual;
    };

    for (const Case& c :
         {Case{R"({"k":["more"],"m":{"a":"x","b":[1,2.5,true]}})", true},
          Case{R"({"m":{"a":"y","b":[1,2.5,true]}})", false},
          Case{R"({"m":{"a":"x","b":[1,2.5,false]}})", false},
          Case{R"({"m":{"a":"x","b":[1,2.25,true]}})", false},
          Case{R"({"m":{"a":"x","b":[1.0,2.5,true]}})", false},
          Case{R"({"m":{"a":"xx","b":[1,2.5,true]}})", false},
          Case{R"({"m":{"a":"x","c":[1,2.5,true]}})", false},
          Case{R"({"m":{"a":"x","b":[1,2.5,true,0]}})", false},
          Case{R"({"m":{"a":"x","b":{"1":2.5}}})", false}, Case{R"({"m":null})", false}}) {
        const Parsed other(c.text);
        EXPECT_EQ(shape.matches(other.tape(), other.at("m")), c.isEqual) << c.text;
    }
}

TEST(TapeShape, LetsFreeNumbersAndStringsDiffer)
{
    const Parsed learned(R"({"m":{"a":"one","b":1,"c":"two","d":"end"}})");
    const Tape tape = learned.tape();
    const std::size_t at = learned.at("m");
    TapeShape shape(tape, at);
    forEachMember(tape, at, [&](std::string_view key, std::size_t value) {
        if (key == "a" || key == "c") {
            shape.freeString(tape, value);
        } else if (key == "b") {
            shape.freeNumber(tape, value);
        }
        return true;
    });

    struct Case {
        const char* text;
        bool isEqual;
    };

    for (const Case& c : {Case{R"({"m":{"a":"ten","b":-7,"c":"six","d":"end"}})", true},
                          Case{R"({"m":{"a":"four","b":1,"c":"two","d":"end"}})", false},
                          Case{R"({"m":{"a":"one","b":1.5,"c":"two","d":"end"}})", false},
                          Case{R"({"m":{"a":"one","b":1,"c":"two","d":"eNd"}})", false},
                          Case{R"({"m":{"a":"one","b":1,"x":"two","d":"end"}})", false}}) {
        const Parsed other(c.text);
        EXPECT_EQ(shape.matches(other.tape(), other.at("m")), c.isEqual) << c.text;
    }
}

} // namespace
} // namespace soak
