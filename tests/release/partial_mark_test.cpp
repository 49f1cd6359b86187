// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/partial_mark.h"
#include "tests/release/judged_run.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

BundleFacts partial()
{
    BundleFacts facts;
    facts.blockers = {"net <b>low</b> | bad"};
    return facts;
}

TEST(PartialMark, LeavesAReadyBundleAsItIs)
{
    BundleFacts facts;
    facts.result = BundleResult::Ready;
    for (const char* path : {"a.md", "a.html", "a.svg", "a.json", "SHA256SUMS"}) {
        EXPECT_EQ(withPartialMark(path, "text", facts), "text");
    }
}

TEST(PartialMark, StandsInEveryKindOfFileWithItsReasonsEscaped)
{
    EXPECT_EQ(withPartialMark("a.md", "# Title\n\nbody\n", partial()),
              "# Title\n\n> **PARTIAL: this is not a release.**\n>\n> - net "
              "&lt;b&gt;low&lt;/b&gt; \\| bad\n\nbody\n");
    const std::string html =
        withPartialMark("a.html", "<html>\n<body>\n<p>x</p></body></html>", partial());
    EXPECT_NE(html.find("PARTIAL"), std::string::npos);
    EXPECT_NE(html.find("<li>net &lt;b&gt;low&lt;/b&gt; | bad</li>"), std::string::npos) << html;
    const std::string svg = withPartialMark("a.svg", "<svg a=\"1\"><g/></svg>", partial());
    EXPECT_TRUE(svg.starts_with("<svg a=\"1\">\n<text class=\"partial\"")) << svg;
    const auto json =
        nlohmann::json::parse(withPartialMark("a.json", R"({"verdict":"FAIL"})", partial()));
    EXPECT_EQ(json.at("bundle_result"), "PARTIAL");
    EXPECT_EQ(json.at("bundle_blockers").at(0), "net <b>low</b> | bad");
    EXPECT_EQ(json.at("verdict"), "FAIL");
    const auto profile = nlohmann::json::parse(
        withPartialMark("gate_profile.json", R"({"name":"n","description":"d"})", partial()));
    EXPECT_EQ(profile.size(), 2U) << "its reader refuses members that it does not know";
    EXPECT_EQ(profile.at("description"), "PARTIAL: this is not a release. d");
    EXPECT_EQ(withoutPartialMark(profile.at("description").get<std::string>()), "d");
    EXPECT_EQ(withoutPartialMark("d"), "d");
    EXPECT_EQ(withPartialMark("SHA256SUMS", "x\n", partial()),
              "# PARTIAL: this is not a release.\nx\n");
}

} // namespace

} // namespace soak
