// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of soak-workbench.
#pragma once

#include "core/base/result.h"
#include "ui/theme/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace soak::ui
{

// What the picture of a comparison shows: the charts in one of their forms, or another page.
inline constexpr std::array kCompareAs{"overlaid",  "side-by-side", "difference", "distributions",
                                       "relations", "table",        "arms"};

struct RenderWish {
    QString
        view; // overview, iterations, overrides, guards, reports, compare, history, release, window
    QStringList runs; // paths; of compare two or more, the baseline first
    QString output;   // .png, .svg, .pdf; of a view also .csv
    QSize size{1440, 900};
    double scale = 1;       // PNG: pixels per pixel of `size`; its dpi are as many times 96
    bool hasFooter = true;  // under all but the window
    QString compareAs = {}; // of compare: one of kCompareAs; "" = overlaid
    bool operator==(const RenderWish&) const = default;
};

struct StartOptions {
    QStringList paths;
    std::optional<RenderWish> render;
    std::optional<ThemeChoice> theme;
    QString language; // "" = as chosen before
    QString history;  // "" = the usual place
    bool wantsHelp = false;
    bool wantsVersion = false;
};

// `words` without the program's name. Errors: Usage.
Result<StartOptions> parseStart(const QStringList& words);
QString startHelp();

} // namespace soak::ui
