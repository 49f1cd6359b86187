// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/object_reader.h"
#include "tests/io/io_support.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <limits>

namespace soak
{
namespace
{

using Json = nlohmann::json;

const Json& sample()
{
    static const Json kSample = Json::parse(
        R"({"n":2.5,"i":7,"whole":3.0,"s":"x","f":true,"o":{"in":1},"l":["a",1,"b"],"z":null})");
    return kSample;
}

TEST(ObjectReader, GivesMembersOfTheirType)
{
    FileFindings findings;
    ObjectReader in(sample(), {}, findings.sink);
    EXPECT_EQ(in.number("n"), 2.5);
    EXPECT_EQ(in.number("i"), 7.0);
    EXPECT_EQ(in.integer("i"), 7);
    EXPECT_EQ(in.integer("whole"), 3);
    EXPECT_EQ(in.text("s"), "x");
    EXPECT_EQ(in.flag("f"), true);
    EXPECT_EQ(*in.object("o"), (Json{{"in", 1}}));
    EXPECT_EQ(in.inside("o").number("in"), 1.0);
    EXPECT_TRUE(findings.list.empty());
}

TEST(ObjectReader, WhatIsAbsentOrNullIsMissingWithoutAFinding)
{
    FileFindings findings;
    ObjectReader in(sample(), {}, findings.sink);
    for (const char* key : {"z", "absent"}) {
        EXPECT_EQ(in.find(key), nullptr);
        EXPECT_EQ(in.number(key), std::nullopt);
        EXPECT_EQ(in.integer(key), std::nullopt);
        EXPECT_EQ(in.text(key), std::nullopt);
        EXPECT_EQ(in.flag(key), std::nullopt);
        EXPECT_EQ(in.object(key), nullptr);
        EXPECT_EQ(in.array(key), nullptr);
        EXPECT_TRUE(in.texts(key).empty());
        EXPECT_EQ(in.inside(key).number("in"), std::nullopt);
    }
    EXPECT_TRUE(in.has("z"));
    EXPECT_FALSE(in.has("absent"));
    EXPECT_TRUE(findings.list.empty());
}

TEST(ObjectReader, AnotherTypeIsMissingWithAFinding)
{
    FileFindings findings;
    ObjectReader in(sample(), {"tuning"}, findings.sink);
    EXPECT_EQ(in.number("s"), std::nullopt);
    EXPECT_EQ(in.number("f"), std::nullopt);
    EXPECT_EQ(in.integer("n"), std::nullopt);
    EXPECT_EQ(in.text("n"), std::nullopt);
    EXPECT_EQ(in.flag("i"), std::nullopt);
    EXPECT_EQ(in.object("l"), nullptr);
    EXPECT_EQ(in.array("o"), nullptr);
    EXPECT_EQ(in.texts("l"), (std::vector<std::string>{"a", "b"}));
    ASSERT_EQ(findings.list.size(), 8U);
    for (const Finding& finding : findings.list) {
        EXPECT_EQ(finding.kind, FindingKind::WrongType);
    }
    EXPECT_EQ(findings.list[0].field, "tuning.s");
    EXPECT_EQ(findings.list[0].text, "expected a number, found a string; counts as missing");
    EXPECT_EQ(findings.list[2].text, "expected a whole number, found a number; counts as missing");
}

TEST(ObjectReader, WhatNobodyAskedForIsExtra)
{
    FileFindings findings;
    ObjectReader::Extras extras;
    const Json tree = Json::parse(R"({"known":1,"x":[1, {"y":2}],"section":{"known":1,"z":null}})");
    ObjectReader in(tree, {}, findings.sink, &extras);
    in.number("known");
    ObjectReader section = in.inside("section");
    section.number("known");
    section.finish();
    in.finish();
    EXPECT_EQ(extras,
              (ObjectReader::Extras{{{"x"}, R"([1,{"y":2}])"}, {{"section", "z"}, "null"}}));
}

TEST(ObjectReader, WhatIsNoObjectHasNoMembers)
{
    for (const Json& tree : {Json(1), Json::array({1}), Json(nullptr), Json("text")}) {
        FileFindings findings;
        ObjectReader in(tree, {}, findings.sink);
        EXPECT_EQ(in.find("a"), nullptr);
    }
}

TEST(ObjectReader, IntegersAreThoseThatFit)
{
    EXPECT_EQ(integerOf(Json(std::numeric_limits<std::int64_t>::min())),
              std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(integerOf(Json(std::numeric_limits<std::uint64_t>::max())), std::nullopt);
    EXPECT_EQ(integerOf(Json(9007199254740992.0)), 9007199254740992);
    EXPECT_EQ(integerOf(Json(1e300)), std::nullopt);
    EXPECT_EQ(integerOf(Json(0.5)), std::nullopt);
    EXPECT_EQ(integerOf(Json(true)), std::nullopt);
    EXPECT_EQ(numberOf(Json(true)), std::nullopt);
}

} // namespace
} // namespace soak
