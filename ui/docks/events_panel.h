// SPDX-License-Identifier: GPL-3.0-or-later
// What happened in the primary run; Enter or a double click goes there. Follows the cursor.
#pragma once

#include "ui/models/events_model.h"
#include "ui/session/view_context.h"
#include "ui/widgets/filterable.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace soak::ui
{

class FilterLine;
class ListFilter;

class EventsPanel final : public QWidget, public Filterable
{
    Q_OBJECT

public:
    explicit EventsPanel(const ViewContext& context, QWidget* parent = nullptr);

    [[nodiscard]] const EventsModel& model() const { return *m_model; }

    void beginFilter() override;
    // Selects the event of `iteration` that is about `subject`, a RunEvent's.
    void select(int iteration, const QString& subject);

Q_SIGNALS:
    void countChanged();
    void iterationRequested(int iteration);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();
    void take(EventsModel::Events events);
    void followCursor();

    ViewContext m_context;
    EventsModel* m_model = nullptr;
    ListFilter* m_filter = nullptr;
    QTableView* m_table = nullptr;
    FilterLine* m_line = nullptr;
    QLabel* m_empty = nullptr;
    std::shared_ptr<const Judgement> m_shown; // whose events are shown or being listed
};

} // namespace soak::ui
