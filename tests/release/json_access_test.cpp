// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/json_access.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

TEST(JsonAccess, RefusesWhatTwoReadersWouldReadDifferently)
{
    EXPECT_TRUE(strictObject(R"({"a":1})", "F"));
    for (const std::string text : {R"({"a":1,"a":2})", R"({"a":1e999})", "[]", "", "{", "\xff"}) {
        const auto json = strictObject(text, "F");
        ASSERT_FALSE(json) << text;
        EXPECT_EQ(json.error().code, Errc::Integrity) << text;
        EXPECT_EQ(json.error().where, "F") << text;
    }
}

TEST(JsonAccess, NamesTheMemberThatIsWrong)
{
    const Json json =
        Json::parse(R"({"text":"x","count":3,"negative":-1,"none":null,"hash":"AB"})");
    EXPECT_EQ(textMember(json, "text", "F").value_or(""), "x");
    EXPECT_EQ(countMember(json, "count", "F").value_or(0), 3U);
    EXPECT_EQ(optionalText(json, "none", "F").value(), std::nullopt);
    EXPECT_EQ(describe(textMember(json, "count", "F").error()), "F: 'count' is not a text");
    EXPECT_EQ(describe(textMember(json, "absent", "F").error()), "F: has no member 'absent'");
    EXPECT_EQ(describe(countMember(json, "negative", "F").error()), "F: 'negative' is not a count");
    EXPECT_FALSE(optionalText(json, "absent", "F"));
    EXPECT_FALSE(hashMember(json, "hash", "F"));
    EXPECT_FALSE(memberOf(Json::array(), "a", "F"));
}

TEST(JsonAccess, TakesHashesInTheOneSpellingThatIsWritten)
{
    const std::string lower = sha256Hex("x");
    Json json{{"hash", lower}};
    EXPECT_EQ(hexText(hashMember(json, "hash", "F").value()), lower);
    json["hash"] = "2D711642B726B04401627CA9FBAC32F5C8530FB1903CC4DB02258717921A4881";
    EXPECT_FALSE(hashMember(json, "hash", "F")) << "upper case";
}

TEST(JsonAccess, ALongListGoesBy)
{
    std::string text = R"({"after":1,"list":[)";
    for (int i = 0; i < 300000; ++i) {
        text += (i == 0 ? "" : ",") + std::string(R"({"a":1,"b":2})");
    }
    std::size_t count = 0;
    const auto json = strictObjectWithList(text + "]}", "F", "list", [&count](const Json& entry) {
        count += entry.value("b", 0) == 2 ? 1 : 0;
        return Status(Done{});
    });
    ASSERT_TRUE(json) << describe(json.error());
    EXPECT_EQ(count, 300000U);
    EXPECT_EQ(json->value("after", 0), 1);
}

TEST(JsonAccess, AnEntryThatIsRefusedRefusesTheFile)
{
    const auto json =
        strictObjectWithList(R"({"list":[{"a":1},{"a":2}]})", "F", "list", [](const Json& entry) {
            return entry.at("a") == 2 ? Status(Error{Errc::Integrity, "two", "F"}) : Status(Done{});
        });
    ASSERT_FALSE(json);
    EXPECT_EQ(json.error().message, "two");
}

} // namespace

} // namespace soak
