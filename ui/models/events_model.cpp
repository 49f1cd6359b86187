// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/events_model.h"

#include "ui/theme/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace soak::ui
{
namespace
{

using Reader = EventsModel::Reader;

QString words(const char* english)
{
    return QCoreApplication::translate("EventsModel", english);
}

QString iterationText(const RunEvent& event, const Reader& /*reader*/)
{
    return event.lastIteration == event.iteration
               ? QStringLiteral("#%1").arg(event.iteration)
               : QStringLiteral("#%1\u2013%2").arg(event.iteration).arg(event.lastIteration);
}

QString kindText(const RunEvent& event, const Reader& /*reader*/)
{
    QString text = toQString(keyOf(event.kind));
    text.replace(QLatin1Char('_'), QLatin1Char(' '));
    return coreWord(text.toStdString());
}

QString sentenceText(const RunEvent& event, const Reader& reader)
{
    return reader(event.text);
}

struct Column {
    const char* title;
    QString (*text)(const RunEvent&, const Reader&);
};

constexpr std::array kColumns{
    Column{QT_TRANSLATE_NOOP("EventsModel", "Iteration"), iterationText},
    Column{QT_TRANSLATE_NOOP("EventsModel", "Event"), kindText},
    Column{QT_TRANSLATE_NOOP("EventsModel", "What happened"), sentenceText},
};

} // namespace

EventsModel::EventsModel(Reader reader, QObject* parent)
    : QAbstractTableModel(parent), m_reader(std::move(reader))
{
}

void EventsModel::setEvents(Events events)
{
    const std::size_t before = count();
    const std::size_t after = events ? events->size() : 0;
    const bool onlyGrew = before > 0 && after > before &&
                          std::equal(m_events->begin(), m_events->end(), events->begin());
    if (onlyGrew) {
        beginInsertRows({}, static_cast<int>(before), static_cast<int>(after) - 1);
        m_events = std::move(events);
        endInsertRows();
    } else {
        beginResetModel();
        m_events = std::move(events);
        endResetModel();
    }
}

int EventsModel::rowFrom(int iteration) const
{
    if (!m_events) {
        return -1;
    }
    const auto found = std::ranges::lower_bound(*m_events, iteration, {}, &RunEvent::iteration);
    return found == m_events->end() ? -1 : static_cast<int>(found - m_events->begin());
}

int EventsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(count());
}

int EventsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumns.size());
}

QVariant EventsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() ||
        (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)) {
        return {};
    }
    return kColumns.at(static_cast<std::size_t>(index.column())).text(at(index.row()), m_reader);
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return words(kColumns.at(static_cast<std::size_t>(section)).title);
}

} // namespace soak::ui
