// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/io/json_reader.h"
#include "core/io/json_scan.h"
#include "tests/io/io_support.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

using Json = nlohmann::json;

std::string nested(std::size_t levels)
{
    return std::string(levels, '[') + std::string(levels, ']');
}

TEST(JsonReader, ReadsWhatIsJson)
{
    FileFindings findings;
    const Result<Json> tree =
        parseJson("\xEF\xBB\xBF {\"a\":[1,-2.5,true,null,\"\\u00e9\"]} \n", findings.sink);
    ASSERT_TRUE(tree) << describe(tree.error());
    EXPECT_EQ(*tree, (Json{{"a", {1, -2.5, true, nullptr, "\xC3\xA9"}}}));
    EXPECT_TRUE(findings.list.empty());
}

TEST(JsonReader, RefusesWhatIsNotAndSaysWhy)
{
    using namespace std::string_literals;

    struct Case {
        std::string text;
        const char* message;
    };

    const Case cases[] = {
        {"", "the file is empty"},
        {" \n\t", "the file is empty"},
        {"\xEF\xBB\xBF", "the file is empty"},
        {"{", "not JSON: it ends too early"},
        {"{\"a\":1}\n}", "not JSON near line 2"},
        {"{\"a\":\n\n,}", "not JSON near line 3"},
        {"{'a':1}", "not JSON near line 1"},
        {"[1,]", "not JSON near line 1"},
        {"01", "not JSON near line 1"},
        {"{} // comment", "not JSON near line 1"},
        {"\"\xFF\"", "not UTF-8"},
        {"\"\xED\xA0\x80\"", "not UTF-8"},
        {"{}\0{}"s, "not JSON: it has NUL bytes"},
        {nested(kMaxJsonDepth + 1), "nested deeper than 64 levels"},
    };
    for (const Case& c : cases) {
        FileFindings findings;
        const Result<Json> tree = parseJson(c.text, findings.sink);
        ASSERT_FALSE(tree) << c.text;
        EXPECT_EQ(tree.error(), (Error{Errc::BadInput, c.message, "a.json"})) << c.text;
    }
}

TEST(JsonReader, TheDeepestNestingIsRead)
{
    FileFindings findings;
    EXPECT_TRUE(parseJson(nested(kMaxJsonDepth), findings.sink));
}

TEST(JsonReader, RefusesFilesAndTreesThatAreTooLarge)
{
    FileFindings findings;
    const Result<Json> large =
        parseJson('"' + std::string(kMaxFileBytes, ' ') + '"', findings.sink);
    ASSERT_FALSE(large);
    EXPECT_EQ(large.error().code, Errc::TooLarge);

    std::string many = "[0";
    for (std::size_t i = 0; i < kMaxJsonValues; ++i) {
        many += ",0";
    }
    const Result<Json> values = parseJson(many + "]", findings.sink);
    ASSERT_FALSE(values);
    EXPECT_EQ(values.error().message, "more than 500000 values");
}

TEST(JsonReader, OfADuplicateKeyTheLastWins)
{
    FileFindings findings;
    const Result<Json> tree =
        parseJson(R"({"a":{"b":1,"b":{"c":2},"b":3},"d":[{"e":1,"e":2}]})", findings.sink);
    EXPECT_EQ(*tree, (Json{{"a", {{"b", 3}}}, {"d", {{{"e", 2}}}}}));
    ASSERT_EQ(findings.list.size(), 3U);
    EXPECT_EQ(findings.list[0].kind, FindingKind::DuplicateKey);
    EXPECT_EQ(findings.list[0].field, "a.b");
    EXPECT_EQ(findings.list[2].field, "d[0].e");
}

TEST(JsonReader, NumbersThatAreNotFiniteAreNull)
{
    FileFindings findings;
    const Result<Json> tree =
        parseJson(R"({"a":null,"b":1e999,"c":[1,NaN],"d":-Infinity,"e":"NaN"})", findings.sink);
    EXPECT_EQ(
        *tree,
        (Json{{"a", nullptr}, {"b", nullptr}, {"c", {1, nullptr}}, {"d", nullptr}, {"e", "NaN"}}));
    std::vector<std::string> fields;
    for (const Finding& finding : findings.list) {
        EXPECT_EQ(finding.kind, FindingKind::NonFiniteNumber);
        fields.push_back(finding.field);
    }
    EXPECT_EQ(fields, (std::vector<std::string>{"b", "c[1]", "d"}));
}

TEST(JsonReader, LongStringsAreCutAndTheRestIsKept)
{
    FileFindings findings;
    const std::string longText(kMaxStringBytes + 1, 'x');
    const Result<Json> tree = parseJson("{\"a\":\"" + longText + "\",\"b\":2}", findings.sink);
    ASSERT_TRUE(tree);
    EXPECT_EQ(tree->at("a").get<std::string>().size(), kMaxStringBytes);
    EXPECT_EQ(tree->at("b"), 2);
    ASSERT_EQ(kindsOf(findings.list), std::vector{FindingKind::StringCut});
    EXPECT_EQ(findings.list[0].field, "a");
}

TEST(JsonReader, ListsArePassedOnEntryByEntry)
{
    struct Case {
        const char* text;
        Json rest;
    };

    const Case cases[] = {
        {R"({"x":[{"no":1}],"iterations":[{"k":1},7,{"k":2,"in":{"k":9}}],"summary":{"n":2}})",
         {{"x", {{{"no", 1}}}}, {"iterations", {7}}, {"summary", {{"n", 2}}}}},
        {R"([{"k":1},7,{"k":2,"in":{"k":9}}])", Json::array({7})},
    };
    for (const Case& c : cases) {
        FileFindings findings;
        std::vector<Json> entries;
        const Result<Json> rest =
            parseJsonList(c.text, "iterations", findings.sink,
                          [&](Json&& entry) { entries.push_back(std::move(entry)); });
        ASSERT_TRUE(rest) << c.text;
        EXPECT_EQ(*rest, c.rest);
        EXPECT_EQ(entries, (std::vector<Json>{{{"k", 1}}, {{"k", 2}, {"in", {{"k", 9}}}}}));
    }
}

TEST(JsonReader, AListMayBeLongerThanATree)
{
    FileFindings findings;
    std::string text = "[{}";
    for (std::size_t i = 1; i <= kMaxJsonValues; ++i) {
        text += ",{}";
    }
    std::size_t entries = 0;
    EXPECT_TRUE(parseJsonList(text + "]", "", findings.sink, [&](Json&&) { ++entries; }));
    EXPECT_EQ(entries, kMaxJsonValues + 1);
}

} // namespace
} // namespace soak
