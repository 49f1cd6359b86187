// SPDX-License-Identifier: GPL-3.0-or-later
// What became of a change, as shape and word.
#pragma once

#include "core/analysis/override_rows.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QString>

namespace soak::ui
{

QString changeMarkWord(ChangeMark mark); // "held"; "" of None
QColor changeMarkInk(const Theme& theme, ChangeMark mark);

// Tick, half disc, two bars, cross, open ring, exclamation mark; nothing of None.
void paintChangeMark(QPainter& painter, const QRectF& box, ChangeMark mark, const QColor& ink);

} // namespace soak::ui
