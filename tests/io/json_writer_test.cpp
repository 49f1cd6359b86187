// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"
#include "core/io/json_writer.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <limits>

namespace soak
{
namespace
{

using Json = nlohmann::json;

TEST(JsonWriter, WritesSortedIndentedAsciiWithAFinalNewline)
{
    const Json tree = {{"b", {1, 2.5}},
                       {"a", {{"y", "\xC3\xA9\n"}, {"x", nullptr}}},
                       {"c", Json::array()},
                       {"d", Json::object()},
                       {"e", true}};
    EXPECT_EQ(fileText(tree), "{\n"
                              "  \"a\": {\n"
                              "    \"x\": null,\n"
                              "    \"y\": \"\\u00e9\\n\"\n"
                              "  },\n"
                              "  \"b\": [\n"
                              "    1,\n"
                              "    2.5\n"
                              "  ],\n"
                              "  \"c\": [],\n"
                              "  \"d\": {},\n"
                              "  \"e\": true\n"
                              "}\n");
}

TEST(JsonWriter, IndentsForAPlaceInsideAnotherText)
{
    EXPECT_EQ(indentedText({{"a", {1}}}, 4), "{\n      \"a\": [\n        1\n      ]\n    }");
}

TEST(JsonWriter, WritesOneLineWithoutSpaces)
{
    EXPECT_EQ(compactText({{"b", {1, "x"}}, {"a", {{"c", false}}}}),
              R"({"a":{"c":false},"b":[1,"x"]})");
}

TEST(JsonWriter, NumbersAreTheShortestThatReadBack)
{
    struct Case {
        Json number;
        const char* text;
    };

    const Case cases[] = {
        {0.1, "0.1"},
        {5.0, "5.0"},
        {-0.005, "-0.005"},
        {0.1 + 0.2, "0.30000000000000004"},
        {std::numeric_limits<std::int64_t>::min(), "-9223372036854775808"},
        {std::numeric_limits<std::uint64_t>::max(), "18446744073709551615"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(compactText(c.number), c.text);
        EXPECT_EQ(Json::parse(compactText(c.number)), c.number);
    }
}

TEST(JsonWriter, WholeAmountsHaveNoFraction)
{
    EXPECT_EQ(compactText(amountJson(65)), "65");
    EXPECT_EQ(compactText(amountJson(-5)), "-5");
    EXPECT_EQ(compactText(amountJson(0.5)), "0.5");
    EXPECT_EQ(amountJson(1e300).get<double>(), 1e300);
    EXPECT_EQ(amountJson(9007199254740992.0), Json(9007199254740992LL));
}

TEST(JsonWriterDeathTest, AnAmountIsFinite)
{
    EXPECT_DEATH((void)amountJson(std::numeric_limits<double>::quiet_NaN()), "isfinite");
}

TEST(JsonWriter, ExtrasGoBackWhereTheyWereFound)
{
    Json tree = {{"known", 1}, {"section", {{"known", 2}}}, {"nothing", nullptr}};
    insertExtras(tree, {{{"new"}, R"(["x"])"},
                        {{"section", "new"}, "0.5"},
                        {{"other", "deep", "leaf"}, "null"},
                        {{"nothing", "inside"}, "3"}});
    EXPECT_EQ(tree, (Json{{"known", 1},
                          {"new", {"x"}},
                          {"section", {{"known", 2}, {"new", 0.5}}},
                          {"other", {{"deep", {{"leaf", nullptr}}}}},
                          {"nothing", {{"inside", 3}}}}));
}

TEST(JsonWriter, ExtrasReplaceNothing)
{
    Json tree = {{"known", 1}, {"list", {1}}};
    const Json before = tree;
    insertExtras(tree, {{{"known"}, "2"}, {{"known", "below"}, "2"}, {{"list", "x"}, "2"}});
    EXPECT_EQ(tree, before);
}

} // namespace
} // namespace soak
