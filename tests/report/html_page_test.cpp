// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace soak
{

namespace
{

TEST(HtmlPage, TheTitleIsTextAndThePartsComeInOrder)
{
    const std::array parts{htmlParagraph("one"), htmlParagraph("two")};
    const std::string page = htmlPage("<a> & b", parts, {std::nullopt, "1.2.3"});
    EXPECT_THAT(page, testing::HasSubstr("<title>&lt;a&gt; &amp; b</title>"));
    EXPECT_LT(page.find("one"), page.find("two"));
    EXPECT_THAT(page, testing::HasSubstr("Soak Workbench 1.2.3"));
    EXPECT_EQ(page.find("<script"), std::string::npos);
}

} // namespace

} // namespace soak
