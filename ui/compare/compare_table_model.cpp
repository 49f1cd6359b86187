// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_table_model.h"

#include "ui/compare/forest_plot.h"
#include "ui/theme/numbers.h"

#include <algorithm>

namespace soak::ui
{
namespace
{

struct KpiCell {
    std::size_t kpi = 0;
    CompareFigure figure = CompareFigure::Mean;
};

std::optional<KpiCell> kpiCellOf(int column)
{
    if (column < kFirstKpiColumn) {
        return std::nullopt;
    }
    const auto at = static_cast<std::size_t>(column - kFirstKpiColumn);
    return KpiCell{at / kCompareFigures, static_cast<CompareFigure>(at % kCompareFigures)};
}

bool isToBaseline(CompareFigure figure)
{
    return figure == CompareFigure::Delta || figure == CompareFigure::Relative;
}

QString signOf(Leaning leaning)
{
    switch (leaning) {
    case Leaning::Better:
        return QStringLiteral(" \u25b2");
    case Leaning::Worse:
        return QStringLiteral(" \u25bc");
    case Leaning::Equal:
        return QStringLiteral(" =");
    case Leaning::Unknown:
    case Leaning::Other:
        break;
    }
    return {};
}

QString figureText(const ComparedMean& mean, CompareFigure figure)
{
    const std::optional<double> value = figureOf(mean, figure);
    if (!isToBaseline(figure)) {
        return metricText(value, mean.metric);
    }
    if (!value) {
        return numberText(std::nullopt, 0);
    }
    constexpr double kPercent = 100;
    return figure == CompareFigure::Delta ? signedText(*value, differenceDecimals(mean.metric))
                                          : signedText(kPercent * *value, 1);
}

// Of a figure that stands at the right of the mean.
const char* headOf(CompareFigure figure)
{
    static constexpr std::array kHeads{"",
                                       QT_TRANSLATE_NOOP("soak::ui::CompareTableModel", "to A"),
                                       QT_TRANSLATE_NOOP("soak::ui::CompareTableModel", "to A, %"),
                                       QT_TRANSLATE_NOOP("soak::ui::CompareTableModel", "median"),
                                       QT_TRANSLATE_NOOP("soak::ui::CompareTableModel", "p95"),
                                       QT_TRANSLATE_NOOP("soak::ui::CompareTableModel", "lowest"),
                                       QT_TRANSLATE_NOOP("soak::ui::CompareTableModel", "highest"),
                                       QT_TRANSLATE_NOOP("soak::ui::CompareTableModel", "last")};
    return kHeads.at(static_cast<std::size_t>(figure));
}

const char* headTipOf(CompareFigure figure)
{
    static constexpr std::array kTips{
        QT_TRANSLATE_NOOP("soak::ui::CompareTableModel", "%1: mean of the compared iterations"),
        QT_TRANSLATE_NOOP("soak::ui::CompareTableModel",
                          "%1: by how much it differs from the baseline, and to which side"),
        QT_TRANSLATE_NOOP("soak::ui::CompareTableModel",
                          "%1: by how many percent of the baseline's mean it differs from it"),
        QT_TRANSLATE_NOOP("soak::ui::CompareTableModel", "%1: median of the compared iterations"),
        QT_TRANSLATE_NOOP("soak::ui::CompareTableModel",
                          "%1: 95th percentile of the compared iterations"),
        QT_TRANSLATE_NOOP("soak::ui::CompareTableModel", "%1: lowest of the compared iterations"),
        QT_TRANSLATE_NOOP("soak::ui::CompareTableModel", "%1: highest of the compared iterations"),
        QT_TRANSLATE_NOOP("soak::ui::CompareTableModel", "%1: of the last compared iteration")};
    return kTips.at(static_cast<std::size_t>(figure));
}

} // namespace

std::optional<CompareChoosable> choosableOf(int column)
{
    if (const auto cell = kpiCellOf(column)) {
        return choosableOf(cell->figure);
    }
    switch (static_cast<CompareColumn>(column)) {
    case CompareColumn::Verdict:
        return CompareChoosable::Gate;
    case CompareColumn::Iterations:
        return CompareChoosable::Iterations;
    default:
        return std::nullopt;
    }
}

void CompareTableModel::setRows(std::vector<CompareRow> rows)
{
    const bool isSame =
        std::ranges::equal(rows, m_rows, {}, &CompareRow::identity, &CompareRow::identity);
    if (!isSame) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    const bool isChanged = rows != m_rows;
    m_rows = std::move(rows);
    if (isChanged && !m_rows.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kCompareColumns - 1));
    }
}

void CompareTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kCompareColumns - 1);
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kCompareColumns - 1));
    }
}

int CompareTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CompareTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kCompareColumns;
}

