// SPDX-License-Identifier: GPL-3.0-or-later
// What the audit of a window finds.
#pragma once

#include <QString>

#include <vector>

class QWidget;

namespace soak::ui
{

enum class DefectKind {
    CutText,      // wider or higher than its place, or elided without a tooltip that tells it
    OverlaidText, // one text runs into another
    Overlap,      // siblings cover each other, or one reaches out of its parent
    ChartLabel,   // lettering of a chart on its plot's edge, on other lettering, or out of its card
    CrossedLabel, // a line or mark of a chart runs through its lettering
    LowContrast,  // as rendered
    EmptyPlot,    // neither a line nor words
    Untranslated, // Latin words where Russian was asked for
    UnevenEdges,  // plots of one column that do not begin and end together
};

struct Defect {
    DefectKind kind;
    QString widget; // "MainWindow/runs/RunsPanel/QTableView"
    QString what;
};

using Defects = std::vector<Defect>;

QString kindName(DefectKind kind);

// Classes and object names from the window down to it.
QString pathOf(const QWidget& widget);

} // namespace soak::ui
