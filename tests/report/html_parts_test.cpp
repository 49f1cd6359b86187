// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_parts.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(HtmlText, IsEscaped)
{
    EXPECT_EQ(htmlText("<b> & \"c\"").markup, "&lt;b&gt; &amp; &quot;c&quot;");
    EXPECT_EQ(htmlCode("<x>").markup, "<code>&lt;x&gt;</code>");
    EXPECT_EQ(htmlLink("a\"", "<").markup, "<a href=\"#a&quot;\">&lt;</a>");
}

TEST(HtmlNumber, HasARealMinusBeforeDigitsOnly)
{
    EXPECT_EQ(htmlNumber("-0.5 bps").markup, "&#8722;0.5 bps");
    EXPECT_EQ(htmlNumber("margin -3").markup, "margin &#8722;3");
    EXPECT_EQ(htmlNumber("29-36").markup, "29-36");
    EXPECT_EQ(htmlNumber("-").markup, "-");
    EXPECT_EQ(htmlNumber("<-1>").markup, "&lt;-1&gt;");
    EXPECT_EQ(htmlNumber("").markup, "");
}

TEST(HtmlChip, HasAnIconAndAWord)
{
    EXPECT_EQ(chipOf(RunVerdict::Pass).markup, "<span class=\"chip pass\"><span class=\"icon\">"
                                               "&#10003;</span>PASS</span>");
    EXPECT_NE(chipOf(VerifyVerdict::Unverified).markup.find("nodata"), std::string::npos);
    GateResult soft;
    soft.outcome = GateOutcome::Fail;
    soft.gate.severity = GateSeverity::Soft;
    EXPECT_NE(chipOf(soft).markup.find("chip warn"), std::string::npos);
}

TEST(HtmlTable, AlignsNumbersAndEscapesTitles)
{
    HtmlTable table({{"<a>"}, {"n", ColumnAlign::Right}}, "what & why");
    EXPECT_TRUE(table.isEmpty());
    table.addRow({htmlText("x"), htmlNumber("-1")});
    EXPECT_EQ(table.rowCount(), 1U);
    EXPECT_EQ(table.html().markup,
              "<div class=\"scroll\"><table>\n<caption>what &amp; why</caption>\n"
              "<thead><tr><th>&lt;a&gt;</th><th class=\"number\">n</th></tr></thead>\n<tbody>\n"
              "<tr><td>x</td><td class=\"number\">&#8722;1</td></tr>\n</tbody>\n</table></div>\n");
}

TEST(HtmlDetails, HideABodyBehindASummary)
{
    EXPECT_EQ(htmlDetails("<more>", htmlText("x")).markup,
              "<details><summary>&lt;more&gt;</summary>\nx</details>\n");
}

} // namespace

} // namespace soak
