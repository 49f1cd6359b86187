// SPDX-License-Identifier: GPL-3.0-or-later
// Every colour of the windows, the pictures and the exports (UX 2.5), for light and dark.
#pragma once

#include <QColor>

#include <array>
#include <cstdint>
#include <span>

namespace soak::ui
{

enum class Tone : std::uint8_t { Light, Dark };

// A role that ink plays. Text roles keep 4.5:1 against Window, Panel and Plot, line roles 3:1.
enum class Ink : std::uint8_t {
    Window,       // behind everything
    Panel,        // cards, docks, tables
    Plot,         // behind a chart
    Border,       // of cards (decoration, no contrast asked)
    Grid,         // of a plot (decoration)
    Text,         //
    Muted,        // secondary text
    Accent,       // links, the chosen tab, focus
    OnAccent,     // text on Accent
    SelectionRow, // behind a chosen row
    Threshold,    // line and its value
    Hatch,        // of the failing side (decoration)
    WarmUp,       // fill under the line (decoration)
    Cursor,       // line
    Guard,        // strips of guards
    Freeze,       // hatched strips
    Delta,        // flags of applied deltas
    DeltaRefused, // the cross over a refused one
    Waterfall,    // bars of a decomposition
};
inline constexpr std::size_t kInkCount = 19;

QColor colourOf(Tone tone, Ink ink);

// What a verdict, state or mark means; shown as icon and word, dark on tint, never by hue alone.
enum class Meaning : std::uint8_t { Pass, Warn, Fail, NoData, Live, Partial };
inline constexpr std::size_t kMeaningCount = 6;

struct ChipColours {
    QColor ink;
    QColor tint;
};

ChipColours chipColours(Tone tone, Meaning meaning);

// Colours of runs: slot 0 is the baseline's ink, 1 to 5 the others; further slots begin again, with
// another dash (dashOf).
inline constexpr std::size_t kRunColours = 6;
QColor runColour(Tone tone, std::size_t slot);
Qt::PenStyle dashOf(std::size_t slot);

// WCAG 2 contrast, 1 to 21.
double contrast(const QColor& one, const QColor& other);

} // namespace soak::ui
