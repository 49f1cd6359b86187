// SPDX-License-Identifier: GPL-3.0-or-later
// What happened in the primary run, one line an event.
#pragma once

#include "core/analysis/events.h"

#include <QAbstractTableModel>

#include <functional>
#include <memory>
#include <vector>

namespace soak::ui
{

class EventsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Events = std::shared_ptr<const std::vector<RunEvent>>;
    // How a sentence reads in the language of the window.
    using Reader = std::function<QString(const Sentence&)>;

    EventsModel(Reader reader, QObject* parent = nullptr);

    // Rows are added at the end when `events` only grew; else all are new.
    void setEvents(Events events);

    [[nodiscard]] std::size_t count() const { return m_events ? m_events->size() : 0; }

    [[nodiscard]] const RunEvent& at(int row) const
    {
        return m_events->at(static_cast<std::size_t>(row));
    }

    // The row of the first event of `iteration` or after it; -1 when there is none.
    [[nodiscard]] int rowFrom(int iteration) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    Reader m_reader;
    Events m_events;
};

} // namespace soak::ui
