// SPDX-License-Identifier: GPL-3.0-or-later
// A window as it is shown: its widgets, the letters that they paint, and its pixels.
#pragma once

#include "tests/ui/audit/painted_text.h"
#include "ui/charts/chart_frame.h"

#include <QImage>
#include <QRect>

#include <vector>

class QWidget;

namespace soak::ui
{

struct ShownWidget {
    QWidget* widget = nullptr;
    QRect visible; // what its parents let be seen of it, in pixels of the window
    std::vector<PaintedText> texts;
    std::vector<ChartLabel> labels; // of what draws from a picture that it keeps
};

struct Shown {
    QWidget* window = nullptr;
    std::vector<ShownWidget> widgets; // of which something is seen
    QImage picture;                   // RGB
    double ratio = 1;                 // pixels of the picture for one of the window

    // `rect` of `widget` in pixels of the picture.
    [[nodiscard]] QRect inPicture(const QWidget& widget, const QRectF& rect) const;
    // Whether a declared overlay lies on it: a widget with the property "overlay".
    [[nodiscard]] bool isCovered(const QWidget& widget, const QRectF& rect) const;
};

Shown shownNow(QWidget& window);

// A widget that lies over others on purpose.
bool isOverlay(const QWidget& widget);

} // namespace soak::ui
