// SPDX-License-Identifier: GPL-3.0-or-later
// The mouse, the keys and the tooltips of the chart.
#include "ui/history/kpi_chart.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include <algorithm>

namespace soak::ui
{

void KpiChart::mousePressEvent(QMouseEvent* event)
{
    if (const auto run = runUnder(event->position())) {
        Q_EMIT runChosen(m_history->runs[*run].number);
    }
    QWidget::mousePressEvent(event);
    event->accept();
}

void KpiChart::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto run = runUnder(event->position())) {
        Q_EMIT runActivated(m_history->runs[*run].number);
    }
    event->accept();
}

// To the next run with a value.
void KpiChart::step(int by)
{
    const std::vector<std::size_t> runs = shown();
    if (runs.empty()) {
        return;
    }
    const auto current = std::ranges::find_if(
        runs, [&](std::size_t run) { return m_history->runs[run].number == m_current; });
    const auto last = static_cast<std::ptrdiff_t>(runs.size()) - 1;
    const std::ptrdiff_t from =
        current == runs.end() ? (by > 0 ? -1 : last + 1) : current - runs.begin();
    const auto to = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from + by, 0, last));
    Q_EMIT runChosen(m_history->runs[runs[to]].number);
}

void KpiChart::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        step(-1);
        return;
    case Qt::Key_Right:
        step(1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current) {
            Q_EMIT runActivated(*m_current);
        }
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool KpiChart::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString whole = wholeAt(help->pos());
        const auto run = runUnder(help->pos());
        if (!whole.isEmpty()) {
            QToolTip::showText(help->globalPos(), whole, this);
        } else if (run) {
            QToolTip::showText(help->globalPos(), textOf(*run), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    if (event->type() == QEvent::LanguageChange) {
        name();
        update();
    }
    return QWidget::event(event);
}

} // namespace soak::ui
