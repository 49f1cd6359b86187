// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/runs_model.h"

#include "core/model/kpi.h"
#include "ui/theme/numbers.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace soak::ui
{
namespace
{

struct Column {
    const char* title;
    const char* tip;
    bool isNumber;
    QString (*text)(const RunListItem&);
    QVariant (*sort)(const RunListItem&);
};

QVariant number(const std::optional<double>& value)
{
    return value ? QVariant(*value) : QVariant();
}

template <std::size_t N>
QString kpiText(const RunListItem& item)
{
    return metricText(item.kpis[N], goalMetrics()[N]);
}

template <std::size_t N>
QVariant kpiSort(const RunListItem& item)
{
    return number(item.kpis[N]);
}

QString none(const RunListItem& /*item*/)
{
    return {};
}

// The hour of today's runs, the day of older ones.
QString startText(const RunListItem& item)
{
    if (!item.startedMs) {
        return QStringLiteral("\u2014");
    }
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(*item.startedMs);
    const bool isToday = start.date() == QDate::currentDate();
    return isToday ? QLocale().toString(start.time(), QStringLiteral("HH:mm"))
                   : QLocale().toString(start.date(), QStringLiteral("d MMM"));
}

QString readText(const RunListItem& item)
{
    const QString read = QString::number(item.read);
    const bool isWhole = !item.planned || static_cast<std::size_t>(*item.planned) == item.read;
    return isWhole ? read : read + QLatin1Char('/') + QString::number(*item.planned);
}

std::optional<double> worstMargin(const RunListItem& item)
{
    std::optional<double> worst;
    for (const auto& margin : item.margins) {
        if (margin && (!worst || *margin < *worst)) {
            worst = margin;
        }
    }
    return worst;
}

constexpr std::array<Column, kRunColumns> kColumns{{
    {QT_TRANSLATE_NOOP("RunsModel", "Shown"),
     QT_TRANSLATE_NOOP("RunsModel", "Drawn in the charts, in this colour"), false, none,
     [](const RunListItem& item) { return QVariant(item.isShown ? 0 : 1); }},
    {QT_TRANSLATE_NOOP("RunsModel", "Baseline"),
     QT_TRANSLATE_NOOP("RunsModel", "The run that others are compared with"), false, none,
     [](const RunListItem& item) { return QVariant(item.isBaseline ? 0 : 1); }},
    {QT_TRANSLATE_NOOP("RunsModel", "run"),
     QT_TRANSLATE_NOOP("RunsModel", "Name of the run; F2 gives it another"), false,
     [](const RunListItem& item) { return item.name; },
     [](const RunListItem& item) { return QVariant(item.name.toCaseFolded()); }},
    {QT_TRANSLATE_NOOP("RunsModel", "start"), QT_TRANSLATE_NOOP("RunsModel", "When it began"),
     false, startText,
     [](const RunListItem& item) {
         return item.startedMs ? QVariant(*item.startedMs) : QVariant();
     }},
    {QT_TRANSLATE_NOOP("RunsModel", "iter."),
     QT_TRANSLATE_NOOP("RunsModel", "Iterations read of those planned"), true, readText,
     [](const RunListItem& item) { return QVariant(static_cast<qulonglong>(item.read)); }},
    {QT_TRANSLATE_NOOP("RunsModel", "verdict"),
     QT_TRANSLATE_NOOP("RunsModel", "Verdict of the four goals, or where the run stands"), false,
     [](const RunListItem& item) { return coreWord(item.word); },
     [](const RunListItem& item) { return QVariant(static_cast<int>(item.meaning)); }},
    {nullptr, nullptr, true, kpiText<0>, kpiSort<0>},
    {nullptr, nullptr, true, kpiText<1>, kpiSort<1>},
    {nullptr, nullptr, true, kpiText<2>, kpiSort<2>},
    {nullptr, nullptr, true, kpiText<3>, kpiSort<3>},
    {QT_TRANSLATE_NOOP("RunsModel", "margin"),
     QT_TRANSLATE_NOOP("RunsModel", "The least margin of the goals in each iteration of the "
                                    "window, as a share of the target; below the line: missed"),
     false, none, [](const RunListItem& item) { return number(worstMargin(item)); }},
}};

const Column& columnAt(int section)
{
    return kColumns.at(static_cast<std::size_t>(section));
}

Metric kpiOf(int section)
{
    return goalMetrics()[static_cast<std::size_t>(section - static_cast<int>(RunColumn::Kpi1))];
}

QString words(const char* english)
{
    return QCoreApplication::translate("RunsModel", english);
}

QString spoken(const RunListItem& item)
{
    QString text = words(QT_TRANSLATE_NOOP("RunsModel", "%1, %2, %3 iterations"))
                       .arg(item.name, coreWord(item.word), readText(item));
    if (!item.arm.isEmpty()) {
        text +=
            QStringLiteral(", ") + words(QT_TRANSLATE_NOOP("RunsModel", "arm %1")).arg(item.arm);
    }
    if (!item.notes.isEmpty()) {
        text += QStringLiteral(", ") +
                words(QT_TRANSLATE_NOOP("RunsModel", "notes: %1")).arg(item.notes.size());
    }
    return text;
}

} // namespace

void RunsModel::setItems(std::vector<RunListItem> items)
{
    const std::size_t kept = std::min(items.size(), m_items.size());
    const bool isLonger =
        items.size() >= m_items.size() &&
        std::equal(m_items.begin(), m_items.end(), items.begin(),
                   [](const RunListItem& a, const RunListItem& b) { return a.folder == b.folder; });
    if (!isLonger) {
        beginResetModel();
        m_items = std::move(items);
        endResetModel();
        return;
    }
    for (std::size_t row = 0; row < kept; ++row) {
        if (!(m_items[row] == items[row])) {
            m_items[row] = items[row];
            Q_EMIT dataChanged(index(static_cast<int>(row), 0),
                               index(static_cast<int>(row), kRunColumns - 1));
        }
    }
    if (items.size() > kept) {
        beginInsertRows({}, static_cast<int>(kept), static_cast<int>(items.size()) - 1);
        m_items = std::move(items);
        endInsertRows();
    }
}

void RunsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kRunColumns - 1);
    if (!m_items.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kRunColumns - 1));
    }
}

int RunsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kRunColumns;
}

QVariant RunsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const RunListItem& item = m_items.at(static_cast<std::size_t>(index.row()));
    const Column& column = columnAt(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return column.text(item);
    case Qt::EditRole:
        return item.name;
    case SortRole:
        return column.sort(item);
    case ItemRole:
        return QVariant::fromValue(&item);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((column.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case Qt::AccessibleTextRole:
        return index.column() == static_cast<int>(RunColumn::Name) ? spoken(item)
                                                                   : column.text(item);
    case Qt::ToolTipRole:
        return (QStringList{spoken(item), item.folder} + item.notes).join(QLatin1Char('\n'));
    default:
        return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kRunColumns) {
        return {};
    }
    const Column& column = columnAt(section);
    const bool isMark = section <= static_cast<int>(RunColumn::Baseline);
    if (role == Qt::DisplayRole && !isMark) {
        return column.title != nullptr ? words(column.title) : metricTitle(kpiOf(section));
    }
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
        return column.tip != nullptr ? words(column.tip) : metricTitleWithUnit(kpiOf(section));
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            Qt::Alignment((column.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    return {};
}

Qt::ItemFlags RunsModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == static_cast<int>(RunColumn::Name) &&
        !m_items.at(static_cast<std::size_t>(index.row())).identity.isEmpty()) {
        flags |= Qt::ItemIsEditable;
    }
    return flags;
}

bool RunsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable)) {
        return false;
    }
    const RunListItem& item = m_items.at(static_cast<std::size_t>(index.row()));
    if (value.toString() != item.name) {
        Q_EMIT renameRequested(item.identity, value.toString());
    }
    return true;
}

RunsProxy::RunsProxy(QObject* parent) : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
}

void RunsProxy::setFilter(Filter filter)
{
    m_filter = std::move(filter);
    invalidateFilter();
}

bool RunsProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant a = left.data(RunsModel::SortRole);
    const QVariant b = right.data(RunsModel::SortRole);
    if (a.isValid() != b.isValid()) {
        return a.isValid() == (sortOrder() == Qt::AscendingOrder); // absent last
    }
    if (!a.isValid()) {
        return left.row() < right.row();
    }
    if (a.userType() == QMetaType::QString) {
        return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
    }
    return a.toDouble() < b.toDouble();
}

bool RunsProxy::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (!m_filter) {
        return true;
    }
    const auto item =
        sourceModel()->index(row, 0, parent).data(RunsModel::ItemRole).value<const RunListItem*>();
    return item == nullptr || m_filter(*item);
}

} // namespace soak::ui
