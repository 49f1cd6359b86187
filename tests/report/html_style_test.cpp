// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_style.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace soak
{

namespace
{

TEST(HtmlStyle, StandsInAPageOfXmlAsItIs)
{
    EXPECT_EQ(htmlStyle().find_first_of("<&"), std::string_view::npos);
    EXPECT_EQ(htmlStyle().find("]]>"), std::string_view::npos);
}

TEST(HtmlStyle, HasBalancedBracesAndLoadsNothing)
{
    EXPECT_EQ(std::count(htmlStyle().begin(), htmlStyle().end(), '{'),
              std::count(htmlStyle().begin(), htmlStyle().end(), '}'));
    EXPECT_EQ(htmlStyle().find("http"), std::string_view::npos);
    EXPECT_EQ(htmlStyle().find("@import"), std::string_view::npos);
}

TEST(ChartStyle, HasTheRulesOfChartsInTheColoursOfTheLightPage)
{
    const std::string style = chartStyle();
    EXPECT_EQ(style.find("var("), std::string::npos);
    EXPECT_NE(style.find(".line { fill: none; stroke: #0072b2;"), std::string::npos) << style;
    EXPECT_NE(style.find(".miss { fill: #a03e00; }"), std::string::npos) << style;
    EXPECT_NE(style.find("svg text { "), std::string::npos);
    EXPECT_EQ(style.find("footer"), std::string::npos);
    EXPECT_EQ(std::count(style.begin(), style.end(), '{'),
              std::count(style.begin(), style.end(), '}'));
}

} // namespace

} // namespace soak
