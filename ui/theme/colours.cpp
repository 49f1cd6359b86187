// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/colours.h"

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

struct Pair {
    QRgb light;
    QRgb dark;
};

constexpr std::array<Pair, kInkCount> kInks{{
    {0xfff0f2f5, 0xff15191e}, // Window
    {0xffffffff, 0xff1b1f24}, // Panel
    {0xffffffff, 0xff1b1f24}, // Plot
    {0xffd5dbe1, 0xff2e363e}, // Border
    {0xffeceff2, 0xff2a3138}, // Grid
    {0xff1f262d, 0xffe6eaee}, // Text
    {0xff5a6572, 0xff9aa5b1}, // Muted
    {0xff0067a3, 0xff5ab0ee}, // Accent
    {0xffffffff, 0xff10171d}, // OnAccent
    {0xffe6eef6, 0xff22303c}, // SelectionRow
    {0xffa03e00, 0xffff9e6b}, // Threshold
    {0xfff0dccf, 0xff4a3a30}, // Hatch
    {0xffe6e8ec, 0xff242c34}, // WarmUp
    {0xff3d4752, 0xffc3cad3}, // Cursor
    {0xff7a68c4, 0xff9a86dd}, // Guard
    {0xff5c7f99, 0xff7fa3bd}, // Freeze
    {0xff5b48b0, 0xffb7a0f5}, // Delta
    {0xff9b2c1f, 0xffff8f7a}, // DeltaRefused
    {0xff77818c, 0xff75808a}, // Waterfall
}};

struct ChipPair {
    Pair ink;
    Pair tint;
};

constexpr std::array<ChipPair, kMeaningCount> kChips{{
    {{0xff00593f, 0xff7fe3c0}, {0xffd9f2e8, 0xff0f3a2d}}, // Pass
    {{0xff6b4200, 0xffffd27a}, {0xfffcebc8, 0xff3f2e07}}, // Warn
    {{0xff8a2f00, 0xffffb08a}, {0xfffbdfd0, 0xff4a1f0a}}, // Fail
    {{0xff414b56, 0xffc3cad3}, {0xffe6e9ed, 0xff2f363e}}, // NoData
    {{0xff004c7a, 0xff9cd0f5}, {0xffdcebf7, 0xff10324a}}, // Live
    {{0xff414b56, 0xffc3cad3}, {0xffe6e9ed, 0xff2f363e}}, // Partial
}};

constexpr std::array<Pair, kRunColours> kRuns{{
    {0xff3d4752, 0xffc3cad3},
    {0xff0072b2, 0xff5ab0ee},
    {0xffb0478a, 0xffe48fc6},
    {0xff6a4fbf, 0xffb7a0f5},
    {0xff0e7c7b, 0xff5fd0cc},
    {0xff8c564b, 0xffd7a08f},
}};

QColor of(const Pair& pair, Tone tone)
{
    return QColor::fromRgb(tone == Tone::Light ? pair.light : pair.dark);
}

// Relative luminance, WCAG 2.2.
double luminance(const QColor& colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

} // namespace

QColor colourOf(Tone tone, Ink ink)
{
    return of(kInks.at(static_cast<std::size_t>(ink)), tone);
}

ChipColours chipColours(Tone tone, Meaning meaning)
{
    const ChipPair& chip = kChips.at(static_cast<std::size_t>(meaning));
    return {of(chip.ink, tone), of(chip.tint, tone)};
}

QColor runColour(Tone tone, std::size_t slot)
{
    return of(kRuns.at(slot % kRunColours), tone);
}

Qt::PenStyle dashOf(std::size_t slot)
{
    constexpr std::array kDashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine,
                                 Qt::DashDotDotLine};
    return kDashes.at((slot / kRunColours) % kDashes.size());
}

double contrast(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace soak::ui
