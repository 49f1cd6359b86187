// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QLayout>
#include <QWidget>

namespace soak::ui
{

// While it lives, what is shown or hidden in the layout of a widget moves nothing: each would lay
// out the widget and all around it at once. After it this is done once, before the next picture.
class LayoutPause final
{
public:
    explicit LayoutPause(QLayout& layout) : m_layout(layout) { layout.setEnabled(false); }

    ~LayoutPause()
    {
        m_layout.setEnabled(true);
        m_layout.invalidate();
        QCoreApplication::postEvent(m_layout.parentWidget(), new QEvent(QEvent::LayoutRequest));
    }

    LayoutPause(const LayoutPause&) = delete;
    LayoutPause& operator=(const LayoutPause&) = delete;

private:
    QLayout& m_layout;
};

} // namespace soak::ui
