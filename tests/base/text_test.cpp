// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "tests/support/property.h"

#include <bit>
#include <clocale>
#include <cmath>
#include <limits>

namespace soak
{
namespace
{

// Expected values are those of Python 3.11's repr().
TEST(Text, JsonNumberIsPythonsRepr)
{
    const struct {
        double value;
        std::string_view text;
    } table[] = {
        {0x0p+0, "0.0"},
        {-0x0p+0, "-0.0"},
        {0x1.0000000000000p+0, "1.0"},
        {-0x1.0000000000000p+0, "-1.0"},
        {0x1.999999999999ap-4, "0.1"},
        {0x1.999999999999ap-3, "0.2"},
        {0x1.3333333333333p-2, "0.3"},
        {0x1.5555555555555p-2, "0.3333333333333333"},
        {0x1.5555555555555p-1, "0.6666666666666666"},
        {0x1.3333333333334p-2, "0.30000000000000004"},
        {0x1.5666666666666p+1, "2.675"},
        {0x1.0000000000000p-3, "0.125"},
        {0x1.9000000000000p+6, "100.0"},
        {0x1.e240c9fbe76c9p+16, "123456.789"},
        {0x1.c6bf526340000p+49, "1000000000000000.0"},
        {0x1.1c37937e07fffp+53, "9999999999999998.0"},
        {0x1.1c37937e08000p+53, "1e+16"},
        {0x1.5ee2a2eb5a5c4p+53, "1.2345678901234568e+16"},
        {0x1.6345785d8a000p+56, "1e+17"},
        {0x1.b1ae4d6e2ef50p+69, "1e+21"},
        {0x1.0f0cf064dd592p+73, "1e+22"},
        {0x1.52d02c7e14af6p+76, "1e+23"},
        {0x1.0624dd2f1a9fcp-10, "0.001"},
        {0x1.a36e2eb1c432dp-14, "0.0001"},
        {0x1.02e4b6ce5dc68p-13, "0.00012345"},
        {0x1.4f8b588e368f1p-17, "1e-05"},
        {0x1.a36371ea531a8p-14, "9.999e-05"},
        {0x1.421f5f40d8376p-23, "1.5e-07"},
        {0x1.ad7f29abcaf48p-24, "1e-07"},
        {0x0.0000000000001p-1022, "5e-324"},
        {0x1.0000000000000p-1022, "2.2250738585072014e-308"},
        {0x0.fffffffffffffp-1022, "2.225073858507201e-308"},
        {0x1.fffffffffffffp+1023, "1.7976931348623157e+308"},
        {0x1.0000000000000p+53, "9007199254740992.0"},
        {0x1.0000000000000p+63, "9.223372036854776e+18"},
        {0x1.0000000000000p-44, "5.684341886080802e-14"},
        {0x1.1666666666666p+2, "4.35"},
        {0x1.a8f5c28f5c28fp-1, "0.83"},
        {0x1.599999999999ap+1, "2.7"},
        {0x1.5400000000000p+8, "340.0"},
        {-0x1.3100000000000p+7, "-152.5"},
        {0x1.fe185ca57c517p+78, "6.02214076e+23"},
        {0x1.0000000000001p+0, "1.0000000000000002"},
        {0x1.fffffffffffffp-1, "0.9999999999999999"},
        {0x1.0000000000000p+53, "9007199254740992.0"},
        {0x1.921fb54442d18p+1, "3.141592653589793"},
        {0x1.c7e83209e90b2p+72, "8.41e+21"},
        {0x0.0000000000004p-1022, "2e-323"},
        {0x1.0f782bf7cc83fp-33, "1.2345e-10"},
        {-0x1.4f8b588e368f1p-17, "-1e-05"},
    };

    for (const auto& row : table) {
        EXPECT_EQ(jsonNumber(row.value), row.text);
    }
}

SOAK_PROPERTY(Text, JsonNumberReadsBackToTheSameBits, (std::uint64_t bits))
{
    const double value = std::bit_cast<double>(bits);
    RC_PRE(std::isfinite(value));
    const std::optional<double> back = parseNumber(jsonNumber(value));
    RC_ASSERT(back.has_value());
    RC_ASSERT(std::bit_cast<std::uint64_t>(*back) == bits);
}

// Expected values are those of Python 3.11's format(value, ".Nf"), but for the sign of zero.
TEST(Text, FixedTextRoundsTheExactValueTiesToEven)
{
    const struct {
        double value;
        int decimals;
        std::string_view text;
    } table[] = {
        {0.125, 2, "0.12"},
        {0.375, 2, "0.38"},
        {2.675, 2, "2.67"},
        {2.20625, 4, "2.2062"},
        {0.5, 0, "0"},
        {1.5, 0, "2"},
        {2.5, 0, "2"},
        {-0.001, 2, "0.00"},
        {-0.0, 1, "0.0"},
        {-0.005, 2, "-0.01"},
        {0.005, 2, "0.01"},
        {0.015, 2, "0.01"},
        {1e+22, 1, "10000000000000000000000.0"},
        {0.3333333333333333, 12, "0.333333333333"},
        {99.995, 2, "100.00"},
        {0.9995, 3, "1.000"},
        {233.4722, 1, "233.5"},
        {1e-300, 3, "0.000"},
        {-2.5, 0, "-2"},
        {1234567.891, 2, "1234567.89"},
        {5e-324, 100,
         "0."
         "00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
         "00000000000"},
        {12.0, 0, "12"},
        {8.325, 2, "8.32"},
    };

    for (const auto& row : table) {
        EXPECT_EQ(fixedText(row.value, row.decimals), row.text);
    }
    EXPECT_EQ(fixedText(std::numeric_limits<double>::max(), 100).size(), 309 + 1 + 100);
}

TEST(Text, FixedTextOfNothingIsNotANumber)
{
    EXPECT_EQ(fixedText(std::nullopt, 2), "n/a");
    EXPECT_EQ(fixedText(std::optional(0.0), 2), "0.00");
}

TEST(Text, RoundToIsPythonsRoundWithoutNegativeZero)
{
    EXPECT_EQ(roundTo(2.20625, 4), 2.2062);
    EXPECT_EQ(roundTo(2.675, 2), 2.67);
    EXPECT_EQ(roundTo(0.1 + 0.2, 12), 0.3);
    EXPECT_EQ(roundTo(-0.25, 1), -0.2);
    EXPECT_EQ(roundTo(1.7976931348623157e308, 12), 1.7976931348623157e308);
    EXPECT_FALSE(std::signbit(roundTo(-0.001, 2)));
}

TEST(Text, RoundHalfAwayRoundsHalvesAwayFromZero)
{
    EXPECT_EQ(roundHalfAway(0.5), 1.0);
    EXPECT_EQ(roundHalfAway(2.5), 3.0);
    EXPECT_EQ(roundHalfAway(-2.5), -3.0);
    EXPECT_EQ(roundHalfAway(2.4999999), 2.0);
}

TEST(Text, NumbersAreParsedWholeOrNotAtAll)
{
    const std::pair<std::string_view, std::optional<double>> table[] = {
        {"1", 1.0},
        {"-0.5", -0.5},
        {"1e3", 1000.0},
        {"1E-3", 0.001},
        {"5e-324", 5e-324},
        {"1e-999", 0.0},
        {"-1e-99999999999", -0.0},
        {"0.00001e-320", 0.0},
        {"1e999", std::nullopt},
        {"-1e999", std::nullopt},
        {"1e99999999999", std::nullopt},
        {"1000000e303", std::nullopt},
        {"", std::nullopt},
        {" 1", std::nullopt},
        {"1 ", std::nullopt},
        {"+1", std::nullopt},
        {"0x1", std::nullopt},
        {"nan", std::nullopt},
        {"inf", std::nullopt},
        {"-infinity", std::nullopt},
        {"1,5", std::nullopt},
        {"1e", std::nullopt},
        {"1e-999x", std::nullopt},
        {"-", std::nullopt},
    };
    for (const auto& [text, expected] : table) {
        EXPECT_EQ(parseNumber(text), expected) << text;
    }
    EXPECT_EQ(parseNumber("0." + std::string(400, '0') + "1"), 0.0);
    EXPECT_EQ(parseNumber(std::string(400, '9')), std::nullopt);
    EXPECT_TRUE(std::signbit(*parseNumber("-1e-999")));
}

TEST(Text, IntegersAreParsedWholeOrNotAtAll)
{
    const std::pair<std::string_view, std::optional<std::int64_t>> table[] = {
        {"0", 0},
        {"-12", -12},
        {"007", 7},
        {"9223372036854775807", std::numeric_limits<std::int64_t>::max()},
        {"9223372036854775808", std::nullopt},
        {"1.0", std::nullopt},
        {"+1", std::nullopt},
        {"", std::nullopt},
        {"12 ", std::nullopt},
    };
    for (const auto& [text, expected] : table) {
        EXPECT_EQ(parseInteger(text), expected) << text;
    }
}

TEST(Text, NoLocaleChangesANumber)
{
    const std::string former = std::setlocale(LC_ALL, nullptr);
    for (const char* const name : {"C", "C.UTF-8", "de_DE.UTF-8", "ru_RU.UTF-8"}) {
        std::setlocale(LC_ALL, name); // those that are not installed change nothing
        EXPECT_EQ(jsonNumber(1234.5), "1234.5");
        EXPECT_EQ(fixedText(1234.5, 2), "1234.50");
        EXPECT_EQ(parseNumber("1234.5"), 1234.5);
    }
    std::setlocale(LC_ALL, former.c_str());
}

TEST(Text, SplitGivesOnePartMoreThanSeparators)
{
    using Parts = std::vector<std::string>;
    EXPECT_EQ(split("", ','), Parts{""});
    EXPECT_EQ(split("a", ','), Parts{"a"});
    EXPECT_EQ(split("a,,b,", ','), (Parts{"a", "", "b", ""}));
}

SOAK_PROPERTY(Text, JoinUndoesSplit, (const std::string& text))
{
    RC_ASSERT(join(split(text, 'a'), "a") == text);
}

TEST(Text, JoinOfNothingIsEmpty)
{
    EXPECT_EQ(join({}, ", "), "");
    EXPECT_EQ(join({"x"}, ", "), "x");
    EXPECT_EQ(join({"x", "y"}, ", "), "x, y");
}

TEST(Text, TrimTakesWhiteSpaceAtBothEnds)
{
    EXPECT_EQ(trim(" \t a b\r\n"), "a b");
    EXPECT_EQ(trim(" \n"), "");
    EXPECT_EQ(trim(""), "");
}

TEST(Text, LowerCaseIsAsciiOnly)
{
    EXPECT_EQ(toLower("AbZ-09 \xC3\x89"), "abz-09 \xC3\x89");
}

TEST(Text, CountsAgreeWithTheirNoun)
{
    EXPECT_EQ(countText(0, "iteration", "iterations"), "0 iterations");
    EXPECT_EQ(countText(1, "iteration", "iterations"), "1 iteration");
    EXPECT_EQ(countText(2, "iteration", "iterations"), "2 iterations");
}

TEST(TextDeathTest, NumbersThatAreNoneHaveNoText)
{
    EXPECT_DEATH(jsonNumber(std::numeric_limits<double>::quiet_NaN()), "isfinite");
    EXPECT_DEATH(fixedText(std::numeric_limits<double>::infinity(), 2), "isfinite");
    EXPECT_DEATH(roundTo(1.0, 13), "kMaxRoundDecimals");
}

} // namespace
} // namespace soak
