// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/jobs_panel.h"

#include "ui/docks/plain_table.h"
#include "ui/theme/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace soak::ui
{

JobsPanel::JobsPanel(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_model(new JobsModel(context.session.jobs(), this)),
      m_table(plainTable(m_model, this)), m_empty(new QLabel(this)), m_stop(new QToolButton(this))
{
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_empty, 1, Qt::AlignTop);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_stop, 0, Qt::AlignTop);
    m_tick.setInterval(JobsModel::kShownAfter);
    connect(&m_tick, &QTimer::timeout, this, &JobsPanel::refresh);
    connect(&m_context.session.jobs(), &Jobs::changed, this, [this] {
        if (!m_tick.isActive()) {
            m_tick.start();
        }
    });
    connect(&m_context.session.jobs(), &Jobs::finished, this, &JobsPanel::refresh);
    connect(&m_context.theme, &Theme::changed, this, &JobsPanel::retranslate);
    connect(m_stop, &QToolButton::clicked, this, &JobsPanel::stopCurrent);
    retranslate();
    refresh();
}

void JobsPanel::stopCurrent()
{
    const QModelIndex index =
        m_table->currentIndex().isValid() ? m_table->currentIndex() : m_model->index(0, 0);
    if (index.isValid()) {
        m_context.session.jobs().stop(index.data(JobsModel::IdRole).toInt());
    }
}

// Not a QShortcut: those are dead while the window is not active.
void JobsPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        stopCurrent();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void JobsPanel::retranslate()
{
    m_table->setAccessibleName(tr("Jobs"));
    m_empty->setText(tr("Nothing runs in the background."));
    m_stop->setIcon(iconOf(Picture::Stop, m_context.theme.tone()));
    m_stop->setAccessibleName(tr("Stop the job"));
    m_stop->setToolTip(tr("Stop the chosen job, or the oldest one (Esc)"));
}

void JobsPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_stop != nullptr) {
        retranslate();
    }
}

void JobsPanel::refresh()
{
    const auto before = m_model->rows().size();
    m_model->refresh(std::chrono::steady_clock::now());
    if (m_context.session.jobs().running().empty()) {
        m_tick.stop();
    }
    const bool isEmpty = m_model->rows().empty();
    m_empty->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    m_stop->setVisible(!isEmpty);
    if (before != m_model->rows().size()) {
        fitColumns(*m_table, 3);
        Q_EMIT countChanged();
    }
}

} // namespace soak::ui
