// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/list_filter.h"

#include <algorithm>
#include <utility>

namespace soak::ui
{

bool matchesTyped(const QString& text, const QString& typed)
{
    const QStringList words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::ranges::all_of(
        words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

ListFilter::ListFilter(QAbstractItemModel* rows, QObject* parent) : QSortFilterProxyModel(parent)
{
    setSourceModel(rows);
    m_steps.setInterval(0);
    connect(&m_steps, &QTimer::timeout, this, &ListFilter::step);
    const auto again = [this] {
        m_kept.clear();
        if (!m_text.isEmpty()) {
            begin();
        }
    };
    connect(rows, &QAbstractItemModel::rowsInserted, this, again);
    connect(rows, &QAbstractItemModel::rowsRemoved, this, again);
    connect(rows, &QAbstractItemModel::modelReset, this, again);
}

void ListFilter::setText(const QString& text)
{
    if (text == m_text) {
        return;
    }
    m_text = text;
    if (m_text.trimmed().isEmpty()) {
        m_steps.stop();
        m_kept.clear();
        invalidateFilter();
        Q_EMIT filtered();
    } else {
        begin();
    }
}

void ListFilter::begin()
{
    m_next.clear();
    m_steps.start();
}

void ListFilter::step()
{
    const int all = sourceModel()->rowCount();
    const int columns = sourceModel()->columnCount();
    const int last = std::min(all, static_cast<int>(m_next.size()) + kRowsAtOnce);
    for (int row = static_cast<int>(m_next.size()); row < last; ++row) {
        QString text;
        for (int column = 0; column < columns; ++column) {
            text += sourceModel()->index(row, column).data().toString() + QLatin1Char(' ');
        }
        m_next.push_back(matchesTyped(text, m_text));
    }
    if (last == all) {
        m_steps.stop();
        m_kept = std::exchange(m_next, {});
        invalidateFilter();
        Q_EMIT filtered();
    }
}

bool ListFilter::filterAcceptsRow(int row, const QModelIndex& /*parent*/) const
{
    const auto at = static_cast<std::size_t>(row);
    return at >= m_kept.size() || m_kept[at];
}

int ListFilter::shownRow(int row) const
{
    return mapFromSource(sourceModel()->index(row, 0)).row();
}

int ListFilter::rowBelow(const QModelIndex& shown) const
{
    return mapToSource(shown).row();
}

} // namespace soak::ui
