// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/events_panel.h"

#include "ui/docks/plain_table.h"
#include "ui/models/list_filter.h"
#include "ui/session/freed_elsewhere.h"
#include "ui/widgets/filter_line.h"
#include "ui/widgets/sentence_label.h"

#include <QEvent>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace soak::ui
{
namespace
{

constexpr int kTextColumn = 2;

} // namespace

EventsPanel::EventsPanel(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_model(new EventsModel(sentenceText, this)),
      m_filter(new ListFilter(m_model, this)), m_table(plainTable(m_filter, this)),
      m_line(new FilterLine(m_table, this)), m_empty(new QLabel(this))
{
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(4);
    layout->addWidget(m_line);
    layout->addWidget(m_empty, 1, Qt::AlignTop);
    layout->addWidget(m_table, 1);
    connect(m_line, &QLineEdit::textChanged, m_filter, &ListFilter::setText);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT iterationRequested(m_model->at(m_filter->rowBelow(index)).iteration);
    });
    connect(m_filter, &ListFilter::filtered, this, &EventsPanel::followCursor);
    connect(&m_context.selection, &Selection::primaryChanged, this, &EventsPanel::refresh);
    connect(&m_context.selection, &Selection::cursorChanged, this, &EventsPanel::followCursor);
    connect(&m_context.session, &Session::changed, this, &EventsPanel::refresh);
    retranslate();
    refresh();
}

void EventsPanel::retranslate()
{
    m_table->setAccessibleName(tr("Events"));
    m_line->retranslate();
    m_empty->setText(tr("Nothing was changed, held or missing in this run."));
}

void EventsPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_empty != nullptr) {
        retranslate();
        m_shown.reset();
        take({});
        refresh();
    }
}

void EventsPanel::beginFilter()
{
    m_line->begin();
}

void EventsPanel::refresh()
{
    const OpenRun* open = m_context.primary();
    const std::shared_ptr<const Judgement> wanted = open != nullptr ? open->judgement : nullptr;
    if (wanted == m_shown) {
        return;
    }
    m_shown = wanted;
    if (!wanted) {
        take({});
        return;
    }
    m_context.session.jobs().run(
        tr("List the events"),
        [wanted](const std::stop_token&, const Progress&) {
            return freedElsewhere(
                std::make_shared<const std::vector<RunEvent>>(runEvents(*wanted)));
        },
        this,
        [this, wanted](const EventsModel::Events& events) {
            if (wanted == m_shown) {
                take(events);
            }
        });
}

void EventsPanel::take(EventsModel::Events events)
{
    m_model->setEvents(std::move(events));
    const bool isEmpty = m_model->count() == 0;
    m_empty->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    fitColumns(*m_table, kTextColumn);
    followCursor();
    Q_EMIT countChanged();
}

// Of several in one iteration the one that is about `subject`, else the first.
void EventsPanel::select(int iteration, const QString& subject)
{
    const int first = m_model->rowFrom(iteration);
    int row = first;
    const int count = static_cast<int>(m_model->count());
    while (row >= 0 && row < count && m_model->at(row).iteration == iteration &&
           m_model->at(row).subject != subject.toStdString()) {
        ++row;
    }
    const bool isFound = row >= 0 && row < count && m_model->at(row).iteration == iteration;
    const int shown = first < 0 ? -1 : m_filter->shownRow(isFound ? row : first);
    if (shown >= 0 && (isFound || m_model->at(first).iteration == iteration)) {
        m_table->selectRow(shown);
        m_table->scrollTo(m_filter->index(shown, 0), QAbstractItemView::PositionAtCenter);
    }
}

void EventsPanel::followCursor()
{
    if (const auto cursor = m_context.selection.cursor()) {
        if (const int row = m_model->rowFrom(*cursor); row >= 0) {
            const int shown = m_filter->shownRow(row);
            if (shown >= 0) {
                m_table->scrollTo(m_filter->index(shown, 0), QAbstractItemView::PositionAtCenter);
            }
            if (shown >= 0 && m_model->at(row).iteration == *cursor) {
                m_table->selectRow(shown);
            } else {
                m_table->clearSelection();
            }
        }
    }
}

} // namespace soak::ui
