// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/colours.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

constexpr double kTextContrast = 4.5;
constexpr double kLineContrast = 3.0;

} // namespace

class EachTone : public testing::TestWithParam<Tone>
{
};

INSTANTIATE_TEST_SUITE_P(Colours, EachTone, testing::Values(Tone::Light, Tone::Dark));

TEST_P(EachTone, TextKeepsItsContrastOnEveryBackground)
{
    for (const Ink ink : {Ink::Text, Ink::Muted, Ink::Accent, Ink::Threshold}) {
        for (const Ink behind : {Ink::Window, Ink::Panel, Ink::Plot, Ink::SelectionRow}) {
            EXPECT_GE(contrast(colourOf(GetParam(), ink), colourOf(GetParam(), behind)),
                      kTextContrast)
                << "ink " << static_cast<int>(ink) << " on " << static_cast<int>(behind);
        }
    }
    EXPECT_GE(contrast(colourOf(GetParam(), Ink::OnAccent), colourOf(GetParam(), Ink::Accent)),
              kTextContrast);
}

TEST_P(EachTone, LinesKeepTheirContrastOnThePlot)
{
    const QColor plot = colourOf(GetParam(), Ink::Plot);
    for (const Ink ink : {Ink::Threshold, Ink::Cursor, Ink::Guard, Ink::Freeze, Ink::Delta,
                          Ink::DeltaRefused, Ink::Waterfall}) {
        EXPECT_GE(contrast(colourOf(GetParam(), ink), plot), kLineContrast)
            << "ink " << static_cast<int>(ink);
    }
    for (std::size_t slot = 0; slot < kRunColours; ++slot) {
        EXPECT_GE(contrast(runColour(GetParam(), slot), plot), kLineContrast) << slot;
    }
}

TEST_P(EachTone, ChipsAreOverSixAndAHalf)
{
    for (std::size_t i = 0; i < kMeaningCount; ++i) {
        const ChipColours chip = chipColours(GetParam(), static_cast<Meaning>(i));
        EXPECT_GE(contrast(chip.ink, chip.tint), 6.5) << i;
    }
}

TEST(Colours, SlotsBeyondTheColoursHaveAnotherDash)
{
    EXPECT_EQ(runColour(Tone::Light, 1), runColour(Tone::Light, 1 + kRunColours));
    EXPECT_NE(dashOf(1), dashOf(1 + kRunColours));
}

TEST(Colours, ContrastOfBlackAndWhiteIs21)
{
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21.0, 1e-9);
    EXPECT_DOUBLE_EQ(contrast(Qt::red, Qt::red), 1.0);
}

} // namespace soak::ui
