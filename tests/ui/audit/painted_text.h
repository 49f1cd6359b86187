// SPDX-License-Identifier: GPL-3.0-or-later
// Every text that a widget paints, whoever wrote the painter: the widget is rendered to a device
// that draws nothing and remembers the letters.
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

#include <vector>

class QWidget;

namespace soak::ui
{

struct PaintedText {
    QString text;   // one line; parts of it that follow each other are joined
    QRectF rect;    // in pixels of the widget: advance by ascent and descent
    QRectF letters; // where there is ink: narrower and lower than `rect`
    QRectF clip;    // what the painter lets through, within the widget
    QColor ink;
};

// Of `widget` without its children. Charts, lanes, overview and heat map draw from a picture that
// they keep: they tell their lettering by labels().
std::vector<PaintedText> paintedTexts(QWidget& widget);

} // namespace soak::ui
