// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a ChartPane from outside: sizes, pointer, focus, language.
#include "ui/charts/chart_pane.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolButton>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr int kButtonSize = 18;
constexpr int kLeastHeight = 72;
constexpr int kLikedHeight = 110;
constexpr int kLeastPaneWidth = 200;
constexpr int kLikedWidth = 640;

} // namespace

QSize ChartPane::minimumSizeHint() const
{
    return {kLeastPaneWidth, kLeastHeight};
}

QSize ChartPane::sizeHint() const
{
    return {kLikedWidth, m_isSmall ? kLeastHeight : kLikedHeight};
}

void ChartPane::setSmall(bool isSmall)
{
    m_isSmall = isSmall;
    setSizePolicy(QSizePolicy::Expanding, isSmall ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
}

void ChartPane::setRemovable(bool isRemovable)
{
    m_isRemovable = isRemovable;
    updateButton();
}

void ChartPane::setAxisShown(bool isShown)
{
    if (isShown != m_hasAxis) {
        m_hasAxis = isShown;
        invalidate();
    }
}

void ChartPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_remove->setGeometry(width() - kButtonSize - 4, 3, kButtonSize, kButtonSize);
    invalidate();
    Q_EMIT edgesChanged();
}

void ChartPane::mousePressEvent(QMouseEvent* event)
{
    if (beginThreshold(*event)) {
        return;
    }
    m_gestures.setStage(plotRect(), m_range, m_scene->domain);
    m_gestures.press(*event);
}

void ChartPane::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragged) {
        moveThreshold(*event);
        return;
    }
    setCursor(thresholdAt(event->position()) ? Qt::SplitVCursor : Qt::ArrowCursor);
    m_gestures.setStage(plotRect(), m_range, m_scene->domain);
    m_gestures.move(*event);
}

void ChartPane::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_dragged) {
        endThreshold(*event);
        return;
    }
    m_gestures.release(*event);
}

void ChartPane::mouseDoubleClickEvent(QMouseEvent* event)
{
    showAllValues();
    m_gestures.doubleClick(*event);
}

void ChartPane::wheelEvent(QWheelEvent* event)
{
    m_gestures.setStage(plotRect(), m_range, m_scene->domain);
    m_gestures.wheel(*event);
}

void ChartPane::keyPressEvent(QKeyEvent* event)
{
    const bool isDelete = event->key() == Qt::Key_Delete && event->modifiers() == Qt::NoModifier;
    if (isDelete && !m_isSmall) {
        Q_EMIT removeRequested();
    } else if (event->key() == Qt::Key_E && event->modifiers() == Qt::NoModifier &&
               hasEditableThreshold()) {
        editThreshold();
    } else {
        QWidget::keyPressEvent(event); // the column's
    }
}

void ChartPane::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT menuRequested(isByKey ? mapToGlobal(plotRect().topLeft().toPoint())
                                 : event->globalPos());
}

void ChartPane::enterEvent(QEnterEvent* event)
{
    QWidget::enterEvent(event);
    updateButton();
}

void ChartPane::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_gestures.leave();
    updateButton();
}

void ChartPane::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    updateButton();
    update();
}

void ChartPane::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    updateButton();
    update();
}

void ChartPane::updateButton()
{
    m_remove->setVisible(m_isRemovable && !m_isSmall && (underMouse() || hasFocus()));
}

void ChartPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        updateName();
        invalidate();
        Q_EMIT edgesChanged();
    }
}

// What is said of the change of level whose line or name lies there.
QString ChartPane::levelAt(QPointF at) const
{
    constexpr double kLineReach = 4;
    for (const ChartChange& change : m_scene->levels) {
        const bool isOnName =
            std::any_of(frame().labels.begin(), frame().labels.end(), [&](const ChartLabel& label) {
                return label.role == LabelRole::Change && label.text == change.name &&
                       label.rect.contains(at);
            });
        if (isOnName || std::abs(frame().px(change.at) - at.x()) < kLineReach) {
            return change.text;
        }
    }
    return {};
}

bool ChartPane::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const bool isInPlot = plotRect().contains(help->pos());
        // Why there is no line may be too long for the plot.
        const QString text = !isInPlot            ? describeAll(*m_scene)
                             : m_scene->isEmpty() ? m_scene->emptyText
                             : !levelAt(help->pos()).isEmpty()
                                 ? levelAt(help->pos())
                                 : describe(frame().iterationAt(help->pos().x()));
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace soak::ui
