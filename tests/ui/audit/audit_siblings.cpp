// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/audit/audit.h"

#include <QAbstractScrollArea>
#include <QTabBar>
#include <QWidget>

namespace soak::ui
{
namespace
{

QString rectText(const QRect& rect)
{
    return QStringLiteral("%1,%2 %3x%4")
        .arg(rect.x())
        .arg(rect.y())
        .arg(rect.width())
        .arg(rect.height());
}

std::vector<const QWidget*> childrenOf(const QWidget& parent)
{
    std::vector<const QWidget*> children;
    for (const QObject* child : parent.children()) {
        const auto* widget = qobject_cast<const QWidget*>(child);
        if (widget != nullptr && widget->isVisible() && !widget->isWindow() &&
            !widget->size().isEmpty() && !isOverlay(*widget)) {
            children.push_back(widget);
        }
    }
    return children;
}

// What scrolls is larger than what it is seen through.
bool isViewport(const QWidget& widget)
{
    const auto* area = qobject_cast<const QAbstractScrollArea*>(widget.parentWidget());
    return area != nullptr && area->viewport() == &widget;
}

} // namespace

void auditSiblings(const Shown& shown, Defects& defects)
{
    for (const ShownWidget& one : shown.widgets) {
        if (qobject_cast<const QTabBar*>(one.widget) != nullptr) {
            continue; // its buttons share a border; tabs that do not fit are cut text
        }
        const QWidget& parent = *one.widget;
        const std::vector<const QWidget*> children = childrenOf(parent);
        for (std::size_t i = 0; i < children.size(); ++i) {
            const QRect rect = children[i]->geometry();
            if (!isViewport(parent) && !parent.rect().contains(rect)) {
                defects.push_back({DefectKind::Overlap, pathOf(*children[i]),
                                   QStringLiteral("%1 reaches out of its parent's %2")
                                       .arg(rectText(rect), rectText(parent.rect()))});
            }
            for (std::size_t j = i + 1; j < children.size(); ++j) {
                const QRect common = rect.intersected(children[j]->geometry());
                if (!common.isEmpty()) {
                    defects.push_back(
                        {DefectKind::Overlap, pathOf(*children[i]),
                         QStringLiteral("%1 covers %2 of %3")
                             .arg(rectText(rect), rectText(common), pathOf(*children[j]))});
                }
            }
        }
    }
}

} // namespace soak::ui
