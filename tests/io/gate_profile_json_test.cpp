// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_files.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

constexpr std::string_view kGate =
    R"({"id":"net","metric":"net_bps","aggregate":"mean","op":">=","threshold":2.5})";

std::string withGate(std::string_view from, std::string_view to)
{
    std::string text = R"({"gates":[)" + std::string(kGate) + "]}";
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(GateProfileJson, BuiltinProfilesAreReadBack)
{
    for (const GateProfile& profile : builtinGateProfiles()) {
        EXPECT_EQ(parseGateProfile(gateProfileText(profile), "x.json").value(), profile)
            << profile.name;
    }
}

TEST(GateProfileJson, WhatIsNotSaidHasADefault)
{
    const auto profile =
        parseGateProfile(R"({"gates":[{"id":"a","metric":"net_bps","op":"<","threshold":0}]})",
                         "folder/strict.json");
    ASSERT_TRUE(profile) << describe(profile.error());
    EXPECT_EQ(*profile, (GateProfile{"strict",
                                     "",
                                     kDefaultWindow,
                                     {{"a", "net_bps", Aggregate::Mean, GateOp::Below, 0,
                                       GateSeverity::Hard, ""}}}));
}

TEST(GateProfileJson, RefusesWhatIsNoGateAndSaysWhy)
{
    struct Case {
        std::string text;
        const char* message;
    };

    const Case cases[] = {
        {"{}", "a gate profile needs `gates`"},
        {R"({"gates":[]})", "a gate profile needs `gates`"},
        {withGate(R"("id":"net",)", ""), "gate ``: a gate needs `id` and `metric`"},
        {withGate(R"("metric":"net_bps",)", ""), "gate `net`: a gate needs `id` and `metric`"},
        {withGate("mean", "mode"), "gate `net`: no aggregate is called `mode`"},
        {withGate(">=", "=>"), "gate `net`: op is `=>`, not >=, <=, > or <"},
        {withGate(R"(,"threshold":2.5)", ""), "gate `net`: a gate needs a number as `threshold`"},
        {withGate("2.5", R"(2.5,"severity":"fatal")"),
         "gate `net`: severity is `fatal`, not hard or soft"},
        {withGate("2.5", R"("2.5")"),
         "gates.threshold: expected a number, found a string; counts as missing"},
        {withGate("2.5", R"(2.5,"treshold":1)"), "unknown member gates.treshold"},
        {withGate("]", "," + std::string(kGate) + "]"), "two gates are called `net`"},
        {withGate("{\"gates", R"({"window":-1,"gates)"), "window is -1"},
        {withGate("{\"gates", R"({"window":2147483648,"gates)"), "window is 2147483648"},
        {withGate("{\"gates", R"({"windows":8,"gates)"), "unknown member windows"},
    };
    for (const Case& c : cases) {
        const auto profile = parseGateProfile(c.text, "g.json");
        ASSERT_FALSE(profile) << c.text;
        EXPECT_EQ(describe(profile.error()), std::string("g.json: ") + c.message) << c.text;
    }
}

} // namespace
} // namespace soak
