// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tab_bar.h"

#include "ui/theme/theme.h"

#include <QStyle>

namespace soak::ui
{
namespace
{

constexpr int kTabPadding = 7; // of the style sheet, and a pixel

} // namespace

TabBar::TabBar(QWidget* parent) : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setElideMode(Qt::ElideNone);
}

void TabBar::setChoiceShown(bool isShown)
{
    if (property("idle").toBool() == isShown) {
        setProperty("idle", !isShown); // the style sheet knows it
        style()->unpolish(this);
        style()->polish(this);
        update();
    }
}

// The style gives a tab more room only once it is chosen, and the bar around it learns of that too
// late.
QSize TabBar::tabSizeHint(int index) const
{
    return {QFontMetrics(Theme::strongFont()).horizontalAdvance(tabText(index)) + 2 * kTabPadding,
            QTabBar::tabSizeHint(index).height()};
}

} // namespace soak::ui
