// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/config_reader.h"
#include "tests/io/io_support.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

TEST(ConfigReader, AnObjectIsRead)
{
    EXPECT_EQ(parseConfig(R"({"a":1})", "c.json").value(), (nlohmann::json{{"a", 1}}));
}

TEST(ConfigReader, AnyDefectOfTheTextIsAnError)
{
    struct Case {
        const char* text;
        const char* message;
    };

    const Case cases[] = {
        {"[]", "no JSON object"},
        {"{", "not JSON: it ends too early"},
        {R"({"a":1,"a":2})", "a: the key stands twice; the last value counts"},
        {R"({"a":1e999})", "a: the number is not finite and counts as missing"},
    };
    for (const Case& c : cases) {
        const auto tree = parseConfig(c.text, "c.json");
        ASSERT_FALSE(tree) << c.text;
        EXPECT_EQ(tree.error(), (Error{Errc::BadInput, c.message, "c.json"}));
    }
}

TEST(ConfigReader, FindingsAndUnknownMembersAreRefusedByName)
{
    EXPECT_TRUE(refuseFindings({}, "c.json"));
    EXPECT_TRUE(refuseExtras({}, "c.json"));
    const Status finding = refuseFindings(
        {{FindingKind::WrongType, Severity::Warning, "c.json", std::nullopt, "gates.id", "why"}},
        "c.json");
    EXPECT_EQ(finding.error(), (Error{Errc::BadInput, "gates.id: why", "c.json"}));
    const Status extra = refuseExtras({{{"gates", "thresold"}, "1"}}, "c.json");
    EXPECT_EQ(extra.error(), (Error{Errc::BadInput, "unknown member gates.thresold", "c.json"}));
}

} // namespace
} // namespace soak
