// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/json_scan.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

using Positions = std::vector<std::uint64_t>;

TEST(JsonScan, CleanTextIsNotRewritten)
{
    for (const char* text :
         {"{}", R"({"a":[1,-2.5e10,true,false,null,"NaN 1e999 Infinity"]})", R"("\"1e999\"")", "",
          "1e308", "1e-999", "0.000000000000000000000000000000000000000001", R"({"e1":"e2"})"}) {
        const JsonScan scan = scanJson(text);
        EXPECT_EQ(scan.rewritten, std::nullopt) << text;
        EXPECT_TRUE(scan.nonFinite.empty()) << text;
        EXPECT_FALSE(scan.hasNul) << text;
    }
}

TEST(JsonScan, NumbersThatAreNotFiniteBecomeNull)
{
    struct Case {
        const char* text;
        const char* rewritten;
        Positions nonFinite;
    };

    const Case cases[] = {
        {"NaN", "null", {0}},
        {"[NaN]", "[null]", {0}},
        {"[Infinity,-Infinity]", "[null,null]", {0, 1}},
        {"[null,1e999,null,-1E+400]", "[null,null,null,null]", {1, 3}},
        {R"({"NaN":NaN,"x":"NaN"})", R"({"NaN":null,"x":"NaN"})", {0}},
        {"[true,1e309]", "[true,null]", {0}},
    };
    for (const Case& c : cases) {
        const JsonScan scan = scanJson(c.text);
        EXPECT_EQ(scan.rewritten, c.rewritten) << c.text;
        EXPECT_EQ(scan.nonFinite, c.nonFinite) << c.text;
    }
}

TEST(JsonScan, ALongPlainNumberMayBeTooLarge)
{
    const std::string large(400, '9');
    EXPECT_EQ(scanJson("[" + large + "]").rewritten, "[null]");
    const std::string small = "0." + std::string(400, '9');
    EXPECT_EQ(scanJson("[" + small + "]").rewritten, std::nullopt);
}

TEST(JsonScan, StringsOverTheLimitAreCutBetweenCharacters)
{
    const std::string most(kMaxStringBytes, 'a');
    EXPECT_EQ(scanJson('"' + most + '"').rewritten, std::nullopt);

    JsonScan scan = scanJson("[\"x\",\"" + most + "b\",1]");
    EXPECT_EQ(scan.rewritten, "[\"x\",\"" + most + "\",1]");
    EXPECT_EQ(scan.cutStrings, Positions{1});

    const std::string oneLess(kMaxStringBytes - 1, 'a');
    for (const char* unit : {"\xC3\xA9", "\xF0\x9F\x98\x80", "\\u00e9", "\\ud83d\\ude00"}) {
        EXPECT_EQ(scanJson('"' + oneLess + unit + '"').rewritten, '"' + oneLess + '"') << unit;
    }
    for (const char* unit : {"\\n", "\\\"", "\\u0041", "z"}) {
        EXPECT_EQ(scanJson('"' + oneLess + unit + '"').rewritten, std::nullopt) << unit;
    }
}

TEST(JsonScan, AStringThatDoesNotEndStaysForTheParserToRefuse)
{
    for (const char* text : {"\"abc", "\"abc\\", "\"\\u12", "[\"\\ud83d\\u"}) {
        EXPECT_EQ(scanJson(text).rewritten, std::nullopt) << text;
    }
}

TEST(JsonScan, NulOutsideStringsIsSeen)
{
    EXPECT_TRUE(scanJson(std::string_view("{}\0", 3)).hasNul);
    EXPECT_FALSE(scanJson(R"("\u0000")").hasNul);
}

} // namespace
} // namespace soak
