// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at a window and says what somebody would see that is not as it should be. It reads what is
// shown: widgets, painted letters, labels of charts, pixels; nothing of how it came about.
#pragma once

#include "tests/ui/audit/defect.h"
#include "tests/ui/audit/shown.h"

namespace soak::ui
{

enum class Script { Any, Russian };

// Everything below, in this order.
Defects audit(QWidget& window, Script script = Script::Any);

// Text wider or higher than its place without an ellipsis, or with one but without a tooltip that
// tells the whole; texts of one widget that run into each other.
void auditTexts(const Shown& shown, Defects& defects);
// Siblings whose rectangles meet, unless one is a declared overlay; children beyond their parent.
void auditSiblings(const Shown& shown, Defects& defects);
// Labels of charts, lanes and overview against each other, plot edges, lines, marks and card; plots
// without a line and without words; edges of a column.
void auditCharts(const Shown& shown, Defects& defects);
// 4.5 for text, 3 for lines and marks, in the pixels of the picture.
void auditContrast(const Shown& shown, Defects& defects);
// Whether what is shown, spoken and told in tooltips is Russian. Names of data, files, keys and
// units stay as they are.
void auditRussian(const Shown& shown, Defects& defects);
// Latin words of `text` that Russian would not have; empty: there are none.
QStringList foreignWords(const QString& text);

// The whole of an elided text, as a pointer that rests on it is told; "": nothing.
QString tooltipAt(QWidget& widget, const QPoint& at);

} // namespace soak::ui
