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

} // namespace

} // namespace soak