QVariant CompareTableModel::sortKeyOf(const CompareRow& row, int column)
{
    if (const auto cell = kpiCellOf(column)) {
        if (cell->kpi >= row.means.size()) {
            return {};
        }
        const ComparedMean& mean = row.means[cell->kpi];
        const std::optional<double> value = figureOf(mean, cell->figure);
        return value ? QVariant(*value) : QVariant();
    }
    switch (static_cast<CompareColumn>(column)) {
    case CompareColumn::Mark:
        return row.isShown ? 0 : 1;
    case CompareColumn::Name:
        return row.name;
    case CompareColumn::Verdict:
        return static_cast<int>(row.meaning);
    default:
        return static_cast<qulonglong>(row.iterations);
    }
}

QVariant CompareTableModel::textOf(const CompareRow& row, int column, int role) const
{
    const bool isSpoken = role == Qt::AccessibleTextRole || role == Qt::ToolTipRole;
    if (const auto cell = kpiCellOf(column)) {
        if (cell->kpi >= row.means.size()) {
            return isSpoken ? tr("not worked out yet") : QStringLiteral("\u2026");
        }
        const ComparedMean& mean = row.means[cell->kpi];
        const QString text = figureText(mean, cell->figure);
        if (!isToBaseline(cell->figure)) {
            return role == Qt::ToolTipRole && cell->figure == CompareFigure::Mean
                       ? tr("%1: mean of %2 values, %3 missing")
                             .arg(text)
                             .arg(mean.n)
                             .arg(mean.missing)
                       : text;
        }
        if (row.isBaseline) {
            return isSpoken ? tr("the baseline") : QString();
        }
        return isSpoken ? text + QLatin1Char(' ') + leaningWord(mean.leaning)
                        : text + signOf(mean.leaning);
    }
    switch (static_cast<CompareColumn>(column)) {
    case CompareColumn::Mark:
        if (isSpoken) {
            return row.isBaseline    ? tr("the baseline")
                   : row.isCandidate ? tr("held against the baseline")
                   : row.isShown     ? tr("drawn")
                                     : tr("not drawn");
        }
        return row.isBaseline    ? QStringLiteral("A")
               : row.isCandidate ? QStringLiteral("B")
               : row.isShown     ? QStringLiteral("\u2022")
                                 : QString();
    case CompareColumn::Name:
        return row.name;
    case CompareColumn::Verdict:
        return coreWord(row.word);
    default:
        return QString::number(row.iterations);
    }
}

QString CompareTableModel::leaningWord(Leaning leaning)
{
    switch (leaning) {
    case Leaning::Better:
        return tr("better");
    case Leaning::Worse:
        return tr("worse");
    case Leaning::Equal:
        return tr("equal");
    case Leaning::Unknown:
    case Leaning::Other:
        break;
    }
    return {};
}

QVariant CompareTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const CompareRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return textOf(row, index.column(), role);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(index.column() >= static_cast<int>(CompareColumn::Iterations)
                                       ? Qt::AlignRight | Qt::AlignVCenter
                                       : Qt::AlignLeft | Qt::AlignVCenter);
    case SortRole:
        return sortKeyOf(row, index.column());
    case RowRole:
        return QVariant::fromValue(&row);
    default:
        return {};
    }
}

QVariant CompareTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(section >= static_cast<int>(CompareColumn::Iterations)
                                       ? Qt::AlignRight | Qt::AlignVCenter
                                       : Qt::AlignLeft | Qt::AlignVCenter);
    }
    const auto cell = kpiCellOf(section);
    if (role == Qt::ToolTipRole && cell) {
        return tr(headTipOf(cell->figure)).arg(metricTitleWithUnit(kComparedKpis.at(cell->kpi)));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (cell) {
        return cell->figure == CompareFigure::Mean
                   ? metricTitleWithUnit(kComparedKpis.at(cell->kpi))
                   : tr(headOf(cell->figure));
    }
    switch (static_cast<CompareColumn>(section)) {
    case CompareColumn::Mark:
        return QString();
    case CompareColumn::Name:
        return tr("Run");
    case CompareColumn::Verdict:
        return tr("Gate");
    default:
        return tr("Iterations");
    }
}

CompareProxy::CompareProxy(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(CompareTableModel::SortRole);
}

bool CompareProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const bool isDown = sortOrder() == Qt::DescendingOrder;
    const auto isBaseline = [](const QModelIndex& index) {
        return index.data(CompareTableModel::RowRole).value<const CompareRow*>()->isBaseline;
    };
    if (isBaseline(left) != isBaseline(right)) {
        return isBaseline(left) != isDown;
    }
    const QVariant a = left.data(CompareTableModel::SortRole);
    const QVariant b = right.data(CompareTableModel::SortRole);
    if (a.isValid() != b.isValid()) {
        return a.isValid() != isDown;
    }
    if (!a.isValid()) {
        return false;
    }
    return a.typeId() == QMetaType::QString
               ? QString::localeAwareCompare(a.toString(), b.toString()) < 0
               : a.toDouble() < b.toDouble();
}

} // namespace soak::ui
