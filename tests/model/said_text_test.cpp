// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/said_text.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

std::string filled(const SaidText& said)
{
    std::string text(said.pattern);
    for (std::size_t i = said.arguments.size(); i > 0; --i) {
        const std::string place = "{" + std::to_string(i) + "}";
        const std::size_t at = text.find(place);
        text.replace(at, place.size(), said.arguments[i - 1].text);
    }
    return text;
}

} // namespace

TEST(SaidText, IsTakenApartIntoItsPatternAndItsArguments)
{
    const auto said = saidTextOf("mean of net_bps is 2.15 over 8 iterations, not >= 2.5");
    ASSERT_TRUE(said);
    EXPECT_EQ(said->pattern, "{1} of {2} is {3} over {4} iterations, not {5}");
    EXPECT_EQ(said->arguments, (std::vector<SaidText::Argument>{
                                   {"mean", true}, {"net_bps"}, {"2.15"}, {"8"}, {">= 2.5"}}));
}

TEST(SaidText, OfSeveralIsTheFirstAndTheRest)
{
    const auto said = saidTextOf("the verdict is FAIL: a freeze is active at the end of the run; "
                                 "the run has not ended");
    ASSERT_TRUE(said);
    EXPECT_EQ(said->pattern, "the verdict is {1}: {2}");
    const auto both = saidTextOf(said->arguments[1].text);
    ASSERT_TRUE(both);
    EXPECT_EQ(both->pattern, "{1}; {2}");
    EXPECT_EQ(saidTextOf(both->arguments[1].text)->pattern, "the run has not ended");
}

TEST(SaidText, WithASemicolonOfItsOwnIsOne)
{
    const auto said = saidTextOf("expected a number, found a string; counts as missing");
    ASSERT_TRUE(said);
    EXPECT_EQ(said->arguments,
              (std::vector<SaidText::Argument>{{"a number", true}, {"a string", true}}));
}

TEST(SaidText, SomebodyElsesWordsAreNone)
{
    EXPECT_FALSE(saidTextOf("segmentation fault"));
    EXPECT_FALSE(saidTextOf(""));
    EXPECT_FALSE(saidTextOf("iteration  has no file")); // an argument is never empty
}

TEST(SaidText, OfEachPatternIsFoundAndPutTogetherAgain)
{
    for (const std::string_view pattern : saidPatterns()) {
        std::string text(pattern);
        for (int i = 1; i <= 6; ++i) {
            const std::string place = "{" + std::to_string(i) + "}";
            if (const std::size_t at = text.find(place); at != std::string::npos) {
                text.replace(at, place.size(), "x" + std::to_string(i));
            }
        }
        const auto said = saidTextOf(text);
        ASSERT_TRUE(said) << text;
        EXPECT_EQ(said->pattern, pattern) << text;
        EXPECT_EQ(filled(*said), text);
    }
}

} // namespace soak
