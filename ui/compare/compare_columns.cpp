// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_columns.h"

#include <QCoreApplication>
#include <QMenu>

namespace soak::ui
{
namespace
{

struct ChoosableWords {
    const char* key;
    const char* text;
};

constexpr std::array<ChoosableWords, kCompareChoosables> kChoosables{
    ChoosableWords{"gate", QT_TRANSLATE_NOOP("soak::ui::CompareTable", "Gate")},
    ChoosableWords{"iterations", QT_TRANSLATE_NOOP("soak::ui::CompareTable", "Iterations")},
    ChoosableWords{"difference", QT_TRANSLATE_NOOP("soak::ui::CompareTable", "Difference to A")},
    ChoosableWords{"relative", QT_TRANSLATE_NOOP("soak::ui::CompareTable", "Difference in %")},
    ChoosableWords{"median", QT_TRANSLATE_NOOP("soak::ui::CompareTable", "Median")},
    ChoosableWords{"p95", QT_TRANSLATE_NOOP("soak::ui::CompareTable", "95th percentile")},
    ChoosableWords{"min", QT_TRANSLATE_NOOP("soak::ui::CompareTable", "Lowest")},
    ChoosableWords{"max", QT_TRANSLATE_NOOP("soak::ui::CompareTable", "Highest")},
    ChoosableWords{"last", QT_TRANSLATE_NOOP("soak::ui::CompareTable", "Last iteration")}};

constexpr std::array kUsual{CompareChoosable::Gate, CompareChoosable::Iterations,
                            CompareChoosable::Delta};
// Stands for itself in a layout without any other column, which would be the usual ones.
const QString kMeanKey = QStringLiteral("mean");

QString columnWords(const char* text)
{
    return QCoreApplication::translate("soak::ui::CompareTable", text);
}

QStringList shownKeys(const Workspace& workspace)
{
    QStringList keys = workspace.layout().compareColumns;
    if (keys.isEmpty()) {
        for (const CompareChoosable column : kUsual) {
            keys << keyOf(column);
        }
    }
    return keys;
}

} // namespace

QString keyOf(CompareChoosable column)
{
    return QLatin1String(kChoosables.at(static_cast<std::size_t>(column)).key);
}

QString columnText(CompareChoosable column)
{
    return columnWords(kChoosables.at(static_cast<std::size_t>(column)).text);
}

std::optional<double> figureOf(const ComparedMean& mean, CompareFigure figure)
{
    switch (figure) {
    case CompareFigure::Mean:
        return mean.mean;
    case CompareFigure::Delta:
        return mean.delta;
    case CompareFigure::Relative:
        return mean.relative;
    case CompareFigure::Median:
        return mean.median;
    case CompareFigure::P95:
        return mean.p95;
    case CompareFigure::Min:
        return mean.min;
    case CompareFigure::Max:
        return mean.max;
    case CompareFigure::Last:
        break;
    }
    return mean.last;
}

std::optional<CompareChoosable> choosableOf(CompareFigure figure)
{
    if (figure == CompareFigure::Mean) {
        return std::nullopt;
    }
    // The figures stand in both in the same order.
    return static_cast<CompareChoosable>(static_cast<int>(CompareChoosable::Delta) +
                                         static_cast<int>(figure) -
                                         static_cast<int>(CompareFigure::Delta));
}

bool isColumnShown(const Workspace& workspace, CompareChoosable column)
{
    return shownKeys(workspace).contains(keyOf(column));
}

void showColumn(Workspace& workspace, CompareChoosable column, bool isShown)
{
    QStringList keys = shownKeys(workspace);
    keys.removeAll(keyOf(column));
    keys.removeAll(kMeanKey);
    if (isShown) {
        keys << keyOf(column);
    }
    if (keys.isEmpty()) {
        keys << kMeanKey;
    }
    ChartLayout layout = workspace.layout();
    layout.compareColumns = keys;
    workspace.setLayout(
        (isShown ? columnWords("Column shown: %1") : columnWords("Column hidden: %1"))
            .arg(columnText(column)),
        layout);
}

void addColumnChoices(QMenu& menu, const ViewContext& context)
{
    for (std::size_t i = 0; i < kCompareChoosables; ++i) {
        const auto column = static_cast<CompareChoosable>(i);
        Workspace& workspace = context.session.workspace();
        QAction* action = menu.addAction(columnText(column));
        action->setCheckable(true);
        action->setChecked(isColumnShown(workspace, column));
        QObject::connect(action, &QAction::toggled, &workspace, [&workspace, column](bool isShown) {
            showColumn(workspace, column, isShown);
        });
    }
}

} // namespace soak::ui
