// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/problems_panel.h"

#include "ui/docks/plain_table.h"
#include "ui/models/list_filter.h"
#include "ui/theme/icons.h"
#include "ui/widgets/filter_line.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>

namespace soak::ui
{

ProblemsPanel::ProblemsPanel(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_model(new ProblemsModel(this)),
      m_filter(new ListFilter(m_model, this)), m_table(plainTable(m_filter, this)),
      m_line(new FilterLine(m_table, this)), m_empty(new QLabel(this)),
      m_bytes(new QToolButton(this)), m_dismiss(new QToolButton(this))
{
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_table->horizontalHeader()->setStretchLastSection(false);
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(m_bytes);
    buttons->addWidget(m_dismiss);
    buttons->addStretch();
    auto* list = new QVBoxLayout;
    list->setSpacing(4);
    list->addWidget(m_line);
    list->addWidget(m_table, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_empty, 1, Qt::AlignTop);
    layout->addLayout(list, 1);
    layout->addLayout(buttons);
    connect(m_line, &QLineEdit::textChanged, m_filter, &ListFilter::setText);
    connect(m_table, &QTableView::activated, this, &ProblemsPanel::showCurrent);
    connect(m_bytes, &QToolButton::clicked, this, &ProblemsPanel::showCurrent);
    connect(m_dismiss, &QToolButton::clicked, this, &ProblemsPanel::dismissCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ProblemsPanel::enableButtons);
    const auto again = [this] { refresh(); };
    connect(&m_context.session, &Session::problemsChanged, this, again);
    connect(&m_context.session, &Session::changed, this, again);
    connect(&m_context.session, &Session::closed, this, again);
    connect(&m_context.selection, &Selection::shownChanged, this, again);
    connect(&m_context.theme, &Theme::changed, this, &ProblemsPanel::retranslate);
    retranslate();
    refresh();
}

std::size_t ProblemsPanel::count() const
{
    return countToLookAt(m_model->rows());
}

void ProblemsPanel::retranslate()
{
    m_table->setAccessibleName(tr("Problems"));
    m_line->retranslate();
    m_empty->setText(tr("Nothing is wrong with what is shown."));
    m_bytes->setIcon(iconOf(Picture::Bytes, m_context.theme.tone()));
    m_bytes->setAccessibleName(tr("Raw bytes"));
    m_bytes->setToolTip(tr("Show the bytes of the file (Enter)"));
    m_dismiss->setIcon(iconOf(Picture::Close, m_context.theme.tone()));
    m_dismiss->setAccessibleName(tr("Dismiss"));
    m_dismiss->setToolTip(tr("Take the line away"));
}

void ProblemsPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_dismiss != nullptr) {
        retranslate();
        m_model->setRows({});
        refresh();
    }
}

void ProblemsPanel::refresh()
{
    m_model->setRows(problemRows(m_context));
    const bool isEmpty = m_model->rows().empty();
    m_empty->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    m_bytes->setVisible(!isEmpty);
    m_dismiss->setVisible(!isEmpty);
    m_bytes->setEnabled(false);
    m_dismiss->setEnabled(false);
    fitColumns(*m_table, 3);
    Q_EMIT countChanged();
}

void ProblemsPanel::beginFilter()
{
    m_line->begin();
}

const ProblemRow* ProblemsPanel::current() const
{
    const int row = m_filter->rowBelow(m_table->currentIndex());
    const auto at = static_cast<std::size_t>(row);
    return row < 0 || at >= m_model->rows().size() ? nullptr : &m_model->rows()[at];
}

void ProblemsPanel::enableButtons()
{
    const ProblemRow* row = current();
    m_bytes->setEnabled(row != nullptr && !row->path.empty());
    m_dismiss->setEnabled(row != nullptr && row->dismissable.has_value());
}

void ProblemsPanel::showCurrent()
{
    const ProblemRow* row = current();
    if (row == nullptr) {
        return;
    }
    const ProblemRow shown = *row; // who is told may change the list
    if (shown.iteration) {
        Q_EMIT iterationRequested(shown.identity, *shown.iteration);
    }
    if (!shown.path.empty()) {
        Q_EMIT bytesRequested(QString::fromStdString(shown.path.string()));
    }
}

void ProblemsPanel::dismissCurrent()
{
    const ProblemRow* row = current();
    if (row != nullptr && row->dismissable) {
        m_context.session.dismissProblem(*row->dismissable);
    }
}

} // namespace soak::ui
