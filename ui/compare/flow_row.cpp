// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/flow_row.h"

#include <QEvent>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr int kFlowGap = 8;
constexpr int kFlowRowGap = 3;

} // namespace

FlowRow::FlowRow(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FlowRow::add(QWidget* item)
{
    item->setParent(this);
    m_items.push_back(item);
    updateGeometry();
}

int FlowRow::arrange(int width, bool isReal) const
{
    int x = 0;
    int y = 0;
    int height = 0;
    for (QWidget* item : m_items) {
        if (item->isHidden()) {
            continue;
        }
        const QSize size = item->sizeHint().expandedTo(item->minimumSizeHint());
        const int wide = std::min(size.width(), width);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += height + kFlowRowGap;
            height = 0;
        }
        const bool isAtRight = m_isLastAtRight && item == m_items.back();
        if (isReal) {
            item->setGeometry(isAtRight ? width - wide : x, y, wide, size.height());
        }
        x += wide + kFlowGap;
        height = std::max(height, size.height());
    }
    return y + height;
}

int FlowRow::heightForWidth(int width) const
{
    return arrange(width, false);
}

QSize FlowRow::sizeHint() const
{
    int width = 0;
    for (const QWidget* item : m_items) {
        width += item->isHidden() ? 0 : item->sizeHint().width() + kFlowGap;
    }
    return {width, arrange(width, false)};
}

// As wide as the widest; as high as it is now, for a layout asks once. Before it is shown its width
// says nothing, and the page behind a tab must not make the window taller: one row.
QSize FlowRow::minimumSizeHint() const
{
    int widest = 0;
    int highest = 0;
    for (const QWidget* item : m_items) {
        const QSize least = item->isHidden() ? QSize(0, 0) : item->minimumSizeHint();
        widest = std::max(widest, least.width());
        highest = std::max(highest, least.height());
    }
    return {widest, isVisible() ? arrange(std::max(width(), widest), false) : highest};
}

void FlowRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange(width(), true);
    updateGeometry();
}

bool FlowRow::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {
        arrange(width(), true);
        updateGeometry();
    }
    return QWidget::event(event);
}

} // namespace soak::ui
